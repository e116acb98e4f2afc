package io.sluice.app.demo;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the OMS asked for and was told, by the ClOrdID(11) of each NewOrderSingle(D). */
final class OmsTruth {

    private final Map<String, OrderRecord> orders = new LinkedHashMap<>();
    private final Map<String, String> firstOfChain = new HashMap<>();
    private final Map<String, Ticket> replaces = new HashMap<>();
    private final Set<String> execIds = new HashSet<>();
    private final List<String> disagreements = new ArrayList<>();

    OmsTruth(Ledger ledger) {
        for (JsonNode line : ledger.lines()) {
            switch (Ledger.text(line, "t")) {
                case "sent" -> sent(line);
                case "report" -> told(line);
                case "violation" ->
                        disagreements.add(
                                "the OMS objects: "
                                        + Ledger.text(line, "rule")
                                        + ": "
                                        + Ledger.text(line, "text"));
                default -> {
                    // What a ledger says besides is not about orders.
                }
            }
        }
    }

    Map<String, OrderRecord> orders() {
        return orders;
    }

    /** What is wrong by itself, without a look at the other sides. */
    List<String> disagreements() {
        return disagreements;
    }

    private void sent(JsonNode line) {
        String clOrdId = Ledger.text(line, "clOrdId");
        switch (Ledger.text(line, "msgType")) {
            case "D" -> {
                firstOfChain.put(clOrdId, clOrdId);
                orders.putIfAbsent(clOrdId, new OrderRecord(clOrdId, Ticket.of(line)));
            }
            case "F", "G" -> {
                String original = Ledger.text(line, "origClOrdId");
                firstOfChain.put(clOrdId, firstOfChain.getOrDefault(original, original));
                replaces.put(clOrdId, Ticket.of(line));
            }
            default -> {
                // An OrderStatusRequest(H) begins nothing.
            }
        }
    }

    private void told(JsonNode line) {
        String clOrdId = Ledger.text(line, "clOrdId");
        OrderRecord order = orders.get(firstOfChain.getOrDefault(clOrdId, clOrdId));
        boolean execution = Ledger.text(line, "msgType").equals("8");
        if (order == null) {
            if (execution && !isStatusAnswer(line)) {
                disagreements.add("OMS was told of an order it never sent: " + line);
            }
        } else if (execution) {
            execution(order, line);
        } else {
            order.answered();
        }
    }

    private void execution(OrderRecord order, JsonNode line) {
        if (isStatusAnswer(line)) {
            return;
        }
        String execId = Ledger.text(line, "execId");
        if (!execIds.add(execId)) {
            if (!Ledger.flag(line, "possDup") && !Ledger.flag(line, "possResend")) {
                disagreements.add(
                        "order "
                                + order.name()
                                + ": ExecID "
                                + execId
                                + " was told twice, unmarked");
            }
            return;
        }
        order.reported(Ledger.text(line, "ordStatus"), Ledger.decimal(line, "cumQty"));
        switch (Ledger.text(line, "execType")) {
            case "F" -> order.filled(Fill.of(line, "secondaryExecId"));
            case "5" -> replaced(order, line);
            default -> {
                // All others leave quantities and terms as they are.
            }
        }
    }

    private void replaced(OrderRecord order, JsonNode line) {
        Ticket asked = replaces.get(Ledger.text(line, "clOrdId"));
        if (asked == null) {
            disagreements.add(
                    "order " + order.name() + " was replaced by what the OMS never sent: " + line);
        } else {
            order.replaced(asked.qty(), asked.price());
        }
    }

    private static boolean isStatusAnswer(JsonNode line) {
        return Ledger.text(line, "execType").equals("I");
    }
}
