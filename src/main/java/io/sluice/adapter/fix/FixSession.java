package io.sluice.adapter.fix;

import io.sluice.port.Clock;
import io.sluice.port.FixDelivery;
import io.sluice.port.FixPlace;
import io.sluice.port.Lane;
import io.sluice.port.SessionStatus;

import org.jspecify.annotations.Nullable;

import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One FIX session: QuickFIX/J's session, its lane, its store and the connection it has at the
 * moment. Changed by the engine's thread; its status may be read by any.
 */
public final class FixSession {

    private final SessionID id;
    private final SessionStatus.Role role;
    private final SessionHandler handler;
    private final JournalStore store;
    private final Lane lane;
    private final Clock clock;
    private final ReceiptProof proof;
    private final AheadMessages ahead = new AheadMessages();

    private volatile @Nullable Session session;
    private volatile @Nullable Connection connection;
    private volatile boolean synchronised;
    private volatile @Nullable Instant lastMessageAt;
    private volatile @Nullable String lastError;
    private @Nullable Message lastMessage;

    /** What a session is made of that others own. */
    record Parts(JournalStore store, Lane lane, Clock clock) {}

    FixSession(SessionID id, SessionStatus.Role role, SessionHandler handler, Parts parts) {
        this.id = id;
        this.role = role;
        this.handler = handler;
        this.store = parts.store();
        this.lane = parts.lane();
        this.clock = parts.clock();
        this.proof = new ReceiptProof(this, clock);
    }

    public SessionID id() {
        return id;
    }

    /** The header fields that name the session, as a message of ours has them. */
    String header() {
        StringBuilder header = new StringBuilder("8=").append(id.getBeginString());
        add(header, Tags.SENDER_COMP_ID, id.getSenderCompID());
        add(header, Tags.TARGET_COMP_ID, id.getTargetCompID());
        add(header, 50, id.getSenderSubID());
        add(header, 57, id.getTargetSubID());
        add(header, 142, id.getSenderLocationID());
        add(header, 143, id.getTargetLocationID());
        return header.append(FixFields.SOH).toString();
    }

    private static void add(StringBuilder header, int tag, String value) {
        if (!value.isEmpty()) {
            header.append(FixFields.SOH).append(tag).append('=').append(value);
        }
    }

    /** What people call it: the CompID at the other end. */
    public String name() {
        return id.getTargetCompID();
    }

    SessionStatus.Role role() {
        return role;
    }

    SessionHandler handler() {
        return handler;
    }

    JournalStore store() {
        return store;
    }

    ReceiptProof proof() {
        return proof;
    }

    AheadMessages ahead() {
        return ahead;
    }

    Lane lane() {
        return lane;
    }

    void created(Session created) {
        session = created;
    }

    /** QuickFIX/J's session. */
    public Session session() {
        Session current = session;
        if (current == null) {
            throw new IllegalStateException("Session " + id + " is not created yet");
        }
        return current;
    }

    @Nullable Connection connection() {
        return connection;
    }

    void connected(Connection now) {
        connection = now;
        now.bind(this);
        session().setResponder(now.responder());
    }

    /** The connection closes once its last bytes have left, or its patience ends. */
    void disconnected() {
        Connection left = connection;
        if (left != null) {
            left.closeWhenSent();
        }
        connection = null;
        synchronised = false;
    }

    void heard(Instant at, Message message) {
        lastMessageAt = at;
        lastMessage = message;
    }

    /** A field of the message that is being processed, as it came. Engine's thread. */
    Optional<String> heardField(int tag) {
        Message message = lastMessage;
        String text = message == null ? null : message.toRawString();
        if (text == null) {
            return Optional.empty();
        }
        String value = FixText.field(text, tag);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** What went wrong last, for whoever looks at the session. */
    public void failed(String why) {
        lastError = why;
    }

    /** A TestRequest of ours was answered: both sides have processed all that was sent before. */
    public void synchronised(boolean now) {
        synchronised = now;
    }

    public boolean isSynchronised() {
        return synchronised;
    }

    /**
     * Sends a message of ours: it is stored in the open frame, and leaves once that is durable.
     * While the session is logged off it is stored only, and goes when the peer asks for what it
     * missed. For what must arrive even after a reset there is {@link #report}.
     */
    public void send(Message message) {
        session().send(message);
    }

    /**
     * Tells the peer something that it must get, whatever becomes of the session: sent if nothing
     * waits before it, and held in the journal until it can be.
     */
    public void report(OutboundMessage report) {
        if (takesReports() && !store.delivery().hasBacklog()) {
            send(report);
        } else {
            store.hold(report);
        }
    }

    /** Whether what is sent now is not sent into the void. */
    boolean takesReports() {
        Session current = session;
        return current != null && current.isLoggedOn() && !current.isLogoutSent();
    }

    /**
     * Whether the peer is logged on, and what waits to leave is little: fewer messages than these,
     * and far fewer bytes than would have it cut off.
     */
    public boolean hasRoom(int maxWaiting) {
        Connection at = connection;
        return at != null && takesReports() && at.outbound().hasRoomFor(maxWaiting);
    }

    /**
     * Sends a report that stands in the journal already.
     *
     * @return whether it was numbered; if not, it was not sent either, and is still to be
     */
    boolean sendCopy(FixDelivery.Waiting copy, OutboundMessage report) {
        return store.copies(copy, report, this::send);
    }

    /**
     * Sends the copy of a report of another session, which {@link JournaledReport#to} made.
     *
     * @return whether it was numbered; if not, it was not sent either, and is still to be
     */
    public boolean sendCopy(FixPlace source, OutboundMessage report) {
        boolean mayRepeat = !source.isAfter(subscription().onceGiven());
        return sendCopy(new FixDelivery.Waiting(source, mayRepeat), report.mayRepeat(mayRepeat));
    }

    /** Everything up to there was given to this reader of copies. */
    public FixPlace given() {
        return subscription().given();
    }

    private FixDelivery.Subscription subscription() {
        return store.delivery()
                .subscription()
                .orElseThrow(() -> new IllegalStateException(id + " reads no copies"));
    }

    /** How long nothing has left although something could; to be asked about once a second. */
    public Duration stuckFor() {
        Connection at = connection;
        return at == null ? Duration.ZERO : at.stuckFor(clock.now());
    }

    /** Ends the connection at once; the peer may come again. */
    public void cut(String why) {
        Connection at = connection;
        if (at != null) {
            at.cut(why);
        }
    }

    /** The text of a message that we sent, by its MsgSeqNum(34). */
    public Optional<String> sent(int msgSeqNum) throws IOException {
        return store.find(msgSeqNum);
    }

    SessionStatus status() {
        Session current = session;
        Connection at = connection;
        return new SessionStatus(
                name(),
                role,
                at != null,
                current != null && current.isLoggedOn(),
                synchronised,
                current != null && current.isSessionTime(),
                store.getNextSenderMsgSeqNum(),
                store.getNextTargetMsgSeqNum(),
                at == null ? 0 : at.outbound().size(),
                at == null ? Optional.empty() : Optional.of(at.remote()),
                Optional.ofNullable(lastMessageAt),
                Optional.ofNullable(lastError));
    }
}
