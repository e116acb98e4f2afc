package io.sluice.core;

import io.sluice.core.RouterState.RefusedId;
import io.sluice.order.OrderId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trading days that are remembered, and what ended on each of them. For the engine's thread.
 */
final class Days {

    private final int kept;
    private final Map<LocalDate, Ended> days = new LinkedHashMap<>();
    private LocalDate current = LocalDate.EPOCH;

    /** What came to its end on one day, and is forgotten with it. */
    record Ended(List<OrderId> orders, List<RefusedId> refusedIds) {

        static Ended nothing() {
            return new Ended(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * @param kept how many days before the current one are remembered
     */
    Days(int kept) {
        this.kept = kept;
        days.put(current, Ended.nothing());
    }

    void restore(List<LocalDate> all) {
        days.clear();
        all.forEach(day -> days.put(day, Ended.nothing()));
        current = all.getLast();
    }

    LocalDate current() {
        return current;
    }

    List<LocalDate> all() {
        return List.copyOf(days.keySet());
    }

    List<RefusedId> refusedIds() {
        return days.values().stream().flatMap(it -> it.refusedIds().stream()).toList();
    }

    void ended(OrderId order, LocalDate day) {
        on(day).orders().add(order);
    }

    void reopened(OrderId order, LocalDate day) {
        on(day).orders().remove(order);
    }

    void refused(RefusedId id) {
        on(id.day()).refusedIds().add(id);
    }

    /** Begins a day; returns what ended on days that are remembered no longer. */
    Ended roll(LocalDate day) {
        days.put(day, Ended.nothing());
        current = day;
        Ended forgotten = Ended.nothing();
        while (days.size() > kept + 1) {
            Ended oldest = days.remove(days.keySet().iterator().next());
            if (oldest != null) {
                forgotten.orders().addAll(oldest.orders());
                forgotten.refusedIds().addAll(oldest.refusedIds());
            }
        }
        return forgotten;
    }

    private Ended on(LocalDate day) {
        return days.computeIfAbsent(day, _ -> Ended.nothing());
    }
}
