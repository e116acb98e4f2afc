package io.sluice.adapter.journal.codec;

import io.sluice.adapter.journal.codec.KnownType.Component;
import io.sluice.adapter.journal.codec.KnownType.KnownEnum;
import io.sluice.adapter.journal.codec.KnownType.KnownRecord;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes values by the schema of today's types. Safe for any thread, once made. */
final class Writers {

    /** Writes one value whose kind is known from its place. */
    private interface Writer {
        void write(ByteSink out, Object value);
    }

    private final Map<Class<?>, TypeWriter> named = new HashMap<>();

    Writers(KnownTypes types) {
        for (KnownType type : types.all()) {
            named.put(type.raw(), new TypeWriter(named.size()));
        }
        for (KnownType type : types.all()) {
            named(type.raw()).body =
                    switch (type) {
                        case KnownEnum known -> ofEnum(known);
                        case KnownRecord record -> ofRecord(record);
                    };
        }
    }

    /** The number of the value's type, and the value. */
    void write(ByteSink out, Object value) {
        TypeWriter writer =
                named(value instanceof Enum<?> it ? it.getDeclaringClass() : value.getClass());
        out.writeUnsigned(writer.number);
        writer.write(out, value);
    }

    private TypeWriter named(Class<?> raw) {
        TypeWriter writer = named.get(raw);
        if (writer == null) {
            throw new IllegalArgumentException(
                    "The journal was not told of the type " + raw.getName());
        }
        return writer;
    }

    private static Writer ofEnum(KnownEnum known) {
        Map<Object, Integer> numbers = new HashMap<>();
        known.constants().forEach(constant -> numbers.put(constant, numbers.size()));
        return (out, value) -> out.writeUnsigned(Objects.requireNonNull(numbers.get(value)));
    }

    private Writer ofRecord(KnownRecord record) {
        List<Component> components = record.components();
        Writer[] writers = components.stream().map(it -> of(it.slot())).toArray(Writer[]::new);
        Component[] parts = components.toArray(Component[]::new);
        if (parts.length == 0) {
            // Every value takes a byte at least: counts are checked against the bytes left.
            return (out, _) -> out.writeByte(0);
        }
        return (out, value) -> {
            for (int i = 0; i < parts.length; i++) {
                writers[i].write(out, parts[i].of(value));
            }
        };
    }

    private Writer of(Slot slot) {
        return switch (slot.tag()) {
            case BOOLEAN -> (out, it) -> out.writeByte((Boolean) it ? 1 : 0);
            case INT -> (out, it) -> out.writeSigned((Integer) it);
            case LONG -> (out, it) -> out.writeSigned((Long) it);
            case STRING -> (out, it) -> out.writeString((String) it);
            case DECIMAL -> (out, it) -> out.writeDecimal((BigDecimal) it);
            case INSTANT -> (out, it) -> out.writeInstant((Instant) it);
            case DATE -> (out, it) -> out.writeSigned(((LocalDate) it).toEpochDay());
            case ENUM, RECORD -> named(slot.raw());
            case UNION -> this::write;
            case OPTIONAL -> ofOptional(of(slot.inside().getFirst()));
            case LIST, SET -> ofCollection(of(slot.inside().getFirst()));
            case MAP -> ofMap(of(slot.inside().getFirst()), of(slot.inside().getLast()));
        };
    }

    private static Writer ofOptional(Writer inside) {
        return (out, value) -> {
            Optional<?> optional = (Optional<?>) value;
            out.writeByte(optional.isPresent() ? 1 : 0);
            if (optional.isPresent()) {
                inside.write(out, optional.get());
            }
        };
    }

    private static Writer ofCollection(Writer inside) {
        return (out, value) -> {
            Collection<?> all = (Collection<?>) value;
            out.writeUnsigned(all.size());
            for (Object one : all) {
                inside.write(out, one);
            }
        };
    }

    private static Writer ofMap(Writer key, Writer mapped) {
        return (out, value) -> {
            Map<?, ?> map = (Map<?, ?>) value;
            out.writeUnsigned(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                key.write(out, entry.getKey());
                mapped.write(out, entry.getValue());
            }
        };
    }

    /** The writer of a named type; its body comes later, for types may hold each other. */
    private static final class TypeWriter implements Writer {

        private final int number;
        private Writer body = (_, _) -> {};

        TypeWriter(int number) {
            this.number = number;
        }

        @Override
        public void write(ByteSink out, Object value) {
            body.write(out, value);
        }
    }
}
