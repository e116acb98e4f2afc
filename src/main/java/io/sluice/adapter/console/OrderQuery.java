package io.sluice.adapter.console;

import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Symbol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which orders a request wants to see: the parameters of {@code GET /api/v1/orders}. */
record OrderQuery(
        boolean openOnly,
        Optional<OmsId> oms,
        Optional<Symbol> symbol,
        int limit,
        Optional<OrderId> after) {

    static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 100;
    private static final List<String> NAMES = List.of("state", "oms", "symbol", "limit", "after");

    /** One page, and the id to go on after when there is more. */
    record Page(List<OrderView> orders, Optional<OrderId> next) {}

    static OrderQuery parse(Map<String, List<String>> parameters) {
        parameters.forEach(OrderQuery::requireKnownOnce);
        return new OrderQuery(
                openOnly(one(parameters, "state").orElse("open")),
                id(parameters, "oms", OmsId::new),
                id(parameters, "symbol", Symbol::new),
                one(parameters, "limit").map(OrderQuery::limit).orElse(DEFAULT_LIMIT),
                id(parameters, "after", OrderId::new));
    }

    Page run(OrderViews views) {
        Optional<Viewed> last = after.map(id -> known(views, id));
        try (Stream<Order> orders = views.newestFirst(openOnly, last)) {
            List<Order> found = orders.filter(this::wants).limit(limit + 1L).toList();
            List<Order> page = found.subList(0, Math.min(limit, found.size()));
            return new Page(
                    page.stream().map(OrderView::of).toList(),
                    found.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty());
        }
    }

    private boolean wants(Order order) {
        return oms.map(order.oms()::equals).orElse(true)
                && symbol.map(order.terms().symbol()::equals).orElse(true);
    }

    private static Viewed known(OrderViews views, OrderId id) {
        return views.find(id)
                .orElseThrow(() -> Problem.badParameter("after", id.value(), "the id of an order"));
    }

    private static boolean openOnly(String state) {
        return switch (state) {
            case "open" -> true;
            case "all" -> false;
            default -> throw Problem.badParameter("state", state, "open or all");
        };
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // Told below, as any other bad limit.
        }
        throw Problem.badParameter("limit", text, "a whole number from 1 to " + MAX_LIMIT);
    }

    private static <T> Optional<T> id(
            Map<String, List<String>> parameters, String name, Function<String, T> id) {
        return one(parameters, name)
                .map(
                        text -> {
                            try {
                                return id.apply(text);
                            } catch (IllegalArgumentException _) {
                                throw Problem.badParameter(
                                        name, text, "an id of 1 to 64 characters");
                            }
                        });
    }

    private static Optional<String> one(Map<String, List<String>> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(List::getFirst);
    }

    private static void requireKnownOnce(String name, List<String> values) {
        if (!NAMES.contains(name)) {
            throw Problem.badParameter(
                    name, String.join(",", values), "left out: known are " + NAMES);
        }
        if (values.size() != 1) {
            throw Problem.badParameter(name, String.join(",", values), "given once");
        }
    }
}
