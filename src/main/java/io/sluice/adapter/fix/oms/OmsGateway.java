package io.sluice.adapter.fix.oms;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixSession;
import io.sluice.adapter.fix.NumberLimits;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.adapter.fix.SessionHandler;
import io.sluice.adapter.fix.Tags;
import io.sluice.order.Account;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command;
import io.sluice.order.Event;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.KillId;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.ByVenue;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderId;
import io.sluice.order.Orders;
import io.sluice.port.Clock;
import io.sluice.port.EventListener;
import io.sluice.port.Inbox;
import io.sluice.port.KillRecords;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.UnsupportedMessageType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All OMS sessions: takes their requests to the router, and tells each OMS what became of its
 * orders. On the engine's thread.
 */
public final class OmsGateway implements SessionHandler, EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(OmsGateway.class);

    private final Inbox inbox;
    private final Orders orders;
    private final Clock clock;
    private final NumberLimits numbers;
    private final KillRecords kills;
    private final Map<OmsId, FixSession> sessions = new HashMap<>();
    private final Map<FixSession, OmsMessages> messages = new HashMap<>();

    public OmsGateway(
            Inbox inbox, Orders orders, Clock clock, NumberLimits numbers, KillRecords kills) {
        this.inbox = inbox;
        this.orders = orders;
        this.clock = clock;
        this.numbers = numbers;
        this.kills = kills;
    }

    /** Orders of this session that name no Account(1) are the default account's. */
    public void serve(FixSession session, Account defaultAccount) {
        OmsId oms = new OmsId(session.name());
        sessions.put(oms, session);
        messages.put(session, new OmsMessages(oms, defaultAccount, numbers));
    }

    @Override
    public void onLogon(FixSession session) {
        session.synchronised(true);
    }

    @Override
    public void onLogout(FixSession session) {}

    @Override
    public void onAdmin(FixSession session, String msgType, FixFields fields) {
        if (msgType.equals("5") && fields.has(Tags.TEXT)) {
            session.failed("logged out by the peer: " + fields.find(Tags.TEXT).orElseThrow());
        }
        if (msgType.equals("3")) {
            LOG.warn(
                    "ALARM: OMS {} rejected our message {}: {}",
                    session.name(),
                    fields.find(Tags.REF_SEQ_NUM).orElse("?"),
                    fields.find(Tags.TEXT).orElse(""));
        }
    }

    @Override
    public void onMessage(FixSession session, String msgType, FixFields fields)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue, UnsupportedMessageType {
        switch (msgType) {
            case "D" -> unlessKnown(session, fields, reader(session).newOrder(fields));
            case "F" -> unlessKnown(session, fields, reader(session).cancel(fields));
            case "G" -> unlessKnown(session, fields, replace(session, fields));
            case "H" -> answerStatus(session, fields);
            case "q" -> massCancel(session, fields);
            case "j" ->
                    LOG.warn("ALARM: OMS {} rejected a message: {}", session.name(), fields.all());
            default -> throw new UnsupportedMessageType();
        }
    }

    private OmsMessages reader(FixSession session) {
        OmsMessages reader = messages.get(session);
        if (reader == null) {
            throw new IllegalStateException("No OMS is served on " + session.id());
        }
        return reader;
    }

    /**
     * PossResend(97) of a request that we have is answered with the status of its order, and goes
     * nowhere a second time (FIX 4.4 Vol 4, F.1.b).
     */
    private void unlessKnown(FixSession session, FixFields fields, Command request)
            throws FieldNotFound, IncorrectTagValue {
        boolean maybeAgain = fields.find(Tags.POSS_RESEND).map("Y"::equals).orElse(false);
        Optional<Order> known =
                maybeAgain
                        ? find(session, OmsMessages.clOrdId(fields, Tags.CL_ORD_ID))
                        : Optional.empty();
        if (known.isPresent()) {
            session.send(OmsReports.status(known.get(), fields, clock.now()));
        } else {
            inbox.tell(request);
        }
    }

    /** A replace that names no Account(1) means that of the order. */
    private Command replace(FixSession session, FixFields fields)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue {
        Optional<Order> order = find(session, OmsMessages.clOrdId(fields, Tags.ORIG_CL_ORD_ID));
        return reader(session).replace(fields, order.map(it -> it.terms().account()));
    }

    private void answerStatus(FixSession session, FixFields fields)
            throws FieldNotFound, IncorrectTagValue {
        ClOrdId clOrdId = OmsMessages.clOrdId(fields, Tags.CL_ORD_ID);
        Instant now = clock.now();
        session.send(
                find(session, clOrdId)
                        .map(order -> OmsReports.status(order, fields, now))
                        .orElseGet(() -> OmsReports.statusOfUnknown(clOrdId, fields, now)));
    }

    /** All orders of the sender's own session: a kill that blocks nothing. */
    private void massCancel(FixSession session, FixFields fields)
            throws FieldNotFound, IncorrectTagValue {
        OmsId oms = new OmsId(session.name());
        OmsMassCancels.Request request = OmsMassCancels.read(fields);
        Optional<OmsMassCancels.Refusal> refusal =
                request.refusal().or(() -> OmsMassCancels.unusable(request, oms));
        if (refusal.isPresent()) {
            session.send(OmsMassCancels.refused(request, refusal.get(), clock.now()));
            return;
        }
        KillId id = OmsMassCancels.killId(oms, kills.tradingDay(), request.clOrdId());
        if (kills.targets(id).isEmpty() && orders.isUsed(oms, request.clOrdId())) {
            session.send(OmsMassCancels.refused(request, OmsMassCancels.DUPLICATE, clock.now()));
            return;
        }
        inbox.tell(OmsMassCancels.kill(id, oms));
        List<OrderId> targets =
                kills.targets(id)
                        .orElseThrow(() -> new IllegalStateException("Not taken: kill " + id));
        session.send(OmsMassCancels.taken(request, id, targets, orders, clock.now()));
    }

    private Optional<Order> find(FixSession session, ClOrdId clOrdId) {
        return orders.find(new OmsId(session.name()), clOrdId);
    }

    @Override
    public void on(Event event, Orders all, Instant at) {
        switch (event) {
            case ByVenue e -> {
                Order order = all.get(e.orderId());
                send(order.oms(), OmsReports.relayed(order, e));
            }
            case OrderDenied e -> {
                Order order = all.get(e.orderId());
                send(order.oms(), OmsReports.denied(order, e.execId(), e.denial(), at));
            }
            case OrderNotSent e -> {
                Order order = all.get(e.orderId());
                send(order.oms(), OmsReports.denied(order, e.execId(), e.denial(), at));
            }
            case RequestRejected e -> {
                Order order = all.get(e.orderId());
                OmsRejects.relayed(order, e, at).ifPresent(it -> send(order.oms(), it));
            }
            case ReplaceNotSent e -> {
                Order order = all.get(e.orderId());
                send(order.oms(), OmsRejects.notSent(order, e.venueClOrdId(), e.denial(), at));
            }
            case RequestRefused e ->
                    send(e.oms(), OmsRejects.refused(e, e.orderId().flatMap(all::find), at));
            case InvalidOrderRefused e -> send(e.oms(), OmsReports.invalid(e, at));
            case DuplicateRefused e -> refuseDuplicate(e, all, at);
            case OrderEvent _, Event.RouterEvent _ -> {}
        }
    }

    private void refuseDuplicate(DuplicateRefused event, Orders all, Instant at) {
        Optional<Order> first = event.first().flatMap(all::find);
        send(
                event.oms(),
                first.map(order -> OmsReports.duplicate(order, event, at))
                        .orElseGet(() -> OmsReports.duplicateOfRequest(event, at)));
    }

    /** An OMS that is logged off gets it after its next Logon. */
    private void send(OmsId oms, OutboundMessage message) {
        FixSession session = sessions.get(oms);
        if (session == null) {
            LOG.error("ALARM: a report for OMS {}, which is not configured: {}", oms, message);
            return;
        }
        session.report(message);
    }
}
