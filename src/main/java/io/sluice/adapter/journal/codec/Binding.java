package io.sluice.adapter.journal.codec;

import io.sluice.adapter.journal.codec.KnownType.Component;
import io.sluice.adapter.journal.codec.KnownType.KnownEnum;
import io.sluice.adapter.journal.codec.KnownType.KnownRecord;
import io.sluice.adapter.journal.codec.Schema.EnumShape;
import io.sluice.adapter.journal.codec.Schema.Member;
import io.sluice.adapter.journal.codec.Schema.NamedType;
import io.sluice.adapter.journal.codec.Schema.RecordShape;
import io.sluice.adapter.journal.codec.Shape.Tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Matches the types of a written schema to today's by their names. What does not match is an error
 * only when a value of it is met, and none at all where the value is skipped.
 */
final class Binding {

    /** Stands for a value that was skipped, and for one that is missing. */
    private static final Object NOTHING = new Object();

    private final KnownTypes today;
    private final Renames renames;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Reader[] types;
    private final Reader[] skipped;

    Binding(Schema written, KnownTypes today, Renames renames) {
        this.today = today;
        this.renames = renames;
        this.types = new Reader[written.types().size()];
        this.skipped = new Reader[written.types().size()];
        for (NamedType type : written.types()) {
            numbers.put(type.name(), numbers.size());
        }
        for (int i = 0; i < types.length; i++) {
            types[i] = type(written.types().get(i));
            skipped[i] = skippedType(written.types().get(i));
        }
    }

    /** The readers of the named types, by their numbers. */
    Reader[] types() {
        return types;
    }

    private Reader type(NamedType type) {
        String name = renames.type(type.name());
        KnownType known = today.byName().get(name);
        if (known == null) {
            return failing("The type " + name + " is no longer known");
        }
        return switch (type) {
            case EnumShape shape when known instanceof KnownEnum it -> ofEnum(shape, it);
            case RecordShape shape when known instanceof KnownRecord it -> ofRecord(shape, it);
            default -> failing("The type " + name + " was an enum or a record and is not now");
        };
    }

    private Reader ofEnum(EnumShape shape, KnownEnum known) {
        Reader[] constants = new Reader[shape.constants().size()];
        for (int i = 0; i < constants.length; i++) {
            String name = renames.member(known.raw().getName(), shape.constants().get(i));
            constants[i] =
                    failing(
                            "The constant "
                                    + known.raw().getName()
                                    + "."
                                    + name
                                    + " is no longer known");
            for (Enum<?> constant : known.constants()) {
                if (constant.name().equals(name)) {
                    constants[i] = _ -> constant;
                }
            }
        }
        return Reader.oneOf(constants);
    }

    private Reader ofRecord(RecordShape shape, KnownRecord known) {
        Object[] defaults = known.components().stream().map(it -> natural(it.slot())).toArray();
        Reader[] readers = new Reader[shape.members().size()];
        int[] targets = new int[readers.length];
        boolean[] isWritten = new boolean[defaults.length];

        for (int i = 0; i < readers.length; i++) {
            Member member = shape.members().get(i);
            targets[i] = indexOf(known, renames.member(known.raw().getName(), member.name()));
            if (targets[i] < 0) {
                readers[i] = skipping(member.shape());
            } else {
                Component component = known.components().get(targets[i]);
                isWritten[targets[i]] = true;
                readers[i] = bound(member.shape(), component.slot(), known, component);
            }
        }
        for (int i = 0; i < defaults.length; i++) {
            if (!isWritten[i] && defaults[i].equals(NOTHING)) {
                return failing(
                        "A "
                                + known.raw().getName()
                                + " was written without its component "
                                + known.components().get(i).name()
                                + ", which has no default");
            }
        }
        return recordReader(readers, targets, defaults, known);
    }

    private static int indexOf(KnownRecord known, String name) {
        return known.components().stream().map(Component::name).toList().indexOf(name);
    }

    private static Reader recordReader(
            Reader[] readers, int[] targets, Object[] defaults, KnownRecord known) {
        return in -> {
            Object[] values = defaults.clone();
            for (int i = 0; i < readers.length; i++) {
                Object value = readers[i].read(in);
                if (targets[i] >= 0) {
                    values[targets[i]] = value;
                }
            }
            if (readers.length == 0) {
                in.readByte();
            }
            return known.construct(values);
        };
    }

    private Reader bound(Shape shape, Slot slot, KnownRecord owner, Component component) {
        Reader reader = bind(shape, slot);
        return reader != null
                ? reader
                : failing(
                        "The component "
                                + component.name()
                                + " of "
                                + owner.raw().getName()
                                + " was written as "
                                + shape
                                + " and is "
                                + slot.shape()
                                + " now");
    }

    /**
     * How to read what was written as one kind and is, perhaps, another now; null when it cannot.
     */
    private @Nullable Reader bind(Shape shape, Slot slot) {
        if (slot.tag() == Tag.OPTIONAL && shape.tag() != Tag.OPTIONAL) {
            Reader inside = bind(shape, slot.inside().getFirst());
            return inside == null ? null : in -> Optional.of(inside.read(in));
        }
        return switch (shape.tag()) {
            case ENUM, RECORD, UNION -> isNamed(slot.tag()) ? named(shape, slot.raw()) : null;
            case INT -> slot.tag() == Tag.LONG ? in -> (long) in.readInt() : same(shape, slot);
            case OPTIONAL, LIST, SET, MAP ->
                    shape.tag() == slot.tag() ? container(shape, slot) : null;
            case BOOLEAN, LONG, STRING, DECIMAL, INSTANT, DATE -> same(shape, slot);
        };
    }

    private static boolean isNamed(Tag tag) {
        return tag == Tag.ENUM || tag == Tag.RECORD || tag == Tag.UNION;
    }

    private static @Nullable Reader same(Shape shape, Slot slot) {
        return shape.tag() == slot.tag() ? Reader.scalar(shape.tag()) : null;
    }

    private Reader named(Shape shape, Class<?> expected) {
        Reader reader = shape.tag() == Tag.UNION ? Reader.oneOf(types) : byName(types, shape);
        return in -> {
            Object value = reader.read(in);
            if (!expected.isInstance(value)) {
                throw in.unreadable(
                        "A "
                                + value.getClass().getName()
                                + " stands in place of a "
                                + expected.getName());
            }
            return value;
        };
    }

    /** Looked up late: types may hold each other. */
    private Reader byName(Reader[] readers, Shape shape) {
        int number = numbers.getOrDefault(shape.type(), 0);
        return in -> in.inside(readers[number]);
    }

    private @Nullable Reader container(Shape shape, Slot slot) {
        Reader first = bind(shape.inside().getFirst(), slot.inside().getFirst());
        Reader last = bind(shape.inside().getLast(), slot.inside().getLast());
        if (first == null || last == null) {
            return null;
        }
        return switch (shape.tag()) {
            case OPTIONAL -> Reader.optional(first);
            case LIST -> Reader.list(first);
            case SET -> Reader.set(first, slot.raw() == SortedSet.class);
            default -> Reader.map(first, last, slot.raw() == SortedMap.class);
        };
    }

    private Reader skippedType(NamedType type) {
        return switch (type) {
            case EnumShape _ -> ByteSource::readUnsigned;
            case RecordShape shape -> {
                List<Reader> readers =
                        shape.members().stream().map(it -> skipping(it.shape())).toList();
                yield in -> {
                    for (Reader reader : readers) {
                        reader.read(in);
                    }
                    if (readers.isEmpty()) {
                        in.readByte();
                    }
                    return NOTHING;
                };
            }
        };
    }

    private Reader skipping(Shape shape) {
        return switch (shape.tag()) {
            case ENUM, RECORD -> byName(skipped, shape);
            case UNION -> Reader.oneOf(skipped);
            case OPTIONAL -> Reader.optional(skipping(shape.inside().getFirst()));
            case LIST, SET -> Reader.list(skipping(shape.inside().getFirst()));
            case MAP ->
                    Reader.map(
                            skipping(shape.inside().getFirst()),
                            skipping(shape.inside().getLast()),
                            false);
            case BOOLEAN, INT, LONG, STRING, DECIMAL, INSTANT, DATE -> Reader.scalar(shape.tag());
        };
    }

    private static Object natural(Slot slot) {
        return switch (slot.tag()) {
            case BOOLEAN -> false;
            case INT -> 0;
            case LONG -> 0L;
            case STRING -> "";
            case DECIMAL -> BigDecimal.ZERO;
            case OPTIONAL -> Optional.empty();
            case LIST -> List.of();
            case SET ->
                    slot.raw() == SortedSet.class
                            ? Collections.emptySortedSet()
                            : Collections.emptySet();
            case MAP ->
                    slot.raw() == SortedMap.class
                            ? Collections.emptySortedMap()
                            : Collections.emptyMap();
            case INSTANT, DATE, ENUM, RECORD, UNION -> NOTHING;
        };
    }

    private static Reader failing(String why) {
        return in -> {
            throw in.unreadable(why);
        };
    }
}
