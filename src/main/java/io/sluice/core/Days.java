package io.sluice.core;

import io.sluice.core.RouterState.RefusedId;
import io.sluice.order.OrderId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trading days that are remembered, and what ended on each of them. For the engine's thread.
 */
final class Days {

    private final Map<LocalDate, Ended> days = new LinkedHashMap<>();
    private LocalDate current = LocalDate.EPOCH;

    /** What came to its end on one day: ids are free when it is over, orders are kept longer. */
    record Ended(List<OrderId> orders, List<RefusedId> refusedIds) {

        static Ended nothing() {
            return new Ended(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** What is over when a day begins. */
    record Rolled(List<RefusedId> refusedIds, List<OrderId> forgotten) {}

    Days() {
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

    /**
     * Begins a day; returns the ids that are free now, and what is remembered no longer.
     *
     * @param kept how many days before it are remembered; all of them when absent
     */
    Rolled roll(LocalDate day, Optional<Integer> kept) {
        Rolled rolled = new Rolled(refusedIds(), new ArrayList<>());
        days.values().forEach(ended -> ended.refusedIds().clear());
        Ended before = days.remove(day);
        days.put(day, before == null ? Ended.nothing() : before);
        current = day;
        while (kept.isPresent() && days.size() > kept.get() + 1) {
            Ended oldest = days.remove(days.keySet().iterator().next());
            if (oldest != null) {
                rolled.forgotten().addAll(oldest.orders());
            }
        }
        return rolled;
    }

    private Ended on(LocalDate day) {
        return days.computeIfAbsent(day, _ -> Ended.nothing());
    }
}
