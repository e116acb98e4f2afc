package io.sluice.adapter.journal.codec;

import io.sluice.adapter.journal.codec.Shape.Tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads one value that was written in a known way. */
interface Reader {

    Object read(ByteSource in) throws UnreadableException;

    /** A number, and the type it names. */
    static Reader oneOf(Reader[] types) {
        return in -> {
            long number = in.readUnsigned();
            if (number < 0 || number >= types.length) {
                throw in.unreadable("No type has the number " + number);
            }
            return types[(int) number].read(in);
        };
    }

    /** Boolean, numbers, text, dates: what stands alone. */
    static Reader scalar(Tag tag) {
        return switch (tag) {
            case BOOLEAN -> ByteSource::readBoolean;
            case INT -> ByteSource::readInt;
            case LONG -> ByteSource::readSigned;
            case STRING -> ByteSource::readString;
            case DECIMAL -> ByteSource::readDecimal;
            case INSTANT -> ByteSource::readInstant;
            case DATE -> ByteSource::readDate;
            case ENUM, RECORD, UNION, OPTIONAL, LIST, SET, MAP ->
                    throw new IllegalArgumentException("Not a scalar: " + tag);
        };
    }

    static Reader optional(Reader inside) {
        return in -> in.readBoolean() ? Optional.of(inside.read(in)) : Optional.empty();
    }

    static Reader list(Reader inside) {
        return in -> List.copyOf(elements(in, inside));
    }

    /** Keeps the order in which the set was written. */
    static Reader set(Reader inside, boolean sorted) {
        return in -> {
            List<Object> elements = elements(in, inside);
            if (sorted) {
                SortedSet<Object> set = new TreeSet<>(elements);
                return Collections.unmodifiableSortedSet(set);
            }
            Set<Object> set = new LinkedHashSet<>(elements);
            return Collections.unmodifiableSet(set);
        };
    }

    /** Keeps the order in which the map was written. */
    static Reader map(Reader key, Reader mapped, boolean sorted) {
        return in -> {
            int count = in.readCount();
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                Object nextKey = key.read(in);
                map.put(nextKey, mapped.read(in));
            }
            if (sorted) {
                SortedMap<Object, Object> ordered = new TreeMap<>(map);
                return Collections.unmodifiableSortedMap(ordered);
            }
            return Collections.unmodifiableMap(map);
        };
    }

    private static List<Object> elements(ByteSource in, Reader inside) throws UnreadableException {
        int count = in.readCount();
        List<Object> elements = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            elements.add(inside.read(in));
        }
        return elements;
    }
}
