package io.sluice.simulator.dropcopy;

import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FileStoreFactory;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One run of the reader. One thread runs it; any thread may stop it. */
final class ReaderRun {

    private static final int SHOWN_VIOLATIONS = 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReaderSettings settings;
    private final CopyBook book;
    private final Numbering numbering;
    private final Consumer<Figures> lines;
    private final PrintStream err;
    private final CopyReader reader;
    private final LinkLog log;
    private final AtomicInteger shown = new AtomicInteger();
    private volatile boolean stopping;

    /**
     * @param lines takes the figures once a second, and at the end
     */
    ReaderRun(
            ReaderSettings settings,
            CopyBook book,
            Numbering numbering,
            Consumer<Figures> lines,
            PrintStream err) {
        this.settings = settings;
        this.book = book;
        this.numbering = numbering;
        this.lines = lines;
        this.err = err;
        this.log = new LinkLog(err);
        this.reader = new CopyReader(book, numbering, log, this::show);
    }

    void stop() {
        stopping = true;
    }

    /** Reads until it is stopped or nothing comes any more; whether every rule was kept. */
    boolean run() throws ConfigError {
        SessionSettings quickFix = settings.forQuickFix(numbering.store());
        SocketInitiator initiator =
                new SocketInitiator(
                        reader,
                        new FileStoreFactory(quickFix),
                        quickFix,
                        _ -> log,
                        new DefaultMessageFactory());
        book.note("run", numbering.isResetPending());
        boolean loggedOnAtEnd;
        initiator.start();
        try {
            read();
            loggedOnAtEnd = reader.isLoggedOn();
        } finally {
            initiator.stop();
        }
        Figures figures = book.figures(loggedOnAtEnd);
        lines.accept(figures);
        reader.failure().ifPresent(cause -> err.println("dropcopy: stops: " + cause.getMessage()));
        return figures.violations() == 0 && reader.failure().isEmpty();
    }

    private void read() {
        long nextLineNanos = System.nanoTime() + SECOND_NANOS;
        while (!stopping && !isIdle() && reader.failure().isEmpty()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (System.nanoTime() - nextLineNanos >= 0) {
                nextLineNanos += SECOND_NANOS;
                lines.accept(book.figures(reader.isLoggedOn()));
            }
        }
    }

    /** While it is not logged on it waits: what is missing may still come. */
    private boolean isIdle() {
        return settings.untilIdle().isPresent()
                && reader.isLoggedOn()
                && isPast(settings.untilIdle().get());
    }

    private boolean isPast(Duration silence) {
        return System.nanoTime() - reader.lastNewsNanos() >= silence.toNanos();
    }

    private void show(Violation violation) {
        if (shown.incrementAndGet() <= SHOWN_VIOLATIONS) {
            err.printf("violation %s: %s%n", violation.rule(), violation.text());
        }
    }
}
