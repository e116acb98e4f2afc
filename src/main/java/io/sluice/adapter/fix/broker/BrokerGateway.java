package io.sluice.adapter.fix.broker;

import io.sluice.adapter.fix.FixCodes;
import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixSession;
import io.sluice.adapter.fix.FixSide;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.adapter.fix.SessionHandler;
import io.sluice.adapter.fix.Tags;
import io.sluice.adapter.fix.broker.BrokerReports.UnreadableReportException;
import io.sluice.order.Command;
import io.sluice.order.Event;
import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.Orders;
import io.sluice.order.Terms;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;
import io.sluice.port.EventListener;
import io.sluice.port.Inbox;
import io.sluice.port.SendPermit.Scopes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.UnsupportedMessageType;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One broker: sends what the router decided to its session, and reports what comes back. On the
 * engine's thread.
 */
public final class BrokerGateway implements SessionHandler, EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerGateway.class);

    /** Seconds after which an unanswered TestRequest of ours is followed by another. */
    private static final int TICKS_BETWEEN_ASKING = 5;

    /** NewOrderSingle, OrderCancelRequest, OrderCancelReplaceRequest. */
    private static final Set<String> REQUESTS = Set.of("D", "F", "G");

    private final VenueId venue;
    private final FixSession session;
    private final FixSide fix;
    private final Inbox inbox;
    private final Orders orders;
    private final long maxUnsentMillis;
    private final BrokerMessages messages;
    private final BrokerReports reports;
    private final BrokerSymbols symbols;
    private final Known known = new Known();
    private int testRequests;
    private int ticksWaited;
    private final Set<String> asked = new HashSet<>();
    private String awaited = "";

    /** What a gateway is joined to. */
    public record Parts(
            FixSide fix, Inbox inbox, Orders orders, BrokerSymbols symbols, long maxUnsentMillis) {}

    /**
     * @param addSession makes the session for the handler it is given
     */
    public BrokerGateway(
            VenueId venue, Function<SessionHandler, FixSession> addSession, Parts parts) {
        this.venue = venue;
        this.fix = parts.fix();
        this.inbox = parts.inbox();
        this.orders = parts.orders();
        this.maxUnsentMillis = parts.maxUnsentMillis();
        this.messages = new BrokerMessages(parts.symbols()::toVenue);
        this.symbols = parts.symbols();
        this.reports = new BrokerReports(venue, parts.symbols()::fromVenue);
        this.session = addSession.apply(this);
    }

    /** Logged on is not enough: an answer to a TestRequest proves that both numberings agree. */
    @Override
    public void onLogon(FixSession loggedOn) {
        asked.clear();
        ask();
    }

    private void ask() {
        testRequests++;
        ticksWaited = 0;
        awaited = "SYNC" + testRequests;
        asked.add(awaited);
        session.session().generateTestRequest(awaited);
    }

    /** A gap fill may have gone over our TestRequest: the broker then never answers it. */
    @Override
    public void onResent(FixSession resent) {
        if (!awaited.isEmpty()) {
            ask();
        }
    }

    @Override
    public void onTick(FixSession ticked) {
        ticksWaited++;
        if (!awaited.isEmpty() && ticksWaited >= TICKS_BETWEEN_ASKING) {
            ask();
        }
    }

    @Override
    public void onLogout(FixSession loggedOut) {
        awaited = "";
        inbox.tell(new VenueReport.VenueDown(venue, "session " + session.name() + " logged out"));
    }

    @Override
    public void onAdmin(FixSession from, String msgType, FixFields fields) {
        switch (msgType) {
            case "0" -> heartbeat(fields);
            case "3" -> bounced(fields, Optional.empty());
            case "5" -> saysGoodbye(fields);
            default -> {}
        }
    }

    /** Why a broker does not take our Logon is told here or nowhere. */
    private void saysGoodbye(FixFields logout) {
        logout.find(Tags.TEXT)
                .ifPresent(
                        why -> {
                            session.failed("logged out by the peer: " + why);
                            LOG.warn("Broker {} logs us out: {}", session.name(), why);
                        });
    }

    private void heartbeat(FixFields fields) {
        boolean answersOurs =
                !awaited.isEmpty() && fields.find(Tags.TEST_REQ_ID).map(this::isOurs).orElse(false);
        if (answersOurs) {
            awaited = "";
            session.synchronised(true);
            inbox.tell(new VenueReport.VenueUp(venue));
        }
    }

    /** An answer to an earlier question of this logon proves as much as one to the last. */
    private boolean isOurs(String testReqId) {
        return asked.contains(testReqId);
    }

    /** What cannot be read is told all the same: nothing of a venue is ever only logged. */
    @Override
    public void onMessage(FixSession from, String msgType, FixFields fields)
            throws UnsupportedMessageType {
        switch (msgType) {
            case "8", "9" -> inbox.tell(read(msgType, fields));
            case "j" -> bounced(fields, fields.find(Tags.BUSINESS_REJECT_REF_ID));
            default -> throw new UnsupportedMessageType();
        }
    }

    @Override
    public void onUnreadable(FixSession from, String text, RuntimeException why) {
        inbox.tell(new VenueReport.Unreadable(venue, why.toString(), text));
    }

    private VenueReport read(String msgType, FixFields fields) {
        try {
            return msgType.equals("8")
                    ? reports.executionReport(fields, known)
                    : reports.cancelReject(fields);
        } catch (UnreadableReportException | IllegalArgumentException e) {
            return new VenueReport.Unreadable(
                    venue, String.valueOf(e.getMessage()), fields.all().toString());
        }
    }

    /** A venue may give one OrderID(37) to several orders over time. */
    private boolean isOf(Terms terms, Optional<String> venueSymbol, Optional<String> side) {
        return venueSymbol.map(symbols::fromVenue).map(terms.symbol().value()::equals).orElse(true)
                && side.map(FixCodes.code(terms.side())::equals).orElse(true);
    }

    /** Requests of this venue; by its own id those of open orders only. */
    private final class Known implements BrokerReports.Requests {

        @Override
        public boolean isKnown(VenueClOrdId request) {
            return orders.find(venue, request).isPresent();
        }

        @Override
        public Optional<VenueClOrdId> of(
                VenueOrderId id, Optional<String> venueSymbol, Optional<String> side) {
            return orders.open().stream()
                    .filter(order -> order.venue().equals(Optional.of(venue)))
                    .filter(order -> order.venueOrderId().equals(Optional.of(id)))
                    .filter(order -> isOf(order.terms(), venueSymbol, side))
                    .findFirst()
                    .flatMap(Order::latestVenueClOrdId);
        }
    }

    /**
     * The broker's engine threw a message of ours back: which one is found by its number. Only the
     * end of an order, replace or cancel is news; a question that was thrown back says nothing of
     * an order.
     */
    private void bounced(FixFields fields, Optional<String> refId) {
        Optional<FixFields> sent = sentMessage(fields);
        String msgType =
                sent.flatMap(it -> it.find(Tags.MSG_TYPE))
                        .or(() -> fields.find(Tags.REF_MSG_TYPE))
                        .orElse("");
        Optional<VenueClOrdId> request =
                sent.flatMap(it -> it.find(Tags.CL_ORD_ID)).or(() -> refId).map(VenueClOrdId::new);
        if (request.isEmpty() || !REQUESTS.contains(msgType)) {
            LOG.error("ALARM: {} rejected a message of ours: {}", venue, fields.all());
            return;
        }
        String text = fields.find(Tags.TEXT).orElse("rejected by the broker's FIX engine");
        LOG.warn("{} rejected our request {}: {}", venue, request.get(), text);
        inbox.tell(new VenueReport.MessageBounced(venue, request.get(), text));
    }

    private Optional<FixFields> sentMessage(FixFields reject) {
        try {
            int number = Integer.parseInt(reject.find(Tags.REF_SEQ_NUM).orElse(""));
            return session.sent(number).map(FixFields::parse);
        } catch (NumberFormatException | IOException e) {
            LOG.error("RefSeqNum(45) of a reject of {} leads nowhere", venue, e);
            return Optional.empty();
        }
    }

    @Override
    public void on(Event event, Orders all, Instant at) {
        if (event instanceof OrderEvent orderEvent) {
            all.find(orderEvent.orderId())
                    .filter(order -> order.venue().equals(Optional.of(venue)))
                    .ifPresent(order -> on(orderEvent, order, at));
        }
    }

    private void on(OrderEvent event, Order order, Instant at) {
        switch (event) {
            case OrderRouted e ->
                    sendOrder(order, e.venueClOrdId(), messages.newOrder(order, e.venueClOrdId()));
            case ReplaceRequested e ->
                    sendOrder(
                            order,
                            e.venueClOrdId(),
                            messages.replace(
                                    order,
                                    link(order, e.venueClOrdId()),
                                    origBefore(order, e.venueClOrdId())));
            case CancelRequested e when !e.deferred() -> sendCancel(order, e.venueClOrdId(), at);
            case CancelResumed e -> sendCancel(order, e.venueClOrdId(), at);
            case StatusRequested e -> sendStatusRequest(order, e.request());
            default -> {}
        }
    }

    private void sendOrder(Order order, VenueClOrdId request, OutboundMessage message) {
        Scopes scopes =
                new Scopes(order.oms(), venue, order.terms().account(), order.terms().symbol());
        if (!session.isSynchronised()
                || !fix.sendOrder(session, message, request, scopes, maxUnsentMillis)) {
            inbox.tell(new Command.StopUnsent(request, "session " + session.name() + " is not up"));
        }
    }

    private void sendCancel(Order order, VenueClOrdId request, Instant at) {
        session.send(messages.cancel(order, link(order, request), origBefore(order, request), at));
    }

    private void sendStatusRequest(Order order, VenueClOrdId of) {
        if (session.isSynchronised()) {
            session.send(messages.status(order, of));
        }
    }

    private static Link link(Order order, VenueClOrdId id) {
        return order.linkOf(id)
                .orElseThrow(() -> new IllegalStateException("No request " + id + " in " + order));
    }

    /**
     * The sender chains optimistically: the newest version before this one that was not refused.
     */
    private static VenueClOrdId origBefore(Order order, VenueClOrdId request) {
        VenueClOrdId orig = null;
        for (Link link : order.links()) {
            Optional<VenueClOrdId> id = link.venueClOrdId();
            if (id.isPresent() && id.get().equals(request)) {
                break;
            }
            boolean version = link.kind() != Link.Kind.CANCEL;
            if (version && link.answer() != Link.Answer.REJECTED && id.isPresent()) {
                orig = id.get();
            }
        }
        if (orig == null) {
            throw new IllegalStateException("Nothing stands before " + request + " in " + order);
        }
        return orig;
    }
}
