package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Report.CancelRejected;
import io.sluice.simulator.broker.Report.Execution;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The broker's whole state: every order and every market. Single-threaded.
 *
 * <p>Only {@link #apply} changes it, so applying the reports of a ledger again rebuilds it.
 */
final class Floor {

    private static final int FINISHED_ORDERS_KEPT = 100_000;

    private final Orders orders = new Orders(FINISHED_ORDERS_KEPT);
    private final Map<String, Market> markets = new TreeMap<>();

    Orders orders() {
        return orders;
    }

    Iterable<Market> markets() {
        return markets.values();
    }

    Market market(String symbol) {
        return markets.computeIfAbsent(symbol, _ -> new Market(ReferencePrices.of(symbol)));
    }

    void apply(Report report) {
        switch (report) {
            case Execution execution -> apply(execution);
            case CancelRejected reject -> orders.use(reject.clOrdId(), reject.orderId());
        }
    }

    private void apply(Execution execution) {
        if (execution.execType() == ExecType.ORDER_STATUS || execution.repeat()) {
            return;
        }
        put(execution.order());
        orders.use(execution.clOrdId(), execution.order().orderId());
    }

    /** Puts an order where it now belongs, in its book or out of it. */
    void put(Order order) {
        Optional<Order> before = orders.byOrderId(order.orderId());
        orders.put(order);

        boolean rested = before.filter(Floor::rests).isPresent();
        if (rested && rests(order) && keepsItsPlace(before.orElseThrow(), order)) {
            return;
        }
        if (rested) {
            market(order.terms().symbol()).book().remove(before.orElseThrow());
        }
        if (rests(order)) {
            market(order.terms().symbol()).book().rest(order);
        }
    }

    private static boolean rests(Order order) {
        return order.isWorking()
                && order.terms().mayRest()
                && Handle.of(order.terms().symbol()).isEmpty();
    }

    /** A fill or a smaller quantity keeps the place in the queue; a new price or more loses it. */
    private static boolean keepsItsPlace(Order before, Order after) {
        return before.terms().price().equals(after.terms().price())
                && after.terms().qty().compareTo(before.terms().qty()) <= 0;
    }
}
