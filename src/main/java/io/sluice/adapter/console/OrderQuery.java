package io.sluice.adapter.console;

import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Symbol;
import io.sluice.port.OrderRecords;
import io.sluice.port.StoreAwayException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which orders a request wants to see: the parameters of {@code GET /api/v1/orders}. */
record OrderQuery(
        State state,
        Optional<OmsId> oms,
        Optional<Symbol> symbol,
        int limit,
        Optional<OrderId> after) {

    static final int MAX_ID = 64;
    private static final List<String> NAMES = List.of("state", "oms", "symbol", "limit", "after");

    /** Which orders, by how they stand. */
    enum State {
        OPEN,
        ENDED,
        ALL
    }

    /**
     * One page, and the id to go on after when there is more.
     *
     * @param position the answer is true up to this journal position
     */
    record Page(List<OrderView> orders, Optional<OrderId> next, long position) {

        static Page of(List<Order> orders, boolean hasMore, long position) {
            return new Page(
                    orders.stream().map(OrderView::of).toList(),
                    hasMore ? Optional.of(orders.getLast().id()) : Optional.empty(),
                    position);
        }
    }

    static OrderQuery parse(Map<String, List<String>> all) {
        Parameters parameters = Parameters.of(all, NAMES);
        return new OrderQuery(
                parameters.one("state").map(OrderQuery::state).orElse(State.OPEN),
                parameters.id("oms", OmsId::new),
                parameters.id("symbol", Symbol::new),
                parameters.limit(),
                parameters.id("after", OrderId::new));
    }

    Page run(OrderViews views) {
        long position = views.position();
        Optional<Viewed> last = after.map(id -> views.find(id).orElseThrow(() -> unknown(id)));
        try (Stream<Order> orders = views.newestFirst(state == State.OPEN, last)) {
            List<Order> found = orders.filter(this::wants).limit(limit + 1L).toList();
            return Page.of(
                    found.subList(0, Math.min(limit, found.size())),
                    found.size() > limit,
                    position);
        }
    }

    Page run(OrderRecords records) throws StoreAwayException {
        if (after.isPresent() && records.order(after.get()).isEmpty()) {
            throw unknown(after.get());
        }
        OrderRecords.Page<Order> page =
                records.orders(
                        new OrderRecords.OrderFilter(
                                state == State.ENDED, oms, symbol, limit, after));
        return Page.of(page.items(), page.hasMore(), page.position());
    }

    private boolean wants(Order order) {
        return (state != State.ENDED || order.isFinal())
                && oms.map(order.oms()::equals).orElse(true)
                && symbol.map(order.terms().symbol()::equals).orElse(true);
    }

    private static ProblemException unknown(OrderId id) {
        return Problem.badParameter("after", id.value(), "the id of an order");
    }

    private static State state(String text) {
        return switch (text) {
            case "open" -> State.OPEN;
            case "ended" -> State.ENDED;
            case "all" -> State.ALL;
            default -> throw Problem.badParameter("state", text, "open, ended or all");
        };
    }
}
