package io.sluice.simulator.dropcopy;

import quickfix.Application;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The FIX side of the reader. A copy is kept before this returns, and only then does the engine
 * take the next MsgSeqNum(34) for the expected one. The FIX engine's threads call it; what it knows
 * of the link may be read by any thread.
 */
final class CopyReader implements Application {

    private static final int MSG_TYPE = 35;
    private static final int TEXT = 58;
    private static final int RESET_SEQ_NUM_FLAG = 141;

    private final CopyBook book;
    private final Numbering numbering;
    private final LinkLog log;
    private final Consumer<Violation> onViolation;
    private final AtomicReference<Optional<RuntimeException>> failure =
            new AtomicReference<>(Optional.empty());
    private volatile boolean loggedOn;
    private volatile long lastNewsNanos;

    CopyReader(CopyBook book, Numbering numbering, LinkLog log, Consumer<Violation> onViolation) {
        this.book = book;
        this.numbering = numbering;
        this.log = log;
        this.onViolation = onViolation;
    }

    boolean isLoggedOn() {
        return loggedOn;
    }

    /** When it logged on or a copy came, on the nanosecond clock. */
    long lastNewsNanos() {
        return lastNewsNanos;
    }

    /** Why copies can be kept no more. */
    Optional<RuntimeException> failure() {
        return failure.get();
    }

    @Override
    public void onCreate(SessionID session) {}

    @Override
    public void onLogon(SessionID session) {
        boolean reset = numbering.isResetPending();
        try {
            numbering.resetDone();
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of the reset cannot be removed", e);
        }
        book.note("logon", reset);
        log.clear();
        lastNewsNanos = System.nanoTime();
        loggedOn = true;
    }

    @Override
    public void onLogout(SessionID session) {
        loggedOn = false;
    }

    @Override
    public void toAdmin(Message message, SessionID session) {
        if (text(message.getHeader(), MSG_TYPE).equals("A") && numbering.isResetPending()) {
            message.setBoolean(RESET_SEQ_NUM_FLAG, true);
        }
    }

    @Override
    public void fromAdmin(Message message, SessionID session) {
        switch (text(message.getHeader(), MSG_TYPE)) {
            case "3" -> log.tell("refused by the router: " + text(message, TEXT));
            case "5" -> log.tell("logged out by the router: " + text(message, TEXT));
            default -> {
                // The engine's own business.
            }
        }
    }

    @Override
    public void toApp(Message message, SessionID session) {}

    /** Once a copy could not be kept, none after it may count as received. */
    @Override
    public void fromApp(Message message, SessionID session) {
        failure.get()
                .ifPresent(
                        cause -> {
                            throw cause;
                        });
        String raw = message.toRawString();
        try {
            book.take(Copy.parse(raw), raw).forEach(onViolation);
        } catch (UncheckedIOException cause) {
            failure.set(Optional.of(cause));
            throw cause;
        }
        lastNewsNanos = System.nanoTime();
    }

    private static String text(FieldMap fields, int tag) {
        try {
            return fields.isSetField(tag) ? fields.getString(tag) : "";
        } catch (FieldNotFound e) {
            throw new IllegalStateException("Field is set but not found: " + tag, e);
        }
    }
}
