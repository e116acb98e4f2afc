package io.sluice.adapter.journal.codec;

import java.util.ArrayList;
import java.util.List;

/** Reads what was written by one schema into records of today. Safe for any thread. */
public final class RecordDecoder {

    private final Reader[] types;

    static RecordDecoder of(Schema written, KnownTypes today, Renames renames) {
        return new RecordDecoder(new Binding(written, today, renames).types());
    }

    private RecordDecoder(Reader[] types) {
        this.types = types;
    }

    /** Reads one value, which must be of the given family. */
    public <T> T read(ByteSource in, Class<T> family) throws UnreadableException {
        Object value = Reader.oneOf(types).read(in);
        if (!family.isInstance(value)) {
            throw in.unreadable(
                    "A "
                            + value.getClass().getName()
                            + " stands in place of a "
                            + family.getName());
        }
        return family.cast(value);
    }

    /** Reads what {@link RecordCodec#writeAll} wrote. */
    public <T> List<T> readAll(ByteSource in, Class<T> family) throws UnreadableException {
        int count = in.readCount();
        List<T> values = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            values.add(read(in, family));
        }
        return List.copyOf(values);
    }
}
