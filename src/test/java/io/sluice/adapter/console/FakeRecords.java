package io.sluice.adapter.console;

import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.port.OrderRecords;
import io.sluice.port.StoreAwayException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order book store that answers what it is told to, and remembers what it was asked. */
final class FakeRecords implements OrderRecords {

    static final long POSITION = 4_711;

    final List<Record> asked = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<RecordedExecution> executions = new ArrayList<>();
    boolean hasMore;
    boolean away;
    int rebuilds;

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
