package io.sluice.adapter.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/**
 * What QuickFIX/J says of a session, for people. Messages only at TRACE: the journal is the record
 * of them.
 */
final class FixLog implements Log {

    /** Characters of a text that may hold a whole message. */
    private static final int LONGEST = 2_000;

    private final Logger events;
    private final Logger messages;

    FixLog(SessionID id) {
        events = LoggerFactory.getLogger("io.sluice.fix." + id.getTargetCompID());
        messages = LoggerFactory.getLogger("io.sluice.fix.messages." + id.getTargetCompID());
    }

    static LogFactory factory() {
        return FixLog::new;
    }

    @Override
    public void clear() {}

    @Override
    public void onIncoming(String message) {
        messages.trace("in  {}", message);
    }

    @Override
    public void onOutgoing(String message) {
        messages.trace("out {}", message);
    }

    @Override
    public void onEvent(String text) {
        events.debug("{}", text);
    }

    @Override
    public void onErrorEvent(String text) {
        events.warn("{}", text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
    }

    @Override
    public void onWarnEvent(String text) {
        events.debug("{}", text);
    }
}
