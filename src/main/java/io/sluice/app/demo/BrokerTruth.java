package io.sluice.app.demo;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the brokers received and did, by the OMS's ClOrdID(11), which the router must carry through
 * in the custom tag 20001.
 */
final class BrokerTruth {

    private static final String OMS_TAG = "20001";

    /** An order as a broker knows it. */
    private record Key(String broker, String clOrdId) {}

    private final Map<String, OrderRecord> byOmsId = new LinkedHashMap<>();
    private final Map<String, OrderRecord> byVenueClOrdId = new HashMap<>();
    private final Map<Key, Key> firstOfChain = new HashMap<>();
    private final Map<Key, OrderRecord> byKey = new HashMap<>();
    private final Set<String> replaces = new HashSet<>();
    private final Set<String> execIds = new HashSet<>();
    private final List<String> disagreements = new ArrayList<>();

    BrokerTruth(Ledger ledger) {
        for (JsonNode line : ledger.lines()) {
            switch (Ledger.text(line, "t")) {
                case "received" -> received(line);
                case "exec" -> did(line);
                default -> {
                    // A cancelReject, and what a ledger says besides, changes no order.
                }
            }
        }
    }

    Map<String, OrderRecord> byOmsId() {
        return byOmsId;
    }

    Map<String, OrderRecord> byVenueClOrdId() {
        return byVenueClOrdId;
    }

    List<String> disagreements() {
        return disagreements;
    }

    private void received(JsonNode line) {
        Key key = key(line, "clOrdId");
        switch (Ledger.text(line, "msgType")) {
            case "D" -> order(key, line);
            case "F", "G" -> {
                Key original = key(line, "origClOrdId");
                firstOfChain.putIfAbsent(key, firstOfChain.getOrDefault(original, original));
                boolean replace = Ledger.text(line, "msgType").equals("G");
                if (replace && !replaces.add(key.clOrdId())) {
                    disagreements.add(
                            "replace " + key.clOrdId() + " came to a broker twice: " + line);
                }
            }
            default -> {
                // An OrderStatusRequest(H) begins nothing.
            }
        }
    }

    private void order(Key key, JsonNode line) {
        OrderRecord order = new OrderRecord(key.clOrdId(), Ticket.of(line));
        firstOfChain.put(key, key);
        byKey.putIfAbsent(key, order);
        if (byVenueClOrdId.putIfAbsent(key.clOrdId(), order) != null) {
            disagreements.add("ClOrdID " + key.clOrdId() + " came to a broker twice: " + line);
        }
        String omsId = line.path("other").path(OMS_TAG).asString("");
        if (omsId.isEmpty()) {
            disagreements.add("tag " + OMS_TAG + " was lost on the way to a broker: " + line);
        } else if (byOmsId.putIfAbsent(omsId, order) != null) {
            disagreements.add("order " + omsId + " came to a broker twice: " + line);
        }
    }

    private void did(JsonNode line) {
        String execId = Ledger.text(line, "broker") + " " + Ledger.text(line, "execId");
        if (Ledger.flag(line, "repeat")) {
            return;
        }
        if (!execIds.add(execId)) {
            disagreements.add("ExecID " + execId + " was used twice by its broker: " + line);
            return;
        }
        Key key = key(line, "clOrdId");
        OrderRecord order = byKey.get(firstOfChain.getOrDefault(key, key));
        if (order == null) {
            disagreements.add("a broker reported on an order it never received: " + line);
            return;
        }
        order.reported(Ledger.text(line, "ordStatus"), Ledger.decimal(line, "cumQty"));
        switch (Ledger.text(line, "execType")) {
            case "F" -> order.filled(Fill.of(line, "execId"));
            case "5" ->
                    order.replaced(Ledger.decimal(line, "orderQty"), Ledger.decimal(line, "price"));
            default -> {
                // All others leave quantities and terms as they are.
            }
        }
    }

    private static Key key(JsonNode line, String id) {
        return new Key(Ledger.text(line, "broker"), Ledger.text(line, id));
    }
}
