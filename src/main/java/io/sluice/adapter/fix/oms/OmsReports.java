package io.sluice.adapter.fix.oms;

import io.sluice.adapter.fix.FixCodes;
import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixText;
import io.sluice.adapter.fix.FixWriter;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.adapter.fix.Tags;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Denial;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.ByVenue;
import io.sluice.order.Terms;
import io.sluice.order.VenueClOrdId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ExecutionReports(8) to an OMS: relayed ones as the venue sent them, our own as the order stands.
 */
final class OmsReports {

    private static final String EXECUTION_REPORT = "8";

    /** ExecRestatementReason(378), where the venue gives none. */
    private static final String OTHER = "99";

    /** Ids of the venue's hop: replaced by ours. */
    private static final Set<Integer> VENUE_IDS =
            Set.of(
                    Tags.CL_ORD_ID,
                    Tags.ORIG_CL_ORD_ID,
                    Tags.ORDER_ID,
                    Tags.EXEC_ID,
                    Tags.ORD_STATUS_REQ_ID);

    /**
     * A report of the venue, under our ids. What the order carried and the venue left out comes
     * back.
     */
    static OutboundMessage relayed(Order order, ByVenue event) {
        Execution execution = event.execution();
        FixWriter out = new FixWriter().add(Tags.ORDER_ID, order.id().value());
        out.add(Tags.CL_ORD_ID, clOrdIdOf(order, execution.request()).value());
        FixFields carried = FixFields.parse(execution.carried().text());
        carried.find(Tags.ORIG_CL_ORD_ID)
                .flatMap(id -> linkCalled(order, id))
                .map(link -> link.clOrdId().orElseGet(order::clOrdId))
                .or(() -> canceledBy(order, execution))
                .ifPresent(id -> out.add(Tags.ORIG_CL_ORD_ID, id.value()));
        out.add(Tags.EXEC_ID, execution.execId().value());
        carryReport(out, carried);
        addWhatIsMissing(out, order, execution);
        execution
                .venueOrderId()
                .ifPresent(id -> out.addIfAbsent(Tags.SECONDARY_ORDER_ID, id.value()));
        execution
                .venueExecId()
                .ifPresent(id -> out.addIfAbsent(Tags.SECONDARY_EXEC_ID, id.value()));
        restore(out, order.lastAcceptedVersion().carried());
        return new OutboundMessage(EXECUTION_REPORT, out.body());
    }

    private static Optional<Link> linkCalled(Order order, String venueClOrdId) {
        return order.links().stream()
                .filter(
                        it ->
                                it.venueClOrdId()
                                        .map(VenueClOrdId::value)
                                        .equals(Optional.of(venueClOrdId)))
                .findFirst();
    }

    /** A cancel that we know confirmed only by a status is told with the id that it canceled. */
    private static Optional<ClOrdId> canceledBy(Order order, Execution execution) {
        boolean answersCancel =
                execution.execType() == ExecType.CANCELED
                        && order.linkOf(execution.request())
                                .filter(link -> link.kind() == Link.Kind.CANCEL)
                                .flatMap(Link::clOrdId)
                                .isPresent();
        return answersCancel ? Optional.of(order.clOrdId()) : Optional.empty();
    }

    private static void carryReport(FixWriter out, FixFields carried) {
        StringBuilder text = new StringBuilder(128);
        for (FixFields.Field field : carried.all()) {
            if (!VENUE_IDS.contains(field.tag())) {
                text.append(field.tag())
                        .append('=')
                        .append(normalised(field))
                        .append(FixFields.SOH);
            }
        }
        out.carry(new CarriedFields(text.toString()));
    }

    /** FIX 4.4 knows no ExecType(150) of 1 or 2 and no OrdStatus(39) of 5 any more. */
    private static String normalised(FixFields.Field field) {
        return switch (field.tag()) {
            case Tags.EXEC_TYPE ->
                    FixCodes.execType(field.value()).map(FixCodes::code).orElse(field.value());
            case Tags.ORD_STATUS ->
                    FixCodes.ordStatus(field.value()).map(FixCodes::code).orElse(field.value());
            default -> field.value();
        };
    }

    private static void addWhatIsMissing(FixWriter out, Order order, Execution execution) {
        out.addIfAbsent(Tags.EXEC_TYPE, FixCodes.code(execution.execType()))
                .addIfAbsent(Tags.ORD_STATUS, FixCodes.code(execution.ordStatus()))
                .addIfAbsent(Tags.SYMBOL, order.terms().symbol().value())
                .addIfAbsent(Tags.SIDE, FixCodes.code(order.terms().side()))
                .addIfAbsent(Tags.ORDER_QTY, order.terms().qty().toString())
                .addIfAbsent(Tags.LEAVES_QTY, execution.leavesQty().toString())
                .addIfAbsent(Tags.CUM_QTY, execution.cumQty().toString())
                .addIfAbsent(Tags.AVG_PX, execution.avgPx().toString());
        if (execution.execType() == ExecType.RESTATED) {
            out.addIfAbsent(Tags.EXEC_RESTATEMENT_REASON, OTHER);
        }
        if (!execution.text().isEmpty()) {
            out.addIfAbsent(Tags.TEXT, execution.text());
        }
    }

    /** A denial, or the end of an order that never reached its venue. */
    static OutboundMessage denied(Order order, ExecId execId, Denial denial, Instant at) {
        FixWriter out = own(order, execId.value(), ExecType.REJECTED, OrdStatus.REJECTED);
        out.add(Tags.ORD_REJ_REASON, FixCodes.ordRejReason(denial.code()));
        out.add(Tags.TEXT, denial.text()).add(Tags.TRANSACT_TIME, FixText.timestamp(at));
        restore(out, order.lastAcceptedVersion().carried());
        return new OutboundMessage(EXECUTION_REPORT, out.body());
    }

    /** The answer to a duplicate: what stands is the first order's (FIX 4.4 Vol 4, F.1.a). */
    static OutboundMessage duplicate(Order first, DuplicateRefused event, Instant at) {
        FixWriter out =
                own(
                        first,
                        event.execId().value(),
                        ExecType.REJECTED,
                        first.ordStatus(),
                        event.clOrdId());
        out.add(Tags.ORD_REJ_REASON, "6");
        out.add(Tags.TEXT, "DUPLICATE_CL_ORD_ID value=" + event.clOrdId());
        out.add(Tags.TRANSACT_TIME, FixText.timestamp(at));
        return new OutboundMessage(EXECUTION_REPORT, out.body());
    }

    /** The answer to a duplicate of an id that no order has any more, only a refused request. */
    static OutboundMessage duplicateOfRequest(DuplicateRefused event, Instant at) {
        FixWriter out =
                unread(event.clOrdId(), FixFields.parse(event.carried().text()))
                        .add(Tags.ORDER_ID, "NONE")
                        .add(Tags.EXEC_ID, event.execId().value())
                        .add(Tags.ORD_REJ_REASON, "6")
                        .add(Tags.TEXT, "DUPLICATE_CL_ORD_ID value=" + event.clOrdId())
                        .add(Tags.TRANSACT_TIME, FixText.timestamp(at));
        return new OutboundMessage(EXECUTION_REPORT, out.body());
    }

    /** The refusal of an order that never became one of the book. */
    static OutboundMessage invalid(InvalidOrderRefused event, Instant at) {
        FixWriter out =
                unread(event.clOrdId(), FixFields.parse(event.carried().text()))
                        .add(Tags.ORDER_ID, event.orderId().value())
                        .add(Tags.EXEC_ID, event.execId().value())
                        .add(Tags.ORD_REJ_REASON, FixCodes.ordRejReason(event.denial().code()))
                        .add(Tags.TEXT, event.denial().text())
                        .add(Tags.TRANSACT_TIME, FixText.timestamp(at));
        restore(out, event.carried());
        return new OutboundMessage(EXECUTION_REPORT, out.body());
    }

    /** Rejected, with what the OMS said of the order and nothing traded. */
    private static FixWriter unread(ClOrdId clOrdId, FixFields asked) {
        FixWriter out =
                new FixWriter()
                        .add(Tags.CL_ORD_ID, clOrdId.value())
                        .add(Tags.EXEC_TYPE, FixCodes.code(ExecType.REJECTED))
                        .add(Tags.ORD_STATUS, FixCodes.code(OrdStatus.REJECTED))
                        .add(Tags.LEAVES_QTY, "0")
                        .add(Tags.CUM_QTY, "0")
                        .add(Tags.AVG_PX, "0");
        for (int tag : new int[] {Tags.SYMBOL, Tags.SIDE, Tags.ORDER_QTY, Tags.ACCOUNT}) {
            out.add(tag, asked.find(tag));
        }
        return out;
    }

    /** The answer to an OrderStatusRequest(H). */
    static OutboundMessage status(Order order, FixFields request, Instant at) {
        FixWriter out = own(order, "0", ExecType.ORDER_STATUS, order.ordStatus());
        out.add(Tags.ORD_STATUS_REQ_ID, request.find(Tags.ORD_STATUS_REQ_ID));
        order.unknown().ifPresent(why -> out.add(Tags.TEXT, "UNKNOWN: " + why));
        out.add(Tags.TRANSACT_TIME, FixText.timestamp(at));
        restore(out, order.lastAcceptedVersion().carried());
        return new OutboundMessage(EXECUTION_REPORT, out.body());
    }

    /** The answer to an OrderStatusRequest(H) for an order that we do not know (G.1.a). */
    static OutboundMessage statusOfUnknown(ClOrdId clOrdId, FixFields request, Instant at) {
        FixWriter out =
                new FixWriter()
                        .add(Tags.ORDER_ID, request.find(Tags.ORDER_ID).orElse("NONE"))
                        .add(Tags.CL_ORD_ID, clOrdId.value())
                        .add(Tags.EXEC_ID, "0")
                        .add(Tags.EXEC_TYPE, FixCodes.code(ExecType.ORDER_STATUS))
                        .add(Tags.ORD_STATUS, FixCodes.code(OrdStatus.REJECTED))
                        .add(Tags.ORD_REJ_REASON, "5")
                        .add(Tags.SYMBOL, request.find(Tags.SYMBOL))
                        .add(Tags.SIDE, request.find(Tags.SIDE))
                        .add(Tags.ORDER_QTY, "0")
                        .add(Tags.LEAVES_QTY, "0")
                        .add(Tags.CUM_QTY, "0")
                        .add(Tags.AVG_PX, "0")
                        .add(Tags.TEXT, "UNKNOWN_ORDER value=" + clOrdId)
                        .add(Tags.ORD_STATUS_REQ_ID, request.find(Tags.ORD_STATUS_REQ_ID))
                        .add(Tags.TRANSACT_TIME, FixText.timestamp(at));
        return new OutboundMessage(EXECUTION_REPORT, out.body());
    }

    private static FixWriter own(Order order, String execId, ExecType type, OrdStatus status) {
        return own(order, execId, type, status, order.clOrdId());
    }

    private static FixWriter own(
            Order order, String execId, ExecType type, OrdStatus status, ClOrdId clOrdId) {
        Terms terms = order.terms();
        FixWriter out =
                new FixWriter()
                        .add(Tags.ORDER_ID, order.id().value())
                        .add(Tags.CL_ORD_ID, clOrdId.value())
                        .add(Tags.EXEC_ID, execId)
                        .add(Tags.EXEC_TYPE, FixCodes.code(type))
                        .add(Tags.ORD_STATUS, FixCodes.code(status))
                        .add(Tags.ACCOUNT, terms.account().value())
                        .add(Tags.SYMBOL, terms.symbol().value())
                        .add(Tags.SIDE, FixCodes.code(terms.side()))
                        .add(Tags.ORDER_QTY, terms.qty().toString())
                        .add(Tags.ORD_TYPE, FixCodes.code(terms.orderType()))
                        .add(Tags.PRICE, terms.price())
                        .add(Tags.TIME_IN_FORCE, FixCodes.code(terms.timeInForce()));
        return out.add(Tags.LEAVES_QTY, order.leavesQty().toString())
                .add(Tags.CUM_QTY, order.countedQty().toString())
                .add(Tags.AVG_PX, order.avgPx().toString());
    }

    /**
     * User-defined fields of the order come back on every report of it, groups as a whole; what the
     * venue says of a field itself stands.
     */
    private static void restore(FixWriter out, CarriedFields carried) {
        List<FixFields.Field> missing =
                FixFields.parse(carried.text()).all().stream()
                        .filter(field -> field.tag() >= Tags.FIRST_USER_DEFINED)
                        .filter(field -> !out.has(field.tag()))
                        .toList();
        missing.forEach(field -> out.add(field.tag(), field.value()));
    }

    /** The OMS's id of a request; an operator's request goes by the id of the order. */
    static ClOrdId clOrdIdOf(Order order, VenueClOrdId request) {
        return order.linkOf(request).flatMap(Link::clOrdId).orElseGet(order::clOrdId);
    }

    static Optional<ClOrdId> ownClOrdIdOf(Order order, VenueClOrdId request) {
        return order.linkOf(request).flatMap(Link::clOrdId);
    }

    private OmsReports() {}
}
