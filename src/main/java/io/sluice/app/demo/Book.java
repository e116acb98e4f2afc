package io.sluice.app.demo;

import io.sluice.app.CommandFailure;
import io.sluice.app.RouterClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The router's book as its API shows it, by the OMS's ClOrdID(11) of each order.
 *
 * @param held what the router itself counts as the positions of its accounts
 */
record Book(Map<String, Entry> orders, Positions held) {

    private static final Duration STORE_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STORE_PAUSE = Duration.ofMillis(100);

    /**
     * One order of the book.
     *
     * @param ticket what the venue last agreed to
     * @param ordStatus the state as OrdStatus(39) names it; empty when the venue has not answered
     * @param venueClOrdIds our ids of the order and its requests to the venue
     */
    record Entry(
            String id,
            Ticket ticket,
            String ordStatus,
            BigDecimal cumQty,
            BigDecimal avgPx,
            Set<String> venueClOrdIds) {}

    /** All of it, page by page. */
    static Book read(RouterClient router) throws IOException {
        awaitStore(router);
        List<JsonNode> pages = new ArrayList<>();
        String next = "";
        do {
            String after = next.isEmpty() ? "" : "&after=" + RouterClient.encoded(next);
            JsonNode page = router.get("/api/v1/orders?state=all&limit=1000" + after);
            pages.add(page);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return of(pages, router.get("/api/v1/positions"));
    }

    /** What has ended is read from the store, which follows the journal at a distance. */
    private static void awaitStore(RouterClient router) throws IOException {
        long durable = router.get("/api/v1/status").path("journal").path("durable").asLong();
        Instant deadline = Instant.now().plus(STORE_PATIENCE);
        while (position(router) < durable) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        "The order book store was not at position "
                                + durable
                                + " within "
                                + STORE_PATIENCE);
            }
            LockSupport.parkNanos(STORE_PAUSE.toNanos());
        }
    }

    /** How far the orders go; 0 while they cannot be had. */
    private static long position(RouterClient router) throws IOException {
        try {
            return router.get("/api/v1/orders?state=all&limit=1").path("position").asLong();
        } catch (CommandFailure _) {
            return 0;
        }
    }

    /** Of the pages of {@code GET /api/v1/orders} and of {@code GET /api/v1/positions}. */
    static Book of(List<JsonNode> pages, JsonNode positions) {
        Map<String, Entry> orders = new LinkedHashMap<>();
        for (JsonNode page : pages) {
            for (JsonNode order : page.path("orders")) {
                orders.put(order.path("links").path(0).path("clOrdId").asString(), entry(order));
            }
        }
        return new Book(orders, held(positions));
    }

    private static Positions held(JsonNode answer) {
        Positions held = new Positions();
        for (JsonNode position : answer.path("positions")) {
            held.add(
                    Ledger.text(position, "account"),
                    Ledger.text(position, "symbol"),
                    Ledger.decimal(position, "qty"));
        }
        return held;
    }

    /** Every id under which a venue may know an order of the book. */
    Set<String> venueClOrdIds() {
        return orders.values().stream()
                .flatMap(entry -> entry.venueClOrdIds().stream())
                .collect(Collectors.toSet());
    }

    private static Entry entry(JsonNode order) {
        Set<String> venueClOrdIds =
                StreamSupport.stream(order.path("links").spliterator(), false)
                        .map(link -> Ledger.text(link, "venueClOrdId"))
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toSet());
        return new Entry(
                Ledger.text(order, "id"),
                new Ticket(
                        Ledger.text(order, "account"),
                        Ledger.text(order, "symbol"),
                        side(Ledger.text(order, "side")),
                        Ledger.decimal(order, "qty"),
                        Ledger.decimal(order, "price")),
                ordStatus(Ledger.text(order, "state")),
                Ledger.decimal(order, "cumQty"),
                Ledger.decimal(order, "avgPx"),
                venueClOrdIds);
    }

    private static String side(String word) {
        return switch (word) {
            case "BUY" -> "1";
            case "SELL" -> "2";
            case "SELL_SHORT" -> "5";
            case "SELL_SHORT_EXEMPT" -> "6";
            default -> word;
        };
    }

    private static String ordStatus(String state) {
        return switch (state) {
            case "RECEIVED", "ROUTED" -> "";
            case "WORKING" -> "0";
            case "PARTIALLY_FILLED" -> "1";
            case "FILLED" -> "2";
            case "DONE_FOR_DAY" -> "3";
            case "CANCELED" -> "4";
            case "DENIED", "REJECTED" -> "8";
            case "EXPIRED" -> "C";
            default -> state;
        };
    }
}
