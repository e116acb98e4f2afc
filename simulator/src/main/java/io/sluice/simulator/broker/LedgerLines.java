package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Report.CancelRejected;
import io.sluice.simulator.broker.Report.Execution;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports as lines of the ledger, there and back. */
final class LedgerLines {

    static final String EXEC = "exec";
    static final String CANCEL_REJECT = "cancelReject";

    private LedgerLines() {}

    static Map<String, Object> line(String broker, Report report, Instant at) {
        return switch (report) {
            case Execution execution -> line(broker, execution, at);
            case CancelRejected reject -> line(broker, reject, at);
        };
    }

    static Report report(JsonNode line) {
        return text(line, "t").equals(EXEC) ? execution(line) : cancelRejected(line);
    }

    private static Map<String, Object> line(String broker, Execution execution, Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("t", EXEC);
        line.put("broker", broker);
        line.put("execId", execution.execId());
        line.put("orderId", execution.order().orderId());
        line.put("clOrdId", execution.clOrdId());
        line.put("origClOrdId", execution.origClOrdId());
        line.put("execType", String.valueOf(execution.execType().code()));
        line.put("ordStatus", String.valueOf(execution.order().status().code()));
        putTerms(line, execution.order().terms());
        line.put("lastQty", execution.lastQty().toPlainString());
        line.put("lastPx", execution.lastPx().toPlainString());
        putQuantities(line, execution.order());
        line.put("orderClOrdId", execution.order().clOrdId());
        execution.ordRejReason().ifPresent(reason -> line.put("ordRejReason", reason));
        line.put("text", execution.text());
        if (execution.repeat()) {
            line.put("repeat", true);
        }
        line.put("at", at.toString());
        return line;
    }

    private static void putTerms(Map<String, Object> line, Terms terms) {
        line.put("symbol", terms.symbol());
        line.put("side", String.valueOf(terms.side()));
        line.put("account", terms.account());
        line.put("orderQty", terms.qty().toPlainString());
        line.put("price", terms.price().map(BigDecimal::toPlainString).orElse(""));
        line.put("ordType", String.valueOf(terms.ordType()));
        line.put("tif", String.valueOf(terms.timeInForce()));
    }

    private static void putQuantities(Map<String, Object> line, Order order) {
        line.put("cumQty", order.cumQty().toPlainString());
        line.put("leavesQty", order.leavesQty().toPlainString());
        line.put("avgPx", order.avgPx().toPlainString());
        line.put("notional", order.notional().toPlainString());
    }

    private static Map<String, Object> line(String broker, CancelRejected reject, Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("t", CANCEL_REJECT);
        line.put("broker", broker);
        line.put("orderId", reject.orderId());
        line.put("clOrdId", reject.clOrdId());
        line.put("origClOrdId", reject.origClOrdId());
        line.put("ordStatus", String.valueOf(reject.status().code()));
        line.put("cxlRejResponseTo", String.valueOf(reject.responseTo()));
        line.put("cxlRejReason", reject.cxlRejReason());
        line.put("text", reject.text());
        line.put("at", at.toString());
        return line;
    }

    private static Execution execution(JsonNode line) {
        Order order =
                new Order(
                        text(line, "orderId"),
                        text(line, "orderClOrdId"),
                        terms(line),
                        OrdStatus.of(text(line, "ordStatus")),
                        decimal(line, "cumQty"),
                        decimal(line, "notional"));
        return new Execution(
                text(line, "execId"),
                text(line, "clOrdId"),
                text(line, "origClOrdId"),
                ExecType.of(text(line, "execType")),
                order,
                decimal(line, "lastQty"),
                decimal(line, "lastPx"),
                line.has("ordRejReason")
                        ? OptionalInt.of(line.path("ordRejReason").asInt())
                        : OptionalInt.empty(),
                text(line, "text"),
                "",
                line.path("repeat").asBoolean(false));
    }

    private static Terms terms(JsonNode line) {
        String price = text(line, "price");
        return new Terms(
                text(line, "account"),
                text(line, "symbol"),
                text(line, "side").charAt(0),
                decimal(line, "orderQty"),
                text(line, "ordType").charAt(0),
                price.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(price)),
                text(line, "tif").charAt(0));
    }

    private static CancelRejected cancelRejected(JsonNode line) {
        return new CancelRejected(
                text(line, "orderId"),
                text(line, "clOrdId"),
                text(line, "origClOrdId"),
                OrdStatus.of(text(line, "ordStatus")),
                text(line, "cxlRejResponseTo").charAt(0),
                line.path("cxlRejReason").asInt(),
                text(line, "text"));
    }

    private static BigDecimal decimal(JsonNode line, String key) {
        return new BigDecimal(text(line, key));
    }

    private static String text(JsonNode line, String key) {
        return line.path(key).asString("");
    }
}
