package io.sluice.simulator.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The broker's orders, found by any ClOrdID(11) that was ever used on them. Single-threaded.
 *
 * <p>Working orders are all kept; of the finished ones a bounded number, the latest.
 */
final class Orders {

    private final int finishedKept;
    private final Map<String, Entry> byOrderId = new HashMap<>();
    private final Map<String, Entry> byClOrdId = new HashMap<>();
    private final Deque<Entry> finished = new ArrayDeque<>();

    Orders(int finishedKept) {
        this.finishedKept = finishedKept;
    }

    Optional<Order> byOrderId(String orderId) {
        return Optional.ofNullable(byOrderId.get(orderId)).map(entry -> entry.order);
    }

    Optional<Order> byClOrdId(String clOrdId) {
        return Optional.ofNullable(byClOrdId.get(clOrdId)).map(entry -> entry.order);
    }

    /** Whether the id named the order once and a replace has put another in its place. */
    boolean isSuperseded(String clOrdId) {
        Entry entry = byClOrdId.get(clOrdId);
        return entry != null
                && entry.accepted.contains(clOrdId)
                && !entry.order.clOrdId().equals(clOrdId);
    }

    /** Whether the order was known by the id: not so for a cancel's, or a rejected replace's. */
    boolean isAccepted(String clOrdId) {
        Entry entry = byClOrdId.get(clOrdId);
        return entry != null && entry.accepted.contains(clOrdId);
    }

    Stream<Order> working() {
        return byOrderId.values().stream().map(entry -> entry.order).filter(Order::isWorking);
    }

    void put(Order order) {
        Entry entry = byOrderId.computeIfAbsent(order.orderId(), _ -> new Entry(order));
        boolean ends = !order.isWorking() && !entry.isFinished;

        entry.order = order;
        if (!byClOrdId.containsKey(order.clOrdId())) {
            entry.accepted.add(order.clOrdId());
            byClOrdId.put(order.clOrdId(), entry);
        }
        if (ends) {
            entry.isFinished = true;
            finished.add(entry);
            forgetTheOldest();
        }
    }

    /** Remembers the id of a cancel, or of a replace that was rejected. */
    void use(String clOrdId, String orderId) {
        Entry entry = byOrderId.get(orderId);
        if (entry != null && byClOrdId.putIfAbsent(clOrdId, entry) == null) {
            entry.requests.add(clOrdId);
        }
    }

    private void forgetTheOldest() {
        while (finished.size() > finishedKept) {
            Entry oldest = finished.remove();
            byOrderId.remove(oldest.order.orderId());
            oldest.accepted.forEach(byClOrdId::remove);
            oldest.requests.forEach(byClOrdId::remove);
        }
    }

    private static final class Entry {

        private final List<String> accepted = new ArrayList<>(1);
        private final List<String> requests = new ArrayList<>(1);
        private Order order;
        private boolean isFinished;

        private Entry(Order order) {
            this.order = order;
        }
    }
}
