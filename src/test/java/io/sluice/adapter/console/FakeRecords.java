package io.sluice.adapter.console;

import io.sluice.order.Account;
import io.sluice.order.ClOrdId;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.OmsId;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;
import io.sluice.port.OrderRecords;
import io.sluice.port.OrderRecords.ExecutionFilter;
import io.sluice.port.OrderRecords.OrderFilter;
import io.sluice.port.OrderRecords.Place;
import io.sluice.port.OrderRecords.RecordedExecution;
import io.sluice.port.OrderRecords.Reported;
import io.sluice.port.StoreAwayException;
import io.sluice.port.StoreHealth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order book store that answers what it is told to, and remembers what it was asked. */
final class FakeRecords implements OrderRecords {

    static final long POSITION = 4_711;
    private static final Instant AT = Instant.parse("2026-03-02T14:30:00.123456Z");

    final List<Record> asked = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<RecordedExecution> executions = new ArrayList<>();
    boolean hasMore;
    boolean away;
    int rebuilds;

    /** As a part of the API. */
    HttpApi.Store store() {
        return new HttpApi.Store(this, FakeRecords::health);
    }

    private static StoreHealth.Status health() {
        return new StoreHealth.Status(
                true, 70, 8, 250, 3, 12, 0, Optional.empty(), Optional.empty());
    }

    /** An order and an execution, which is of another one. */
    void recordOne() {
        executions.add(
                new RecordedExecution(
                        new Place(640, 1),
                        AT,
                        new OrderId("O1"),
                        new OmsId("OMS44"),
                        new ClOrdId("C1"),
                        new Account("ACC1"),
                        new Symbol("AAPL"),
                        Side.BUY,
                        Optional.of(new VenueId("ALPHA")),
                        new Reported(
                                new ExecId("E1"),
                                Optional.of(new VenueExecId("B1")),
                                ExecType.TRADE,
                                OrdStatus.PARTIALLY_FILLED,
                                Optional.of(Qty.of("30")),
                                Optional.of(Price.of("187.50")),
                                Qty.of("30"),
                                Qty.of("70"),
                                Price.of("187.50"),
                                "")));
        orders.add(Order.received((OrderReceived) Story.received(9, "MSFT"), AT));
    }

    @Override
    public Page<Order> orders(OrderFilter filter) throws StoreAwayException {
        requireThere();
        asked.add(filter);
        return new Page<>(List.copyOf(orders), hasMore, POSITION);
    }

    @Override
    public Optional<History> order(OrderId id) throws StoreAwayException {
        requireThere();
        return orders.stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .map(
                        order ->
                                new History(
                                        order,
                                        List.of(
                                                new Told(
                                                        new Place(10, 0),
                                                        order.receivedAt(),
                                                        "OrderReceived",
                                                        "{\"orderId\":\"" + id + "\"}")),
                                        0,
                                        POSITION));
    }

    @Override
    public Page<RecordedExecution> executions(ExecutionFilter filter) throws StoreAwayException {
        requireThere();
        asked.add(filter);
        return new Page<>(List.copyOf(executions), hasMore, POSITION);
    }

    @Override
    public void rebuild() {
        rebuilds++;
    }

    private void requireThere() throws StoreAwayException {
        if (away) {
            throw new StoreAwayException("The order book store does not answer: it was killed");
        }
    }
}
