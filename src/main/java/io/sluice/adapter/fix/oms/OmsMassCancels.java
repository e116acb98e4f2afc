package io.sluice.adapter.fix.oms;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixText;
import io.sluice.adapter.fix.FixWriter;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.adapter.fix.Tags;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.Kill;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Orders;

import quickfix.FieldNotFound;
import quickfix.IncorrectTagValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * OrderMassCancelRequests(q) of an OMS and their answers, OrderMassCancelReports(r): one says what
 * was taken, and each order then gets its own reports (FIX 4.4 Vol 4).
 */
final class OmsMassCancels {

    private static final String ORDER_MASS_CANCEL_REPORT = "r";

    /** MassCancelRequestType(530) and MassCancelResponse(531). */
    private static final String ALL_ORDERS = "7";

    private static final String REJECTED = "0";

    /** Orders that one report lists in NoAffectedOrders(534); TotalAffectedOrders(533) has all. */
    static final int LISTED = 500;

    static final Refusal DUPLICATE =
            new Refusal("99", "DUPLICATE_CL_ORD_ID: ClOrdID(11) was used before");

    /** A request as it came. */
    record Request(ClOrdId clOrdId, String type) {

        Optional<Refusal> refusal() {
            return type.equals(ALL_ORDERS)
                    ? Optional.empty()
                    : Optional.of(
                            new Refusal(
                                    "0",
                                    "UNSUPPORTED: MassCancelRequestType(530) was %s; only 7 is served"
                                            .formatted(type)));
        }
    }

    /**
     * Why a request is not carried out.
     *
     * @param reason MassCancelRejectReason(532)
     */
    record Refusal(String reason, String text) {}

    static Request read(FixFields fields) throws FieldNotFound, IncorrectTagValue {
        return new Request(
                OmsMessages.clOrdId(fields, Tags.CL_ORD_ID),
                fields.find(Tags.MASS_CANCEL_REQUEST_TYPE)
                        .orElseThrow(() -> new FieldNotFound(Tags.MASS_CANCEL_REQUEST_TYPE)));
    }

    /** A ClOrdID(11) may have characters that no name of a kill has. */
    static Optional<Refusal> unusable(Request request, OmsId oms) {
        try {
            killId(oms, LocalDate.EPOCH, request.clOrdId());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Refusal("99", "UNSUPPORTED: ClOrdID(11): " + e.getMessage()));
        }
    }

    /** The same id on another trading day is another mass cancel. */
    static KillId killId(OmsId oms, LocalDate tradingDay, ClOrdId clOrdId) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(tradingDay);
        return new KillId(oms + ":" + day + ":" + clOrdId);
    }

    static Kill kill(KillId id, OmsId oms) {
        return new Kill(
                id, KillScope.of(oms), KillMode.CANCEL, "OrderMassCancelRequest(q)", oms.value());
    }

    static OutboundMessage taken(
            Request request, KillId id, List<OrderId> targets, Orders orders, Instant at) {
        FixWriter out = begin(request, id.value());
        out.add(Tags.MASS_CANCEL_RESPONSE, ALL_ORDERS);
        out.add(Tags.TOTAL_AFFECTED_ORDERS, Integer.toString(targets.size()));
        List<Order> listed =
                targets.stream().limit(LISTED).flatMap(it -> orders.find(it).stream()).toList();
        if (!listed.isEmpty()) {
            out.add(Tags.NO_AFFECTED_ORDERS, Integer.toString(listed.size()));
        }
        for (Order order : listed) {
            out.add(Tags.ORIG_CL_ORD_ID, order.clOrdId().value());
            out.add(Tags.AFFECTED_ORDER_ID, order.id().value());
        }
        return end(out, at);
    }

    static OutboundMessage refused(Request request, Refusal refusal, Instant at) {
        FixWriter out = begin(request, "NONE");
        out.add(Tags.MASS_CANCEL_RESPONSE, REJECTED);
        out.add(Tags.MASS_CANCEL_REJECT_REASON, refusal.reason());
        out.add(Tags.TEXT, refusal.text());
        return end(out, at);
    }

    private static FixWriter begin(Request request, String orderId) {
        FixWriter out = new FixWriter();
        out.add(Tags.CL_ORD_ID, request.clOrdId().value());
        out.add(Tags.ORDER_ID, orderId);
        out.add(Tags.MASS_CANCEL_REQUEST_TYPE, request.type());
        return out;
    }

    private static OutboundMessage end(FixWriter out, Instant at) {
        out.add(Tags.TRANSACT_TIME, FixText.timestamp(at));
        return new OutboundMessage(ORDER_MASS_CANCEL_REPORT, out.body());
    }

    private OmsMassCancels() {}
}
