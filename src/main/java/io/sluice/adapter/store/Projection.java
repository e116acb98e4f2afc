package io.sluice.adapter.store;

import io.sluice.order.Event;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.KillRefused;
import io.sluice.order.Event.KillUnconfirmed;
import io.sluice.order.Event.LookUpEnded;
import io.sluice.order.Event.OperatorRefused;
import io.sluice.order.Event.RearmRefused;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.Event.RouterEvent;
import io.sluice.order.Event.RouterStarted;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.order.Event.VenueCameUp;
import io.sluice.order.Event.VenueWentDown;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderRecalled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.port.Frame;
import io.sluice.port.Frame.FixNumbers;
import io.sluice.port.Frame.FixReset;
import io.sluice.port.Frame.FixStored;
import io.sluice.port.Frame.Happened;
import io.sluice.port.OrderRecords.Place;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Folds frames of the journal into the rows of a store, over one connection. What was taken since
 * the last commit becomes one transaction with its position. After a failure it is of no more use:
 * another one resumes from what the store holds. For one thread.
 */
final class Projection {

    /** Orders that have ended are seldom heard of again, and a look-up is one row. */
    private static final int ORDERS_IN_MEMORY = 20_000;

    private final Connection connection;
    private final Writes writes;
    private final OrderRows orders;
    private final EventRows events;
    private final PositionRows positions;
    private final SessionRows sessions;
    private final KillRows kills;
    private Progress stored;
    private Progress next;
    private long eventCount;

    private Projection(Connection connection, Map<String, String> roles, int ordersInMemory)
            throws SQLException {
        this.connection = connection;
        this.writes = new Writes(connection);
        this.orders = new OrderRows(connection, writes, ordersInMemory);
        this.events = new EventRows(writes);
        this.positions = new PositionRows(connection, writes);
        this.sessions = new SessionRows(connection, writes, roles);
        this.kills = new KillRows(writes);
        this.stored = Progress.read(connection);
        this.next = stored;
        connection.commit();
    }

    /** Goes on from what the store holds. The connection must not commit by itself. */
    static Projection resume(Connection connection, Map<String, String> roles) throws SQLException {
        return resume(connection, roles, ORDERS_IN_MEMORY);
    }

    static Projection resume(Connection connection, Map<String, String> roles, int ordersInMemory)
            throws SQLException {
        return new Projection(connection, roles, ordersInMemory);
    }

    /** What is committed. */
    Progress stored() {
        return stored;
    }

    /** How many events were taken. */
    long eventCount() {
        return eventCount;
    }

    /** Part of the journal is not there: the store goes on without it, and says so. */
    void skip(Progress.Gap gap) {
        next = next.withGap(gap);
    }

    void take(long position, Frame frame) throws SQLException {
        if (position <= next.position()) {
            return;
        }
        int index = 0;
        for (Frame.Entry entry : frame.entries()) {
            switch (entry) {
                case Happened(Event event) -> take(new Place(position, index), frame.at(), event);
                case FixNumbers numbers -> sessions.numbered(numbers, frame.at());
                case FixReset reset -> sessions.reset(reset, frame.at());
                case FixStored _,
                        Frame.FixHeld _,
                        Frame.FixCopied _,
                        Frame.FixProven _,
                        Frame.FixSubscribed _ -> {}
            }
            index++;
        }
        Progress.Stamp stamp = new Progress.Stamp(frame.epoch(), Row.stored(frame.at()));
        next =
                new Progress(
                        position, Optional.of(stamp), next.day(), StoreJson.FORMAT, next.missing());
    }

    void commit() throws SQLException {
        orders.write();
        positions.write();
        sessions.write();
        writes.send();
        next.write(connection, stored, Instant.now());
        connection.commit();
        orders.committed();
        positions.committed();
        sessions.committed();
        stored = next;
    }

    private void take(Place place, Instant at, Event event) throws SQLException {
        eventCount++;
        events.write(place, at, event);
        switch (event) {
            case OrderEvent e -> take(place, at, e);
            case RouterEvent e -> take(place, at, e);
        }
    }

    private void take(Place place, Instant at, OrderEvent event) throws SQLException {
        Optional<Tracked> before = orders.find(event.orderId());
        Optional<Order> after =
                switch (event) {
                    case OrderReceived e -> Optional.of(Order.received(e, at));
                    case OrderRecalled e -> Optional.of(e.order());
                    case OrderEvent e -> before.map(it -> it.order().after(e, at));
                };
        if (after.isEmpty()) {
            return;
        }
        keep(place, at, before, after.get());
        events.writeExecution(place, at, event, after.get());
        if (event instanceof OrderFilled filled) {
            positions.traded(after.get(), filled.trade(), at);
        }
    }

    /** An order that the store has not heard of came before the journal begins. */
    private void keep(Place place, Instant at, Optional<Tracked> before, Order after) {
        if (before.isPresent()) {
            orders.keep(before.get().then(after, at, place.position()));
        } else {
            orders.begin(after, next.day(), at, place.position());
        }
    }

    /** What happened to no order is an event; some of it is more. */
    private void take(Place place, Instant at, RouterEvent event) throws SQLException {
        switch (event) {
            case ScopeKilled e -> kills.killed(place, at, e);
            case KillConfirmed e -> kills.confirmed(place, at, e);
            case KillUnconfirmed e -> kills.unconfirmed(place, at, e);
            case ScopeRearmed e -> kills.rearmed(place, at, e);
            case DayRolled(LocalDate day, _) ->
                    next =
                            new Progress(
                                    next.position(),
                                    next.frame(),
                                    Optional.of(day),
                                    next.format(),
                                    next.missing());
            case RouterStarted _,
                    VenueCameUp _,
                    VenueWentDown _,
                    DuplicateRefused _,
                    InvalidOrderRefused _,
                    RequestRefused _,
                    OperatorRefused _,
                    ReportUnmatched _,
                    LookUpEnded _,
                    KillRefused _,
                    RearmRefused _ -> {}
        }
    }
}
