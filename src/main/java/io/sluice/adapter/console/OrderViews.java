package io.sluice.adapter.console;

import io.sluice.order.ClOrdId;
import io.sluice.order.Event;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderRecalled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderId;
import io.sluice.port.Frame;
import io.sluice.port.Journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * The console's read model of the orders, folded from the durable journal. One thread feeds it; it
 * may be read from any.
 */
public final class OrderViews implements Journal.FrameReader {

    private static final Logger LOG = LoggerFactory.getLogger(OrderViews.class);

    private record CalledByOms(OmsId oms, ClOrdId clOrdId) {}

    private final int daysKept;
    private final Map<OrderId, Viewed> byId = new ConcurrentHashMap<>();
    private final Map<CalledByOms, OrderId> byClOrdId = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, OrderId> all = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, OrderId> open = new ConcurrentSkipListMap<>();
    private final Tally tally = new Tally();
    private final Deque<List<OrderId>> endedOnDaysBefore = new ArrayDeque<>();
    private List<OrderId> endedToday = new ArrayList<>();
    private long lastNumber;
    private volatile long position;

    /**
     * @param daysKept trading days for which orders that have ended are remembered, where the
     *     journal is so old that it does not say
     */
    public OrderViews(int daysKept) {
        this.daysKept = daysKept;
    }

    @Override
    public void take(long at, Frame frame) {
        for (Frame.Entry entry : frame.entries()) {
            if (entry instanceof Frame.Happened(Event event)) {
                fold(event, at, frame.at());
            }
        }
        position = at;
    }

    /** The position of the last frame that is part of what is seen here. */
    public long position() {
        return position;
    }

    public Counters counters() {
        return tally.counters(open.size());
    }

    Optional<Viewed> find(OrderId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By any id of the order's chain. */
    Optional<Viewed> find(OmsId oms, ClOrdId clOrdId) {
        return Optional.ofNullable(byClOrdId.get(new CalledByOms(oms, clOrdId)))
                .flatMap(this::find);
    }

    /** The newest first, those older than {@code after} only. */
    Stream<Order> newestFirst(boolean openOnly, Optional<Viewed> after) {
        ConcurrentNavigableMap<Long, OrderId> from = (openOnly ? open : all).descendingMap();
        ConcurrentNavigableMap<Long, OrderId> wanted =
                after.map(last -> from.tailMap(last.number(), false)).orElse(from);
        return wanted.values().stream().flatMap(id -> find(id).stream()).map(Viewed::order);
    }

    private void fold(Event event, long at, Instant time) {
        tally.count(event);
        switch (event) {
            case OrderReceived received -> begin(Order.received(received, time), at);
            case OrderRecalled recalled when byId.containsKey(recalled.orderId()) -> {}
            case OrderRecalled recalled -> begin(recalled.order(), at);
            case OrderEvent more -> goOn(more, at, time);
            case DayRolled e -> roll(e.daysKept().orElse(daysKept));
            case Event.RouterEvent _ -> {}
        }
    }

    /** One that comes back after it has ended belongs to the day of its return. */
    private void begin(Order order, long at) {
        lastNumber++;
        byId.put(order.id(), new Viewed(lastNumber, order, Trail.begin(at)));
        index(order);
        all.put(lastNumber, order.id());
        if (order.isFinal()) {
            endedToday.add(order.id());
        } else {
            open.put(lastNumber, order.id());
        }
    }

    private void goOn(OrderEvent event, long at, Instant time) {
        Viewed before = byId.get(event.orderId());
        if (before == null) {
            LOG.warn("The console does not know the order of {} at position {}", event, at);
            return;
        }
        Viewed after = before.with(before.order().after(event, time), at);
        byId.put(event.orderId(), after);
        if (after.order().links().size() > before.order().links().size()) {
            index(after.order());
        }
        if (after.order().isFinal() && !before.order().isFinal()) {
            open.remove(after.number());
            endedToday.add(event.orderId());
        } else if (before.order().isFinal() && !after.order().isFinal()) {
            reopen(after);
        }
    }

    private void reopen(Viewed viewed) {
        OrderId id = viewed.order().id();
        open.put(viewed.number(), id);
        endedToday.remove(id);
        endedOnDaysBefore.forEach(ended -> ended.remove(id));
    }

    private void index(Order order) {
        for (Link link : order.links()) {
            link.clOrdId()
                    .ifPresent(id -> byClOrdId.put(new CalledByOms(order.oms(), id), order.id()));
        }
    }

    private void roll(int kept) {
        endedOnDaysBefore.addLast(endedToday);
        endedToday = new ArrayList<>();
        while (endedOnDaysBefore.size() > kept) {
            endedOnDaysBefore.removeFirst().forEach(this::forget);
        }
    }

    private void forget(OrderId id) {
        Viewed viewed = byId.remove(id);
        if (viewed == null) {
            return;
        }
        all.remove(viewed.number());
        for (Link link : viewed.order().links()) {
            link.clOrdId()
                    .ifPresent(
                            called ->
                                    byClOrdId.remove(
                                            new CalledByOms(viewed.order().oms(), called), id));
        }
    }
}
