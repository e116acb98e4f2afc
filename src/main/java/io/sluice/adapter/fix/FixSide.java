package io.sluice.adapter.fix;

import io.sluice.order.Command;
import io.sluice.order.VenueClOrdId;
import io.sluice.port.Clock;
import io.sluice.port.Inbox;
import io.sluice.port.Lane;
import io.sluice.port.Lanes;
import io.sluice.port.SendPermit.Scopes;
import io.sluice.port.SessionStatus;
import io.sluice.port.Sessions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.ConfigError;
import quickfix.DefaultSessionFactory;
import quickfix.DefaultSessionScheduleFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * All FIX sessions of the router: makes them, starts and stops their connectors, and sends for
 * them. Sessions are added before the start; everything else happens on the engine's thread, but
 * for the status.
 */
public final class FixSide implements Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(FixSide.class);

    /**
     * A message that we fail on, or cannot read, is rejected and its number consumed: otherwise it
     * would come again for ever. Reports are kept, so that they can be sent again.
     */
    private static final List<String> FORCED =
            List.of(
                    Session.SETTING_REJECT_MESSAGE_ON_UNHANDLED_EXCEPTION,
                    Session.SETTING_REJECT_GARBLED_MESSAGE,
                    Session.SETTING_VALIDATE_CHECKSUM,
                    Session.SETTING_PERSIST_MESSAGES);

    /** A message that we fail on must be consumed, not end the connection before it is. */
    private static final List<String> OFF = List.of(Session.SETTING_DISCONNECT_ON_ERROR);

    /**
     * A broker's report is booked whatever it looks like: a check of QuickFIX/J that fails rejects
     * it, and then the fill is gone. Its fields are read from its text, so no dictionary is needed.
     */
    private static final List<String> OFF_FOR_BROKERS =
            List.of(
                    Session.SETTING_CHECK_LATENCY,
                    Session.SETTING_REQUIRES_ORIG_SENDING_TIME,
                    Session.SETTING_USE_DATA_DICTIONARY);

    /** How long a connection may stay without a Logon. */
    private static final long LOGON_PATIENCE_MILLIS = 10_000;

    private static final int UNBOUND_CAPACITY = 1_000;
    private static final int TIMER_CAPACITY = 16;
    private static final int AHEAD_CAPACITY = 1_000;
    private static final int RESEND_CAPACITY = 1_000;
    private static final int DELIVER_CAPACITY = 1_000;
    private static final int NOT_SENT_CAPACITY = 1_000_000;

    private final Map<SessionID, FixSession> sessions = new LinkedHashMap<>();
    private final Outbox outbox;
    private final JournalStores stores;
    private final Lanes lanes;
    private final Clock clock;
    private final FixLimits limits;
    private final Consumer<Error> fatal;
    private final FixEvents events;
    private final FixWiring wiring;
    private final Resender resender;
    private final Deliverer deliverer;
    private @Nullable FixAcceptor acceptor;
    private @Nullable FixInitiator initiator;

    /** What the FIX side shares with the engine. */
    public record Parts(
            Outbox outbox,
            JournalStores stores,
            Lanes lanes,
            Inbox inbox,
            Clock clock,
            BooleanSupplier engineThread,
            Consumer<Error> fatal) {}

    public FixSide(Parts parts, FixLimits limits) {
        this.outbox = parts.outbox();
        this.stores = parts.stores();
        this.lanes = parts.lanes();
        this.clock = parts.clock();
        this.fatal = parts.fatal();
        this.limits = limits;
        this.events = new FixEvents(clock, parts.engineThread(), outbox.arrival());
        Lane unbound = lanes.lane("fix-unbound", Lane.Priority.CONTROL, UNBOUND_CAPACITY);
        ConnectionFilter filter =
                new ConnectionFilter(
                        new ConnectionFilter.Shared(outbox, unbound, events, this::session));
        this.wiring =
                new FixWiring(
                        filter,
                        limits.maxMessageBytes(),
                        this::session,
                        events,
                        new FixWiring.OwnLanes(
                                lanes.lane("fix-timer", Lane.Priority.CONTROL, TIMER_CAPACITY),
                                lanes.lane("fix-ahead", Lane.Priority.CONTROL, AHEAD_CAPACITY)));
        this.resender =
                new Resender(
                        outbox,
                        lanes.lane("fix-resend", Lane.Priority.OMS, RESEND_CAPACITY),
                        clock);
        this.deliverer =
                new Deliverer(lanes.lane("fix-deliver", Lane.Priority.OMS, DELIVER_CAPACITY));
        stopUnsentOrders(parts.inbox());
    }

    private void stopUnsentOrders(Inbox inbox) {
        Lane lane = lanes.lane("fix-not-sent", Lane.Priority.CONTROL, NOT_SENT_CAPACITY);
        outbox.onNotSent(
                (staged, why) ->
                        staged.order()
                                .ifPresent(
                                        mark ->
                                                offerNotSent(
                                                        lane,
                                                        inbox,
                                                        new Command.StopUnsent(
                                                                mark.request(), why))));
    }

    private static void offerNotSent(Lane lane, Inbox inbox, Command.StopUnsent stopped) {
        if (!lane.offer(() -> inbox.tell(stopped))) {
            LOG.error("ALARM: {} was not sent, and nobody could be told", stopped.request());
        }
    }

    /** Adds a session before the start. */
    public FixSession add(SessionID id, SessionStatus.Role role, SessionHandler handler) {
        Lane.Priority priority =
                role == SessionStatus.Role.BROKER ? Lane.Priority.VENUE : Lane.Priority.OMS;
        JournalStore store = stores.store(id);
        Lane lane = lanes.lane(id.toString(), priority, limits.laneCapacity());
        FixSession session =
                new FixSession(id, role, handler, new FixSession.Parts(store, lane, clock));
        store.onResend((from, to) -> resender.wanted(session, from, to));
        sessions.put(id, session);
        return session;
    }

    private FixSession session(SessionID id) {
        FixSession session = sessions.get(id);
        if (session == null) {
            throw new IllegalStateException("No session is configured as " + id);
        }
        return session;
    }

    private FixSession session(Session session) {
        return session(session.getSessionID());
    }

    /** Builds the sessions and begins to listen and to connect. In an open frame. */
    public void start(SessionSettings oms, SessionSettings brokers) throws ConfigError {
        SessionFactory factory =
                new DefaultSessionFactory(
                        new FixApplication(
                                this::session, deliverer, limits.maxMessageBytes(), fatal),
                        stores,
                        id -> session(id).ahead(),
                        FixLog.factory(),
                        new PlainMessageFactory(),
                        new DefaultSessionScheduleFactory());
        force(oms, FORCED, "Y");
        force(brokers, FORCED, "Y");
        force(oms, OFF, "N");
        force(brokers, OFF, "N");
        force(brokers, OFF_FOR_BROKERS, "N");
        FixAcceptor accepting = new FixAcceptor(oms, factory, wiring);
        FixInitiator initiating = new FixInitiator(brokers, factory, wiring);
        acceptor = accepting;
        initiator = initiating;
        accepting.start();
        initiating.start();
    }

    /** What every session must have, whatever its file says. */
    private static void force(SessionSettings settings, List<String> keys, String value) {
        settings.sectionIterator()
                .forEachRemaining(id -> keys.forEach(key -> settings.setString(id, key, value)));
    }

    /** The ports OMSs can log on to. */
    public List<Integer> ports() {
        FixAcceptor accepting = acceptor;
        return accepting == null ? List.of() : accepting.ports();
    }

    /** About once a second. In an open frame. */
    public void tick() {
        outbox.tick(LOGON_PATIENCE_MILLIS);
        resender.tick();
        sessions.values().forEach(this::tick);
    }

    private void tick(FixSession session) {
        session.proof().tick();
        deliverer.goOn(session);
        session.handler().onTick(session);
    }

    /** Says Logout(5) on every session that is logged on. In an open frame. */
    public void logOut(String reason) throws IOException {
        for (FixSession session : sessions.values()) {
            session.session().logout(reason);
            session.session().next();
        }
    }

    public boolean isAnyLoggedOn() {
        return sessions.values().stream().anyMatch(it -> it.session().isLoggedOn());
    }

    /** Closes all sockets. Not on the engine's thread. */
    public void stop() {
        if (initiator != null) {
            initiator.stop(true);
        }
        if (acceptor != null) {
            acceptor.stop(true);
        }
    }

    /**
     * Sends an order or a replace: held in the outbox, where it is asked about once more. Only
     * while the session is logged on: nothing that could trade may wait for a later resend.
     *
     * @param maxUnsentMillis how long it may wait before it is stopped instead
     * @return whether it was staged; if not, it will never leave
     */
    public boolean sendOrder(
            FixSession session,
            Message message,
            VenueClOrdId request,
            Scopes scopes,
            long maxUnsentMillis) {
        if (!takesOrders(session.session())) {
            return false;
        }
        outbox.markNext(new Staged.OrderMark(request, scopes, maxUnsentMillis));
        session.send(message);
        return outbox.tookMark();
    }

    /** A session that has said its Logout(5) is logged on until the answer comes. */
    private static boolean takesOrders(Session session) {
        return session.isLoggedOn() && !session.isLogoutSent() && session.isSessionTime();
    }

    public FixEvents events() {
        return events;
    }

    @Override
    public List<SessionStatus> sessions() {
        List<SessionStatus> statuses = new ArrayList<>();
        for (FixSession session : sessions.values()) {
            statuses.add(session.status());
        }
        return statuses;
    }
}
