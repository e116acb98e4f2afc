package io.sluice.simulator.oms;

import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FileStoreFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One run of the OMS, from the first logon to the verdict. One thread runs it; any thread may stop
 * it.
 */
final class OmsRun {

    private static final int SHOWN_VIOLATIONS = 20;
    private static final int SETTLE_RATE = 500;
    private static final long LONGEST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper JSON_LINE = JsonMapper.builder().build();

    private final OmsSettings settings;
    private final Desk desk;
    private final OmsLedger ledger;
    private final PrintStream out;
    private final OmsSession session;
    private final SessionID sessionId;
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger shown = new AtomicInteger();
    private volatile boolean stopping;
    private long nextLineNanos;
    private boolean loggedOnAtEnd;

    OmsRun(OmsSettings settings, Desk desk, OmsLedger ledger, PrintStream out) {
        this.settings = settings;
        this.desk = desk;
        this.ledger = ledger;
        this.out = out;
        this.session = new OmsSession(desk, ledger, this::show);
        this.sessionId = settings.sessionId();
    }

    /** Ends the stream of orders; what is open is then canceled and awaited. */
    void stop() {
        stopping = true;
    }

    /** Sends, settles, and says whether every rule was kept and every request answered. */
    boolean run() throws ConfigError, IOException {
        SessionSettings quickFix = settings.forQuickFix();
        SocketInitiator initiator =
                new SocketInitiator(
                        session,
                        new FileStoreFactory(quickFix),
                        quickFix,
                        _ -> new QuietLog(),
                        new DefaultMessageFactory());
        initiator.start();
        try {
            nextLineNanos = System.nanoTime() + SECOND_NANOS;
            send();
            settle();
            loggedOnAtEnd = session.isLoggedOn();
        } finally {
            initiator.stop();
        }
        return verdict();
    }

    private void send() {
        Pace pace = new Pace(settings.rate());
        while (!stopping && wantsMore()) {
            step(pace, () -> desk.next(pace.nextNanos(System.nanoTime())));
        }
    }

    private boolean wantsMore() {
        return settings.orders().isEmpty() || desk.orders() < settings.orders().getAsLong();
    }

    private void settle() {
        Pace pace = new Pace(Math.max(SETTLE_RATE, settings.rate()));
        long start = System.nanoTime();
        while (!desk.isQuiet() && System.nanoTime() - start < settings.settle().toNanos()) {
            step(pace, () -> desk.nextCancel(System.nanoTime()));
        }
    }

    /** One turn: print what is due, ask what is overdue, send what is due, else wait a little. */
    private void step(Pace pace, Supplier<Optional<Request>> next) {
        long now = System.nanoTime();
        printWhenDue(now);
        if (!session.isLoggedOn()) {
            pace.pause();
            LockSupport.parkNanos(LONGEST_PARK_NANOS);
            return;
        }
        long due = pace.nextNanos(now);
        if (due - now > 0) {
            LockSupport.parkNanos(Math.min(due - now, LONGEST_PARK_NANOS));
            return;
        }
        Optional<Request> request = next.get();
        pace.advance();
        request.ifPresent(this::send);
    }

    private void send(Request request) {
        ledger.sent(request);
        try {
            Session.sendToTarget(FixMessages.message(request, clock.instant()), sessionId);
        } catch (SessionNotFound e) {
            throw new IllegalStateException("The session is gone: " + sessionId, e);
        }
    }

    private void printWhenDue(long now) {
        if (now - nextLineNanos < 0) {
            return;
        }
        nextLineNanos += SECOND_NANOS;
        Figures figures = desk.figures(session.isLoggedOn());
        out.println(
                settings.json()
                        ? JSON_LINE.writeValueAsString(figures.fields())
                        : figures.toString());
        out.flush();
        if (session.isLoggedOn()) {
            desk.inquiries(session.logonNanos(), settings.patience().toNanos(), now)
                    .forEach(this::send);
        }
    }

    private boolean verdict() throws IOException {
        for (Violation violation : desk.finish()) {
            ledger.violation(violation);
            show(violation);
        }
        Map<String, Object> summary = desk.summary(loggedOnAtEnd);
        Files.writeString(
                settings.directory().resolve("summary.json"), JSON.writeValueAsString(summary));
        Figures figures = desk.total(loggedOnAtEnd);
        out.println(
                settings.json()
                        ? JSON_LINE.writeValueAsString(figures.fields())
                        : "total: " + figures);
        out.flush();
        return figures.violations() == 0;
    }

    private void show(Violation violation) {
        if (shown.incrementAndGet() <= SHOWN_VIOLATIONS) {
            System.err.printf(
                    "violation %s: %s [%s]%n",
                    violation.rule(), violation.text(), violation.message());
        }
    }
}
