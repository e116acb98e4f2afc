package io.sluice.simulator.broker;

import io.sluice.simulator.FixText;
import io.sluice.simulator.Ledger;
import io.sluice.simulator.broker.Report.CancelRejected;
import io.sluice.simulator.broker.Report.Execution;

import quickfix.MessageStore;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger tells a broker about the time before its start. Single-threaded.
 *
 * <p>The reports rebuild the exchange. Two things may be left from the moment at which the process
 * died: reports that the FIX store never saw, and requests that were never answered.
 */
final class Recovery {

    /** More reports than this cannot lie between the ledger and the FIX store. */
    private static final int LAST_REPORTS_KEPT = 10_000;

    private static final int STORED_MESSAGES_AT_ONCE = 500;

    private final String broker;
    private final Exchange exchange;
    private final Deque<Dated> lastReports = new ArrayDeque<>();
    private final Map<String, Received> unanswered = new LinkedHashMap<>();

    private record Dated(Report report, Instant at) {}

    private Recovery(String broker, Exchange exchange) {
        this.broker = broker;
        this.exchange = exchange;
    }

    static Recovery of(Path ledger, String broker, Exchange exchange) throws IOException {
        Recovery recovery = new Recovery(broker, exchange);
        Ledger.read(ledger, recovery::take);
        return recovery;
    }

    /** The requests that came and were never answered, in order; status requests are asked anew. */
    List<Received> unanswered() {
        return List.copyOf(unanswered.values());
    }

    /** The reports that the ledger has and the FIX store has not: they were never sent. */
    List<Report> unsent(MessageStore store) throws IOException {
        Optional<String> last = lastStored(store);
        Instant storeMadeAt = store.getCreationTime().toInstant();
        Deque<Report> unsent = new ArrayDeque<>();

        for (Dated dated : lastReports.reversed()) {
            if (last.filter(key(dated.report())::equals).isPresent()) {
                return List.copyOf(unsent);
            }
            if (last.isEmpty() && dated.at().isBefore(storeMadeAt)) {
                break;
            }
            unsent.addFirst(dated.report());
        }
        return last.isEmpty() ? List.copyOf(unsent) : List.of();
    }

    private void take(JsonNode line) {
        if (!line.path("broker").asString("").equals(broker)) {
            return;
        }
        switch (line.path("t").asString("")) {
            case "received" -> take(Received.of(line));
            case LedgerLines.EXEC, LedgerLines.CANCEL_REJECT ->
                    take(LedgerLines.report(line), Instant.parse(line.path("at").asString("")));
            default -> throw new IllegalStateException("Ledger line is of no known kind: " + line);
        }
    }

    private void take(Received received) {
        if (!received.msgType().equals("H")) {
            unanswered.putIfAbsent(received.column(Column.CL_ORD_ID), received);
        }
    }

    private void take(Report report, Instant at) {
        exchange.restore(report);
        unanswered.remove(
                switch (report) {
                    case Execution execution -> execution.clOrdId();
                    case CancelRejected reject -> reject.clOrdId();
                });
        lastReports.add(new Dated(report, at));
        if (lastReports.size() > LAST_REPORTS_KEPT) {
            lastReports.remove();
        }
    }

    private static Optional<String> lastStored(MessageStore store) throws IOException {
        int to = store.getNextSenderMsgSeqNum() - 1;
        while (to > 0) {
            int from = Math.max(1, to - STORED_MESSAGES_AT_ONCE + 1);
            List<String> messages = new ArrayList<>();
            store.get(from, to, messages);
            for (String message : messages.reversed()) {
                Optional<String> key = key(FixText.of(message));
                if (key.isPresent()) {
                    return key;
                }
            }
            to = from - 1;
        }
        return Optional.empty();
    }

    /** What names a stored report; none for other messages, and for answers to status requests. */
    private static Optional<String> key(FixText message) {
        return switch (message.first(35).orElse("")) {
            case "8" ->
                    message.first(17).filter(execId -> !execId.equals("0")).map(id -> "8 " + id);
            case "9" -> message.first(11).map(clOrdId -> "9 " + clOrdId);
            default -> Optional.empty();
        };
    }

    private static String key(Report report) {
        return switch (report) {
            case Execution execution -> "8 " + execution.execId();
            case CancelRejected reject -> "9 " + reject.clOrdId();
        };
    }
}
