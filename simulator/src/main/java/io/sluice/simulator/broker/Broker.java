package io.sluice.simulator.broker;

import io.sluice.simulator.FixText;
import io.sluice.simulator.Ledger;
import io.sluice.simulator.broker.Report.Execution;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.Application;
import quickfix.FieldException;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One broker behind its FIX session: what comes in goes to the ledger, then to the exchange; what
 * the exchange says goes to the ledger, then out.
 *
 * <p>Thread-safe: the session's thread and the clock's enter by turns, so that the ledger and the
 * wire have the same order.
 */
final class Broker implements Application {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);

    /** A BusinessMessageReject(j) is heard, not answered with another. */
    private static final String BUSINESS_REJECT = "j";

    private final SessionID sessionId;
    private final Exchange exchange;
    private final Recovery recovery;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Consumer<RuntimeException> onFailure;

    Broker(
            SessionID sessionId,
            Exchange exchange,
            Recovery recovery,
            Ledger ledger,
            Consumer<RuntimeException> onFailure) {
        this.sessionId = sessionId;
        this.exchange = exchange;
        this.recovery = recovery;
        this.ledger = ledger;
        this.clock = InstantSource.system();
        this.onFailure = onFailure;
    }

    SessionID sessionId() {
        return sessionId;
    }

    String name() {
        return sessionId.getSenderCompID();
    }

    /** Lets time pass. */
    synchronized void tick() {
        failing(() -> send(exchange.tick(clock.instant())));
    }

    /** Finishes what an earlier run left undone, before anyone can log on. */
    @Override
    public synchronized void onCreate(SessionID created) {
        try {
            List<Report> unsent = recovery.unsent(session().getStore());
            unsent.forEach(this::deliver);
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to read the FIX store of " + sessionId, e);
        }
        recovery.unanswered().forEach(this::answerLate);
    }

    @Override
    public void fromApp(Message message, SessionID from) throws UnsupportedMessageType {
        FixText text = FixText.of(message.toRawString());
        String msgType = text.first(35).orElse("");

        if (RequestReader.MSG_TYPES.contains(msgType)) {
            receive(Received.of(text));
        } else if (msgType.equals(BUSINESS_REJECT)) {
            log.warn("{} was told: {}", name(), message.toRawString().replace('\u0001', '|'));
        } else {
            throw new UnsupportedMessageType();
        }
    }

    @Override
    public void fromAdmin(Message message, SessionID from) {}

    @Override
    public void toApp(Message message, SessionID to) {}

    @Override
    public void toAdmin(Message message, SessionID to) {}

    @Override
    public void onLogon(SessionID loggedOn) {}

    @Override
    public void onLogout(SessionID loggedOut) {}

    private synchronized void receive(Received received) {
        Instant now = clock.instant();
        failing(() -> ledger.append(received.line(name(), now)));

        Request request = RequestReader.read(received);
        failing(() -> send(exchange.receive(request, now)));
    }

    private void answerLate(Received received) {
        try {
            Request request = RequestReader.read(received);
            if (!request.mayBeRepeat() || !exchange.knows(request.clOrdId())) {
                send(exchange.receive(request, clock.instant()));
            }
        } catch (FieldException e) {
            log.debug("Was rejected when it came: {}", received, e);
        }
    }

    private void send(List<Report> reports) {
        Instant now = clock.instant();
        List<Map<String, Object>> lines =
                reports.stream()
                        .filter(Broker::isKept)
                        .map(report -> LedgerLines.line(name(), report, now))
                        .toList();

        if (!lines.isEmpty()) {
            ledger.append(lines);
        }
        reports.forEach(this::deliver);
    }

    private static boolean isKept(Report report) {
        return !(report instanceof Execution execution
                && execution.execType() == ExecType.ORDER_STATUS);
    }

    /** While nobody is logged on the session keeps the message for its next resend. */
    private void deliver(Report report) {
        session().send(FixReports.message(report, clock.instant()));
    }

    private Session session() {
        return Session.lookupSession(sessionId);
    }

    /** A broker that cannot keep its ledger, or has a bug, must not go on. */
    private void failing(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            onFailure.accept(e);
            throw e;
        }
    }
}
