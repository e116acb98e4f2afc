package io.sluice.core;

import io.sluice.order.OrderId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The orders that kills want canceled, and which of them are due. For the engine's thread. */
final class Pursuits {

    private static final Comparator<Pursued> BY_DUE =
            Comparator.<Pursued, Instant>comparing(it -> it.dueAt().orElseThrow())
                    .thenComparing(it -> it.orderId().value());

    private final Map<OrderId, Pursued> all = new LinkedHashMap<>();
    private final NavigableSet<Pursued> due = new TreeSet<>(BY_DUE);

    void restore(List<Pursued> pursued) {
        pursued.forEach(this::put);
    }

    List<Pursued> all() {
        return List.copyOf(all.values());
    }

    boolean contains(OrderId id) {
        return all.containsKey(id);
    }

    /** Replaces what is known of the order; nothing happens when it is not pursued. */
    void change(OrderId id, UnaryOperator<Pursued> change) {
        Optional.ofNullable(all.get(id)).map(change).ifPresent(this::put);
    }

    void put(Pursued next) {
        Pursued before = all.put(next.orderId(), next);
        if (before != null && before.dueAt().isPresent()) {
            due.remove(before);
        }
        if (next.dueAt().isPresent()) {
            due.add(next);
        }
    }

    void remove(OrderId id) {
        Pursued before = all.remove(id);
        if (before != null && before.dueAt().isPresent()) {
            due.remove(before);
        }
    }

    boolean isDue(Instant now) {
        return !due.isEmpty() && isDue(due.first(), now);
    }

    /** Those that are due, the longest due first. */
    List<Pursued> due(Instant now, int most) {
        List<Pursued> found = new ArrayList<>();
        for (Pursued next : due) {
            if (found.size() == most || !isDue(next, now)) {
                break;
            }
            found.add(next);
        }
        return found;
    }

    private static boolean isDue(Pursued it, Instant now) {
        return !it.dueAt().orElseThrow().isAfter(now);
    }
}
