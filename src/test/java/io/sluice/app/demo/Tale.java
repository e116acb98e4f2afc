package io.sluice.app.demo;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Three stories of the same orders, in the formats of the ledgers and the API. */
final class Tale {

    final List<String> oms = new ArrayList<>();
    final List<String> broker = new ArrayList<>();
    final List<String> book = new ArrayList<>();
    final List<String> copies = new ArrayList<>();

    /** What the router counts itself. */
    BigDecimal held = BigDecimal.ZERO;

    /** Everybody tells of a buy order of 100 AAPL that filled in two pieces. */
    Tale filledOrder(String clOrdId, String venueId) {
        sent(clOrdId);
        received(venueId, clOrdId);
        exec(venueId, "N" + venueId, "0", "0", "0", "0", "0");
        told(clOrdId, "1" + clOrdId, "N" + venueId, "0", "0", "0", "0", "0");
        exec(venueId, "F1" + venueId, "F", "1", "40", "10.50", "40");
        told(clOrdId, "2" + clOrdId, "F1" + venueId, "F", "1", "40", "10.5", "40");
        exec(venueId, "F2" + venueId, "F", "2", "60", "10.49", "100");
        told(clOrdId, "3" + clOrdId, "F2" + venueId, "F", "2", "60", "10.49", "100.0");
        return booked(clOrdId, venueId, "FILLED", "100");
    }

    /** Everybody but the brokers tells of an order that the router denied. */
    Tale deniedOrder(String clOrdId) {
        sent(clOrdId);
        told(clOrdId, "1" + clOrdId, "", "8", "8", "0", "0", "0");
        return booked(clOrdId, "", "DENIED", "0");
    }

    /** Everybody tells of an order that was replaced, filled in part and canceled. */
    Tale canceledOrder(String clOrdId, String venueId) {
        sent(clOrdId);
        received(venueId, clOrdId);
        oms.add(omsRequest("G", clOrdId + "R", clOrdId));
        broker.add(brokerRequest("G", venueId + "R", venueId));
        exec(venueId + "R", "R" + venueId, "5", "0", "0", "0", "0");
        told(clOrdId + "R", "1" + clOrdId, "R" + venueId, "5", "0", "0", "0", "0");
        exec(venueId + "R", "F" + venueId, "F", "1", "40", "10.50", "40");
        told(clOrdId + "R", "2" + clOrdId, "F" + venueId, "F", "1", "40", "10.50", "40");
        oms.add(omsRequest("F", clOrdId + "X", clOrdId + "R"));
        broker.add(brokerRequest("F", venueId + "X", venueId + "R"));
        told(clOrdId + "X", "3" + clOrdId, "P" + venueId, "6", "6", "0", "0", "40");
        exec(venueId + "X", "C" + venueId, "4", "4", "0", "0", "40");
        told(clOrdId + "X", "4" + clOrdId, "C" + venueId, "4", "4", "0", "0", "40");
        booked(clOrdId, venueId, "CANCELED", "40");
        book.add(
                book.removeLast()
                        .replace("\"qty\":\"100\"", "\"qty\":\"120\"")
                        .replace("\"price\":\"10.5\"", "\"price\":\"10.60\""));
        return this;
    }

    Tale sent(String clOrdId) {
        oms.add(
                """
                {"t":"sent","msgType":"D","clOrdId":"%s","symbol":"AAPL","side":"1","qty":"100",\
                "price":"10.50","ordType":"2","tif":"0","account":"ACC1"}\
                """
                        .formatted(clOrdId));
        return this;
    }

    Tale told(
            String clOrdId,
            String execId,
            String brokerExecId,
            String type,
            String status,
            String lastQty,
            String lastPx,
            String cumQty) {
        oms.add(
                """
                {"t":"report","msgType":"8","execId":"%s","secondaryExecId":"%s",\
                "execType":"%s","ordStatus":"%s","clOrdId":"%s","lastQty":"%s",\
                "lastPx":"%s","cumQty":"%s","possDup":false,\
                "possResend":false}\
                """
                        .formatted(
                                execId,
                                brokerExecId,
                                type,
                                status,
                                clOrdId,
                                lastQty,
                                lastPx,
                                cumQty));
        return this;
    }

    Tale received(String venueId, String omsId) {
        broker.add(
                """
                {"t":"received","broker":"ALPHA","msgType":"D","clOrdId":"%s","symbol":"AAPL",\
                "side":"1","qty":"100","price":"10.50","account":"ACC1","possDup":false,\
                "other":{"20001":"%s"}}\
                """
                        .formatted(venueId, omsId));
        return this;
    }

    Tale exec(
            String venueId,
            String execId,
            String type,
            String status,
            String lastQty,
            String lastPx,
            String cumQty) {
        broker.add(
                """
                {"t":"exec","broker":"ALPHA","execId":"%s","clOrdId":"%s","execType":"%s",\
                "ordStatus":"%s","lastQty":"%s","lastPx":"%s","cumQty":"%s","orderQty":"120",\
                "price":"10.6"}\
                """
                        .formatted(execId, venueId, type, status, lastQty, lastPx, cumQty));
        return this;
    }

    /** The average price is that of the fills which the stories tell of. */
    Tale booked(String clOrdId, String venueId, String state, String cumQty) {
        held = held.add(new BigDecimal(cumQty));
        String avgPx = cumQty.equals("100") ? "10.494" : cumQty.equals("40") ? "10.5" : "0";
        book.add(
                """
                {"id":"O%s","account":"ACC1","symbol":"AAPL","side":"BUY","qty":"100",\
                "price":"10.5","state":"%s","cumQty":"%s","avgPx":"%s",\
                "links":[{"kind":"NEW","clOrdId":"%s","venueClOrdId":%s}]}\
                """
                        .formatted(
                                clOrdId,
                                state,
                                cumQty,
                                avgPx,
                                clOrdId,
                                venueId.isEmpty() ? "null" : '"' + venueId + '"'));
        return this;
    }

    /** One side tells its last line once more. */
    static void repeatLast(List<String> side, String what, String instead) {
        side.add(side.getLast().replace(what, instead));
    }

    /** One side tells something else in every line that has it. */
    static void change(List<String> side, String what, String instead) {
        side.replaceAll(line -> line.replace(what, instead));
    }

    /** The drop-copy reader tells of all that the OMS was told so far. */
    Tale copied() {
        oms.stream()
                .filter(line -> line.startsWith("{\"t\":\"report\""))
                .map(line -> line.replace("\"t\":\"report\"", "\"t\":\"copy\",\"oms\":\"DEMO\""))
                .forEach(copies::add);
        return this;
    }

    Verdict copyVerdict() {
        Reports copied = new Reports();
        ledger(copies).lines().forEach(line -> copied.copied(line, "DEMO"));
        return verdict().and(Reports.ofOms(ledger(oms)), copied);
    }

    Verdict verdict() {
        return Verdict.of(
                new OmsTruth(ledger(oms)),
                new BrokerTruth(ledger(broker)),
                Book.of(
                        List.of(json("{\"orders\":[" + String.join(",", book) + "]}")),
                        json(
                                """
                                {"positions":[{"account":"ACC1","symbol":"AAPL","qty":"%s"}]}\
                                """
                                        .formatted(held))));
    }

    private static String omsRequest(String type, String id, String original) {
        return """
                {"t":"sent","msgType":"%s","clOrdId":"%s","origClOrdId":"%s","symbol":"AAPL",\
                "side":"1","qty":"120","price":"10.60","account":"ACC1"}\
                """
                .formatted(type, id, original);
    }

    private static String brokerRequest(String type, String id, String original) {
        return """
                {"t":"received","broker":"ALPHA","msgType":"%s","clOrdId":"%s",\
                "origClOrdId":"%s","symbol":"AAPL","side":"1","qty":"120","price":"10.60",\
                "account":"ACC1"}\
                """
                .formatted(type, id, original);
    }

    private static Ledger ledger(List<String> lines) {
        return new Ledger(lines.stream().map(Tale::json).toList());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
