package io.sluice.adapter.journal.codec;

import java.util.Arrays;
import java.util.List;

/**
 * Turns records into bytes, component by component, and makes decoders for what any version of the
 * code has written. Safe for any thread.
 */
public final class RecordCodec {

    private final KnownTypes types;
    private final Renames renames;
    private final Writers writers;
    private final byte[] schema;
    private final RecordDecoder decoder;

    /**
     * @param roots sealed families, records and enums; what they hold is found from them
     */
    public static RecordCodec of(List<Class<?>> roots, Renames renames) {
        try {
            return new RecordCodec(KnownTypes.reachableFrom(roots), renames);
        } catch (UnreadableException cause) {
            throw new IllegalStateException("A schema cannot be read back at once", cause);
        }
    }

    private RecordCodec(KnownTypes types, Renames renames) throws UnreadableException {
        this.types = types;
        this.renames = renames;
        this.writers = new Writers(types);
        this.schema = types.schema().toBytes();
        this.decoder = RecordDecoder.of(Schema.read(schema), types, renames);
    }

    /** What a reader must know of the types; the same for the same code. */
    public byte[] schema() {
        return schema.clone();
    }

    /** Writes a record or enum of a type reachable from the roots, and which one it is. */
    public void write(ByteSink out, Object value) {
        writers.write(out, value);
    }

    /** Writes how many there are, then each. */
    public void writeAll(ByteSink out, List<?> values) {
        out.writeUnsigned(values.size());
        for (Object value : values) {
            writers.write(out, value);
        }
    }

    public RecordDecoder decoder(byte[] writtenSchema) throws UnreadableException {
        return Arrays.equals(writtenSchema, schema)
                ? decoder
                : RecordDecoder.of(Schema.read(writtenSchema), types, renames);
    }
}
