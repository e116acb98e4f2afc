package io.sluice.adapter.console;

import io.sluice.order.Event;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRejected;
import io.sluice.order.OrderEvent.OrderReplaced;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts events by their type. Safe for any thread. */
final class Tally {

    private final Map<Class<?>, LongAdder> counts = new ConcurrentHashMap<>();

    void count(Event event) {
        counts.computeIfAbsent(event.getClass(), _ -> new LongAdder()).increment();
    }

    Counters counters(long open) {
        return new Counters(
                of(OrderReceived.class),
                of(OrderFilled.class),
                of(OrderDenied.class) + of(OrderNotSent.class) + of(InvalidOrderRefused.class),
                of(OrderRejected.class),
                of(OrderCanceled.class),
                of(OrderReplaced.class),
                of(RequestRefused.class) + of(DuplicateRefused.class),
                of(ReportUnmatched.class),
                open);
    }

    private long of(Class<? extends Event> type) {
        LongAdder count = counts.get(type);
        return count == null ? 0 : count.sum();
    }
}
