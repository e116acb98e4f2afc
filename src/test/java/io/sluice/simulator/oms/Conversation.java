package io.sluice.simulator.oms;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An OMS that has sent R-1, to buy 300 AAPL at 190.00. What it hears is written as the fields that
 * differ from an acknowledgement of R-1; a field without a value is left out.
 */
final class Conversation {

    static final Terms TERMS = terms("300", "190.00");

    final List<Long> latencies = new ArrayList<>();
    final Checker checker = new Checker(Set.of("OLD"), latencies::add);
    private int lastExecId;

    Conversation() {
        checker.sent(new Request.NewOrder("R-1", TERMS), 1_000);
    }

    static Terms terms(String qty, String price) {
        return new Terms(
                "ACC1",
                "AAPL",
                Terms.BUY,
                new BigDecimal(qty),
                Optional.of(new BigDecimal(price)),
                Terms.LIMIT,
                Terms.DAY);
    }

    /** The rules that this ExecutionReport breaks. */
    List<String> hears(String fields) {
        lastExecId++;
        Map<String, String> report =
                fields("35=8|37=O1|17=E" + lastExecId + "|11=R-1|55=AAPL|54=1");
        report.putAll(fields("38=300|150=0|39=0|14=0|151=300|6=0|20001=R-1"));
        return receives(report, fields);
    }

    /** The rules that this OrderCancelReject breaks. */
    List<String> hearsReject(String fields) {
        return receives(fields("35=9|37=O1|11=R-2|41=R-1|39=0|434=1|102=0"), fields);
    }

    void cancels(String id, String origin) {
        checker.sent(new Request.Cancel(id, origin, TERMS), 2_000);
    }

    void replaces(String id, String origin, String qty, String price) {
        checker.sent(new Request.Replace(id, origin, terms(qty, price)), 2_000);
    }

    void asks(String id, String origin) {
        checker.sent(new Request.Status(id, origin, TERMS), 2_000);
    }

    List<String> unanswered() {
        return checker.unanswered().stream().map(pending -> pending.request().id()).toList();
    }

    private List<String> receives(Map<String, String> message, String changes) {
        message.putAll(fields(changes));
        String text =
                message.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(joining("|"));
        return checker.receive(Answer.parse(text), 5_000).stream().map(Violation::rule).toList();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split("\\|", -1)) {
            int equals = field.indexOf('=');
            fields.put(field.substring(0, equals), field.substring(equals + 1));
        }
        return fields;
    }
}
