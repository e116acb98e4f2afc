package io.sluice.simulator.dropcopy;

import quickfix.Log;

import java.io.PrintStream;

/** Tells people why there is no link, each reason once until it changes. Thread-safe. */
final class LinkLog implements Log {

    private final PrintStream err;
    private String told = "";

    LinkLog(PrintStream err) {
        this.err = err;
    }

    synchronized void tell(String reason) {
        if (!reason.equals(told)) {
            told = reason;
            err.println("dropcopy: " + reason);
        }
    }

    /** All is well again: the next reason is news. */
    @Override
    public synchronized void clear() {
        told = "";
    }

    @Override
    public void onIncoming(String message) {}

    @Override
    public void onOutgoing(String message) {}

    @Override
    public void onEvent(String text) {}

    @Override
    public void onErrorEvent(String text) {
        tell(text);
    }
}
