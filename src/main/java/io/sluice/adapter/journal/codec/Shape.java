package io.sluice.adapter.journal.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * What a component holds, as a schema says it.
 *
 * @param type the name of the record or enum, empty for all others
 * @param inside what stands in an Optional, a list, a set or a map
 */
record Shape(Tag tag, String type, List<Shape> inside) {

    private static final int MAX_DEPTH = 16;

    /** The kinds of values. Files hold the numbers: none may change. */
    enum Tag {
        BOOLEAN(0, 0),
        INT(1, 0),
        LONG(2, 0),
        STRING(3, 0),
        DECIMAL(4, 0),
        INSTANT(5, 0),
        DATE(6, 0),
        ENUM(7, 0),
        RECORD(8, 0),
        /** Any named type; the value begins with the number of its own. */
        UNION(9, 0),
        OPTIONAL(10, 1),
        LIST(11, 1),
        SET(12, 1),
        MAP(13, 2);

        private final int number;
        private final int inside;

        Tag(int number, int inside) {
            this.number = number;
            this.inside = inside;
        }

        int inside() {
            return inside;
        }

        private boolean isNamed() {
            return this == ENUM || this == RECORD;
        }
    }

    void write(ByteSink out, List<String> types) {
        out.writeByte(tag.number);
        if (tag.isNamed()) {
            out.writeUnsigned(types.indexOf(type));
        }
        inside.forEach(shape -> shape.write(out, types));
    }

    static Shape read(ByteSource in, List<String> types) throws UnreadableException {
        return read(in, types, 0);
    }

    private static Shape read(ByteSource in, List<String> types, int depth)
            throws UnreadableException {
        if (depth > MAX_DEPTH) {
            throw in.unreadable("A schema nests values deeper than " + MAX_DEPTH);
        }
        Tag tag = readTag(in);
        String type = tag.isNamed() ? readType(in, types) : "";
        List<Shape> inside = new ArrayList<>(tag.inside);
        for (int i = 0; i < tag.inside; i++) {
            inside.add(read(in, types, depth + 1));
        }
        return new Shape(tag, type, List.copyOf(inside));
    }

    private static Tag readTag(ByteSource in) throws UnreadableException {
        int number = in.readByte();
        for (Tag tag : Tag.values()) {
            if (tag.number == number) {
                return tag;
            }
        }
        throw in.unreadable("A schema has an unknown kind of value: was " + number);
    }

    private static String readType(ByteSource in, List<String> types) throws UnreadableException {
        long index = in.readUnsigned();
        if (index < 0 || index >= types.size()) {
            throw in.unreadable("A schema has no type of number " + index);
        }
        return types.get((int) index);
    }

    @Override
    public String toString() {
        return (type.isEmpty() ? tag.name() : type) + (inside.isEmpty() ? "" : inside.toString());
    }
}
