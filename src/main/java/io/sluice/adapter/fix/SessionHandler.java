package io.sluice.adapter.fix;

import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.UnsupportedMessageType;

/**
 * What one kind of session makes of its messages. Called on the engine's thread, in an open frame.
 */
public interface SessionHandler {

    void onLogon(FixSession session);

    void onLogout(FixSession session);

    /** The peer has been sent again what it asked for, or gap fills for it. */
    default void onResent(FixSession session) {}

    /** A message that must not be rejected could not be processed; it is consumed all the same. */
    default void onUnreadable(FixSession session, String text, RuntimeException why) {}

    /** About once a second. */
    default void onTick(FixSession session) {}

    /** A session message came: Heartbeat(0), Reject(3) and the like. */
    void onAdmin(FixSession session, String msgType, FixFields fields);

    /** An application message came. Throws what QuickFIX/J turns into a Reject(3) or (j). */
    void onMessage(FixSession session, String msgType, FixFields fields)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue, UnsupportedMessageType;
}
