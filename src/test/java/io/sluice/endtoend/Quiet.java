package io.sluice.endtoend;

import quickfix.Log;
import quickfix.LogFactory;

/** Says nothing of what QuickFIX/J does at the peers: tests tell by what they wait for. */
final class Quiet implements Log {

    static LogFactory factory() {
        return _ -> new Quiet();
    }

    @Override
    public void clear() {}

    @Override
    public void onIncoming(String message) {}

    @Override
    public void onOutgoing(String message) {}

    @Override
    public void onEvent(String text) {}

    @Override
    public void onErrorEvent(String text) {}

    @Override
    public void onWarnEvent(String text) {}
}
