package io.sluice.adapter.journal.codec;

import java.util.Arrays;

/** A schema as it stands in a file: the same for the same types. Immutable. */
public final class SchemaBytes {

    private final byte[] bytes;

    public SchemaBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaBytes it && Arrays.equals(bytes, it.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of schema";
    }
}
