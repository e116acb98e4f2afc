package io.sluice.adapter.fix.oms;

import io.sluice.adapter.fix.FixCodes;
import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixText;
import io.sluice.adapter.fix.FixWriter;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.adapter.fix.Tags;
import io.sluice.order.ClOrdId;
import io.sluice.order.Denial;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderState;
import io.sluice.order.VenueClOrdId;

import java.time.Instant;
import java.util.Optional;

/** OrderCancelRejects(9) to an OMS. OrdStatus(39) is the state after the reject. */
final class OmsRejects {

    private static final String ORDER_CANCEL_REJECT = "9";

    /** CxlRejReason(102), where the venue gives none. */
    private static final String TOO_LATE = "0";

    /** CxlRejReason(102) of what has no reason of its own. */
    private static final String OTHER = "99";

    /** We did not pass the request on. */
    static OutboundMessage refused(RequestRefused event, Optional<Order> order, Instant at) {
        FixWriter out = new FixWriter();
        out.add(Tags.ORDER_ID, order.map(it -> it.id().value()).orElse("NONE"));
        out.add(Tags.CL_ORD_ID, event.clOrdId().value());
        out.add(Tags.ORIG_CL_ORD_ID, order.map(Order::clOrdId).orElse(event.origClOrdId()).value());
        OrdStatus status = order.map(Order::ordStatus).orElse(OrdStatus.REJECTED);
        addEnd(out, status, event.kind(), event.denial(), at);
        return new OutboundMessage(ORDER_CANCEL_REJECT, out.body());
    }

    /** A replace that was stopped before it left. */
    static OutboundMessage notSent(Order order, VenueClOrdId request, Denial denial, Instant at) {
        FixWriter out = new FixWriter();
        out.add(Tags.ORDER_ID, order.id().value());
        out.add(Tags.CL_ORD_ID, OmsReports.clOrdIdOf(order, request).value());
        out.add(Tags.ORIG_CL_ORD_ID, order.clOrdId().value());
        addEnd(out, order.ordStatus(), Link.Kind.REPLACE, denial, at);
        return new OutboundMessage(ORDER_CANCEL_REJECT, out.body());
    }

    private static void addEnd(
            FixWriter out, OrdStatus status, Link.Kind kind, Denial denial, Instant at) {
        out.add(Tags.ORD_STATUS, FixCodes.code(status));
        out.add(Tags.CXL_REJ_RESPONSE_TO, responseTo(kind));
        out.add(Tags.CXL_REJ_REASON, FixCodes.cxlRejReason(denial.code()));
        out.add(Tags.TEXT, denial.text()).add(Tags.TRANSACT_TIME, FixText.timestamp(at));
    }

    /** The venue said no: relayed with its own reason. Nobody is told of a request of our own. */
    static Optional<OutboundMessage> relayed(Order order, RequestRejected event, Instant at) {
        Optional<ClOrdId> asked = OmsReports.ownClOrdIdOf(order, event.venueClOrdId());
        return asked.map(clOrdId -> relayed(order, event, clOrdId, at));
    }

    private static OutboundMessage relayed(
            Order order, RequestRejected event, ClOrdId clOrdId, Instant at) {
        Link.Kind kind =
                order.linkOf(event.venueClOrdId()).map(Link::kind).orElse(Link.Kind.CANCEL);
        FixFields carried = FixFields.parse(event.carried().text());
        boolean lost = isOfLostLink(order, event, carried);
        FixWriter out = new FixWriter();
        out.add(Tags.ORDER_ID, order.id().value());
        out.add(Tags.CL_ORD_ID, clOrdId.value());
        out.add(Tags.ORIG_CL_ORD_ID, order.clOrdId().value());
        out.add(Tags.ORD_STATUS, FixCodes.code(lost ? order.ordStatus() : event.ordStatus()));
        out.add(Tags.CXL_REJ_RESPONSE_TO, responseTo(kind));
        if (lost) {
            out.add(Tags.CXL_REJ_REASON, OTHER);
        }
        carryRest(out, carried);
        if (!event.text().isEmpty()) {
            out.addIfAbsent(Tags.TEXT, event.text());
        }
        out.addIfAbsent(Tags.CXL_REJ_REASON, order.isFinal() ? TOO_LATE : OTHER);
        out.addIfAbsent(Tags.TRANSACT_TIME, FixText.timestamp(at));
        return new OutboundMessage(ORDER_CANCEL_REJECT, out.body());
    }

    /**
     * A request that was lost in a crash is unknown to the venue, and so is every one chained on
     * it; the order itself is not, and its state is what the OMS must hear.
     */
    private static boolean isOfLostLink(Order order, RequestRejected event, FixFields carried) {
        boolean saysUnknown = carried.find(Tags.CXL_REJ_REASON).map("1"::equals).orElse(false);
        return order.state() != OrderState.REJECTED
                && (saysUnknown || event.ordStatus() == OrdStatus.REJECTED);
    }

    private static void carryRest(FixWriter out, FixFields carried) {
        for (FixFields.Field field : carried.all()) {
            switch (field.tag()) {
                case Tags.CL_ORD_ID,
                        Tags.ORIG_CL_ORD_ID,
                        Tags.ORDER_ID,
                        Tags.ORD_STATUS,
                        Tags.CXL_REJ_RESPONSE_TO -> {}
                case Tags.CXL_REJ_REASON -> out.addIfAbsent(field.tag(), field.value());
                default -> out.add(field.tag(), field.value());
            }
        }
    }

    private static String responseTo(Link.Kind kind) {
        return kind == Link.Kind.REPLACE ? "2" : "1";
    }

    private OmsRejects() {}
}
