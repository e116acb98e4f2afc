package io.sluice.scenario;

import io.sluice.adapter.fix.FixFields;
import io.sluice.core.Fixtures;
import io.sluice.endtoend.FixPeer;
import io.sluice.order.OrdStatus;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.scenario.Driver.Act;

import quickfix.ConfigError;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A broker on FIX that says what a scenario lets it say, by its own truth of each order. It tells
 * whose request it has by a field that the router only carries.
 */
final class FixVenue {

    /** Holds {@code OMS44:C1} for the request C1 of OMS44. */
    static final int ALIAS = 9001;

    /** Whose request it is when no OMS made it. */
    private static final String OPERATOR = ":operator";

    private final FixPeer peer;
    private final Map<String, Request> byAlias = new HashMap<>();
    private final Map<String, Request> byId = new HashMap<>();
    private final Deque<String> received = new ArrayDeque<>();
    private String lastReport = "";
    private int execs;
    private int port;

    /** One request as it came, with the order it is about. */
    private record Request(
            FixFields fields, String alias, Optional<Terms> terms, String order, VenueTruth truth) {

        String id() {
            return text(fields, 11);
        }
    }

    FixVenue(String name) throws IOException {
        peer = new FixPeer(name);
    }

    FixPeer peer() {
        return peer;
    }

    /** The port that it listens on, or did last. */
    int port() {
        return port;
    }

    void listen(int at) throws ConfigError {
        port = peer.listen(at);
    }

    Optional<String> nextReceived() {
        return Optional.ofNullable(received.pollFirst());
    }

    /** Takes all that has come. */
    void hearAll() {
        for (Optional<FixFields> it = peer.next(); it.isPresent(); it = peer.next()) {
            hear(it.get());
        }
    }

    private void hear(FixFields message) {
        switch (text(message, 35)) {
            case "D" -> {
                Terms terms = terms(message);
                take("new", message, Optional.of(terms), text(message, 11), new VenueTruth(terms));
            }
            case "G" -> change("replace", message, Optional.of(terms(message)));
            case "F" -> change("cancel", message, Optional.empty());
            case "H" -> receive("status", known(byId, text(message, 11)).alias());
            default -> received.add("unexpected " + message.all());
        }
    }

    private void change(String what, FixFields message, Optional<Terms> terms) {
        Request orig = known(byId, text(message, 41));
        take(what, message, terms, orig.order(), orig.truth());
    }

    private void take(
            String what, FixFields message, Optional<Terms> terms, String order, VenueTruth truth) {
        Request request =
                new Request(message, message.find(ALIAS).orElse(OPERATOR), terms, order, truth);
        byAlias.put(request.alias(), request);
        if (byId.put(request.id(), request) != null) {
            received.add("a second request " + request.id());
        }
        receive(what, request.alias());
    }

    private void receive(String what, String alias) {
        received.add(what + " " + alias.substring(alias.indexOf(':') + 1));
    }

    void act(Act act, String alias, String qty, String price) {
        if (act == Act.REPEATS_LAST_REPORT) {
            peer.send("8", lastReport);
            return;
        }
        Request it = known(byAlias, act == Act.REFUSES_KILL ? OPERATOR : alias);
        VenueTruth truth = it.truth();
        switch (act) {
            case ACCEPTS -> report(it, "0", "");
            case REJECTS -> ended(it, "8", OrdStatus.REJECTED);
            case CANCELS -> ended(it, "4", OrdStatus.CANCELED);
            case EXPIRES -> ended(it, "C", OrdStatus.EXPIRED);
            case REPLACES -> {
                truth.replace(it.terms().orElseThrow());
                report(it, "5", "");
            }
            case FILLS -> {
                truth.fill(Qty.of(qty), Price.of(price));
                report(it, "F", "|32=%s|31=%s".formatted(qty, price));
            }
            case TELLS_STATUS -> report(it, "I", "");
            case REFUSES_REQUEST, REFUSES_KILL -> refuse(it);
            case DOES_NOT_KNOW ->
                    peer.send(
                            "8",
                            "37=NONE|11=%s|17=0|150=I|39=8|103=5|55=N/A|54=1|151=0|14=0|6=0|58=unknown"
                                    .formatted(it.id()));
            case BOUNCES ->
                    peer.send(
                            "3", "45=%s|372=D|373=99|58=bounced".formatted(text(it.fields(), 34)));
            case REPEATS_LAST_REPORT -> throw new IllegalStateException("Done before");
        }
    }

    private void ended(Request it, String execType, OrdStatus end) {
        it.truth().end(end);
        report(it, execType, "");
    }

    private void report(Request it, String execType, String more) {
        VenueTruth truth = it.truth();
        execs++;
        String execId = execType.equals("I") ? "0" : "E" + execs;
        String orig = it.fields().find(41).map(id -> "|41=" + id).orElse("");
        lastReport =
                "37=V%s|11=%s%s|17=%s|150=%s|39=%s|55=%s|54=%s|38=%s|151=%s|14=%s|6=%s%s"
                        .formatted(
                                it.order(),
                                it.id(),
                                orig,
                                execId,
                                execType,
                                FixLetters.ordStatus(truth.status()),
                                text(it.fields(), 55),
                                text(it.fields(), 54),
                                truth.qty(),
                                truth.leavesQty(),
                                truth.cumQty(),
                                truth.avgPx(),
                                more);
        peer.send("8", lastReport);
    }

    private void refuse(Request it) {
        String responseTo = text(it.fields(), 35).equals("G") ? "2" : "1";
        peer.send(
                "9",
                "37=V%s|11=%s|41=%s|39=%s|434=%s|102=0|58=too late"
                        .formatted(
                                it.order(),
                                it.id(),
                                text(it.fields(), 41),
                                FixLetters.ordStatus(it.truth().status()),
                                responseTo));
    }

    private static Terms terms(FixFields message) {
        return Fixtures.terms(
                text(message, 54).equals("1") ? Side.BUY : Side.SELL,
                text(message, 38),
                text(message, 55),
                message.find(44).map(Price::of));
    }

    private static Request known(Map<String, Request> requests, String key) {
        Request request = requests.get(key);
        if (request == null) {
            throw new AssertionError("The venue never got " + key + ", only " + requests.keySet());
        }
        return request;
    }

    private static String text(FixFields fields, int tag) {
        return fields.find(tag).orElse("");
    }
}
