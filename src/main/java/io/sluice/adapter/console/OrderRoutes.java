package io.sluice.adapter.console;

import io.javalin.http.Context;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.OmsId;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderId;
import io.sluice.port.Operator;
import io.sluice.port.OrderRecords;
import io.sluice.port.StoreAwayException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The routes under {@code /api/v1/orders}. */
record OrderRoutes(
        OrderViews views, OrderHistory history, Operator operator, Optional<OrderRecords> records) {

    private static final long ANSWER_SECONDS = 10;

    /** What is open comes from memory; what has ended from the store, when there is one. */
    void list(Context http) throws StoreAwayException {
        OrderQuery query = OrderQuery.parse(http.queryParamMap());
        http.json(
                query.state() == OrderQuery.State.OPEN || records.isEmpty()
                        ? query.run(views)
                        : query.run(records.get()));
    }

    /** One that has left memory may be in the store. */
    void show(Context http) throws IOException, StoreAwayException {
        String name = http.pathParam("id");
        Optional<Viewed> seen = seen(name);
        http.json(seen.isPresent() ? history.of(seen.get()) : stored(name));
    }

    private ObjectNode stored(String name) throws StoreAwayException {
        Optional<OrderRecords.History> found = Optional.empty();
        if (records.isPresent() && !name.isEmpty() && name.length() <= OrderQuery.MAX_ID) {
            found = records.get().order(new OrderId(name));
        }
        return OrderHistory.of(found.orElseThrow(() -> Problem.unknownOrder(name)));
    }

    void cancel(Context http) throws IOException {
        String by = RequestBody.of(http).operator();
        OrderId id = orderId(http.pathParam("id"));

        List<Event> events = await(operator.submit(new CancelByOperator(id, by)), id);
        if (events.stream().noneMatch(event -> cancels(event, id))) {
            throw refused(id, events).asException();
        }
        ObjectNode answer = ConsoleJson.MAPPER.createObjectNode();
        answer.put("orderId", id.value());
        var told = answer.putArray("events");
        events.forEach(event -> told.add(OrderHistory.event(event)));
        http.status(202).json(answer);
    }

    /** Our own id goes to the router as it is: it may know what is not seen here yet. */
    private OrderId orderId(String name) {
        if (name.indexOf(':') >= 0) {
            return named(name).order().id();
        }
        try {
            return new OrderId(name);
        } catch (IllegalArgumentException _) {
            throw Problem.unknownOrder(name);
        }
    }

    /** By our id, or by the OMS's as {@code oms:CLORDID}. */
    private Viewed named(String name) {
        return seen(name).orElseThrow(() -> Problem.unknownOrder(name));
    }

    private Optional<Viewed> seen(String name) {
        return byOurId(name).or(() -> byClOrdId(name));
    }

    private Optional<Viewed> byOurId(String name) {
        try {
            return views.find(new OrderId(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Viewed> byClOrdId(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            OmsId oms = new OmsId(name.substring(0, colon));
            return views.find(oms, new ClOrdId(name.substring(colon + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean cancels(Event event, OrderId id) {
        return event instanceof OrderEvent happened
                && happened.orderId().equals(id)
                && (happened instanceof CancelRequested
                        || happened instanceof OrderEvent.OrderCanceled);
    }

    /** The router's own words, whatever event carries them. */
    private static Problem refused(OrderId id, List<Event> events) {
        for (Event event : events) {
            JsonNode denial = OrderHistory.event(event).path("denial");
            if (denial.isObject()) {
                String code = denial.path("code").asString("");
                String detail =
                        "Order " + id + ": " + code + ": " + denial.path("detail").asString("");
                return code.equals(DenialCode.UNKNOWN_ORDER.name())
                        ? Problem.of(404, "Unknown order", detail)
                        : Problem.of(409, "Cancel refused", detail);
            }
        }
        return Problem.of(
                409,
                "Cancel refused",
                "Order " + id + " was not canceled; what came was " + events);
    }

    private static List<Event> await(CompletableFuture<List<Event>> answer, OrderId id) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String cause = String.valueOf(e.getCause());
            throw Problem.of(503, "Not taken", "Cancel of order " + id + " was not taken: " + cause)
                    .asException();
        } catch (TimeoutException _) {
            throw Problem.of(
                            504,
                            "No answer yet",
                            "Cancel of order "
                                    + id
                                    + " was given to the router, which has not answered within "
                                    + ANSWER_SECONDS
                                    + " s; it may still happen")
                    .asException();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "Stopping", "The API was stopped while order " + id + " waited")
                    .asException();
        }
    }
}
