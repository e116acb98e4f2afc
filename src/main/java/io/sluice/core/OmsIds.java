package io.sluice.core;

import io.sluice.core.RouterState.RefusedId;
import io.sluice.order.ClOrdId;
import io.sluice.order.OmsId;
import io.sluice.order.OrderId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which orders an OMS has called by a ClOrdID(11). One that comes again on a later day may belong
 * to several, of which the newest that still uses it is meant. For the engine's thread.
 */
final class OmsIds {

    private static final Comparator<OrderId> OLDEST_FIRST = Comparator.comparing(OrderId::value);

    private final Map<Called, List<OrderId>> orders = new HashMap<>();
    private final Map<Called, Optional<OrderId>> refused = new HashMap<>();

    private record Called(OmsId oms, ClOrdId clOrdId) {}

    void add(OmsId oms, ClOrdId id, OrderId order) {
        orders.merge(new Called(oms, id), List.of(order), OmsIds::both);
    }

    void remove(OmsId oms, ClOrdId id, OrderId order) {
        Called called = new Called(oms, id);
        List<OrderId> left = of(called).stream().filter(it -> !it.equals(order)).toList();
        if (left.isEmpty()) {
            orders.remove(called);
        } else {
            orders.put(called, left);
        }
    }

    void refuse(RefusedId id) {
        refused.put(new Called(id.oms(), id.clOrdId()), id.orderId());
    }

    void forget(RefusedId id) {
        refused.remove(new Called(id.oms(), id.clOrdId()));
    }

    /**
     * @param uses whether an order uses its ids
     */
    boolean isUsed(OmsId oms, ClOrdId id, Predicate<OrderId> uses) {
        Called called = new Called(oms, id);
        return refused.containsKey(called) || of(called).stream().anyMatch(uses);
    }

    /** The order that is called so, until it is forgotten. */
    Optional<OrderId> find(OmsId oms, ClOrdId id, Predicate<OrderId> uses) {
        Called called = new Called(oms, id);
        List<OrderId> newestFirst = of(called).reversed();
        Optional<OrderId> using = newestFirst.stream().filter(uses).findFirst();
        return using.or(() -> refused.getOrDefault(called, Optional.empty()))
                .or(() -> newestFirst.stream().findFirst());
    }

    private List<OrderId> of(Called called) {
        return orders.getOrDefault(called, List.of());
    }

    private static List<OrderId> both(List<OrderId> some, List<OrderId> more) {
        List<OrderId> all = new ArrayList<>(some);
        more.stream().filter(id -> !all.contains(id)).forEach(all::add);
        all.sort(OLDEST_FIRST);
        return List.copyOf(all);
    }
}
