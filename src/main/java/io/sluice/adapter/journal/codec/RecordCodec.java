package io.sluice.adapter.journal.codec;

import java.util.List;

/**
 * Turns records into bytes, component by component, and makes decoders for what any version of the
 * code has written. Safe for any thread.
 */
public final class RecordCodec {

    private final KnownTypes types;
    private final Renames renames;
    private final Writers writers;
    private final SchemaBytes schema;
    private final RecordDecoder decoder;

    /**
     * A codec for everything that can be reached from the roots.
     *
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
        this.schema = new SchemaBytes(types.schema().toBytes());
        this.decoder = RecordDecoder.of(Schema.read(schema.toArray()), types, renames);
    }

    /** What a reader must know of the types; the same for the same code. */
    public SchemaBytes schema() {
        return schema;
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

    public RecordDecoder decoder(SchemaBytes writtenSchema) throws UnreadableException {
        return writtenSchema.equals(schema)
                ? decoder
                : RecordDecoder.of(Schema.read(writtenSchema.toArray()), types, renames);
    }
}
