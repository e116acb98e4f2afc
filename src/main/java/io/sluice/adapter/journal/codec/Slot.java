package io.sluice.adapter.journal.codec;

import io.sluice.adapter.journal.codec.Shape.Tag;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** What a component holds, as today's class declares it. */
record Slot(Tag tag, Class<?> raw, List<Slot> inside) {

    private static final Map<Class<?>, Tag> TAGS =
            Map.ofEntries(
                    Map.entry(boolean.class, Tag.BOOLEAN),
                    Map.entry(Boolean.class, Tag.BOOLEAN),
                    Map.entry(int.class, Tag.INT),
                    Map.entry(Integer.class, Tag.INT),
                    Map.entry(long.class, Tag.LONG),
                    Map.entry(Long.class, Tag.LONG),
                    Map.entry(String.class, Tag.STRING),
                    Map.entry(BigDecimal.class, Tag.DECIMAL),
                    Map.entry(Instant.class, Tag.INSTANT),
                    Map.entry(LocalDate.class, Tag.DATE),
                    Map.entry(Optional.class, Tag.OPTIONAL),
                    Map.entry(List.class, Tag.LIST),
                    Map.entry(Set.class, Tag.SET),
                    Map.entry(SortedSet.class, Tag.SET),
                    Map.entry(Map.class, Tag.MAP),
                    Map.entry(SortedMap.class, Tag.MAP));

    /**
     * A slot for a declared type.
     *
     * @param where the type and component, for the error
     */
    static Slot of(Type type, String where) {
        return switch (type) {
            case Class<?> raw when tagOf(raw, where).inside() == 0 ->
                    new Slot(tagOf(raw, where), raw, List.of());
            case ParameterizedType generic when generic.getRawType() instanceof Class<?> raw ->
                    new Slot(
                            tagOf(raw, where),
                            raw,
                            List.of(generic.getActualTypeArguments()).stream()
                                    .map(argument -> of(argument, where))
                                    .toList());
            default -> throw cannotBeWritten(type, where);
        };
    }

    private static Tag tagOf(Class<?> raw, String where) {
        Tag known = TAGS.get(raw);
        if (known != null) {
            return known;
        }
        if (raw.isEnum()) {
            return Tag.ENUM;
        }
        if (raw.isRecord() && raw.getTypeParameters().length == 0) {
            return Tag.RECORD;
        }
        if (raw.isSealed()) {
            return Tag.UNION;
        }
        throw cannotBeWritten(raw, where);
    }

    private static IllegalArgumentException cannotBeWritten(Type type, String where) {
        return new IllegalArgumentException(
                "The journal cannot keep a " + type.getTypeName() + ", in " + where);
    }

    Shape shape() {
        String type = tag == Tag.ENUM || tag == Tag.RECORD ? raw.getName() : "";
        return new Shape(tag, type, inside.stream().map(Slot::shape).toList());
    }
}
