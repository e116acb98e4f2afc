package io.sluice.adapter.journal.codec;

import io.sluice.adapter.journal.codec.KnownType.Component;
import io.sluice.adapter.journal.codec.KnownType.KnownEnum;
import io.sluice.adapter.journal.codec.KnownType.KnownRecord;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every record and enum that can be reached from the roots, by name. */
final class KnownTypes {

    private final SortedMap<String, KnownType> types = new TreeMap<>();

    static KnownTypes reachableFrom(List<Class<?>> roots) {
        KnownTypes found = new KnownTypes();
        Deque<Class<?>> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            found.visit(open.pop(), open);
        }
        return found;
    }

    private void visit(Class<?> raw, Deque<Class<?>> open) {
        if (types.containsKey(raw.getName())) {
            return;
        }
        if (raw.isSealed() && !raw.isEnum()) {
            open.addAll(List.of(raw.getPermittedSubclasses()));
        } else if (raw.isEnum()) {
            types.put(raw.getName(), KnownEnum.of(raw));
        } else if (raw.isRecord()) {
            KnownRecord known = KnownRecord.of(raw);
            types.put(raw.getName(), known);
            for (Component component : known.components()) {
                addNamed(component.slot(), open);
            }
        } else {
            throw new IllegalArgumentException(
                    "The journal keeps records, enums and sealed families of them, not "
                            + raw.getName());
        }
    }

    private static void addNamed(Slot slot, Deque<Class<?>> open) {
        switch (slot.tag()) {
            case ENUM, RECORD, UNION -> open.add(slot.raw());
            case OPTIONAL, LIST, SET, MAP ->
                    slot.inside().forEach(inside -> addNamed(inside, open));
            case BOOLEAN, INT, LONG, STRING, DECIMAL, INSTANT, DATE -> {}
        }
    }

    Collection<KnownType> all() {
        return types.values();
    }

    Map<String, KnownType> byName() {
        return types;
    }

    Schema schema() {
        return new Schema(types.values().stream().map(KnownType::shape).toList());
    }
}
