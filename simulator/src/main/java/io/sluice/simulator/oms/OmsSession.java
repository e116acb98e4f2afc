package io.sluice.simulator.oms;

import quickfix.Application;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;

import java.util.List;
import java.util.function.Consumer;

/**
 * The FIX side of the OMS: writes each answer into the ledger, then has it checked. The FIX
 * engine's threads call it; what it knows of the link may be read by any thread.
 */
final class OmsSession implements Application {

    private final Desk desk;
    private final OmsLedger ledger;
    private final Consumer<Violation> onViolation;
    private final SentMessages sentMessages = new SentMessages();
    private volatile boolean loggedOn;
    private volatile long logonNanos;

    OmsSession(Desk desk, OmsLedger ledger, Consumer<Violation> onViolation) {
        this.desk = desk;
        this.ledger = ledger;
        this.onViolation = onViolation;
    }

    boolean isLoggedOn() {
        return loggedOn;
    }

    /** When the link last came up, on the nanosecond clock. */
    long logonNanos() {
        return logonNanos;
    }

    @Override
    public void onCreate(SessionID session) {}

    @Override
    public void onLogon(SessionID session) {
        logonNanos = System.nanoTime();
        loggedOn = true;
    }

    @Override
    public void onLogout(SessionID session) {
        loggedOn = false;
    }

    /** When our engine refuses a message of the peer, nobody else would hear of it. */
    @Override
    public void toAdmin(Message message, SessionID session) {
        if (text(message.getHeader(), FixTag.MSG_TYPE).equals("3")) {
            Violation violation =
                    new Violation(
                            "malformed",
                            "A message of the peer was refused: " + text(message, FixTag.TEXT),
                            message.toString().replace('\u0001', '|'));
            desk.add(violation);
            tell(List.of(violation));
        }
    }

    @Override
    public void fromAdmin(Message message, SessionID session) {
        if (text(message.getHeader(), FixTag.MSG_TYPE).equals("3")) {
            receive(message);
        }
    }

    @Override
    public void toApp(Message message, SessionID session) {
        String requestId = text(message, FixTag.ORD_STATUS_REQ_ID);
        sentMessages.put(
                text(message.getHeader(), FixTag.MSG_SEQ_NUM),
                requestId.isEmpty() ? text(message, FixTag.CL_ORD_ID) : requestId);
    }

    @Override
    public void fromApp(Message message, SessionID session) {
        receive(message);
    }

    private void receive(Message message) {
        long now = System.nanoTime();
        Answer answer = Answer.parse(message.toRawString());
        ledger.report(answer);
        String refused = answer.text(FixTag.BUSINESS_REJECT_REF_ID);
        tell(
                desk.receive(
                        answer,
                        refused.isEmpty()
                                ? sentMessages.id(answer.text(FixTag.REF_SEQ_NUM))
                                : refused,
                        now));
    }

    private void tell(List<Violation> violations) {
        for (Violation violation : violations) {
            ledger.violation(violation);
            onViolation.accept(violation);
        }
    }

    private static String text(FieldMap fields, int tag) {
        try {
            return fields.isSetField(tag) ? fields.getString(tag) : "";
        } catch (FieldNotFound e) {
            throw new IllegalStateException("Field is set but not found: " + tag, e);
        }
    }
}
