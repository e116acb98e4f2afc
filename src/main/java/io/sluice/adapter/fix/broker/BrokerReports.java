package io.sluice.adapter.fix.broker;

import io.sluice.adapter.fix.Decimals;
import io.sluice.adapter.fix.FixCodes;
import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.Tags;
import io.sluice.order.CarriedFields;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a broker reports, read from the text of its message and not through a dictionary: a fill is
 * never lost for a field that nobody knows.
 */
final class BrokerReports {

    private static final int LONGEST_ID = 64;

    private final VenueId venue;
    private final UnaryOperator<String> ourSymbol;

    /**
     * @param ourSymbol our name of a symbol of the broker
     */
    BrokerReports(VenueId venue, UnaryOperator<String> ourSymbol) {
        this.venue = venue;
        this.ourSymbol = ourSymbol;
    }

    /** A report that cannot be booked, with what is wrong with it. Somebody must look. */
    static final class UnreadableReportException extends Exception {
        UnreadableReportException(String why) {
            super(why);
        }
    }

    /**
     * A fill needs a quantity, a price and an order; whatever else of it cannot be read is left
     * out, and shows as a number that does not fit.
     *
     * @param known finds requests of ours
     */
    VenueReport executionReport(FixFields fields, Requests known) throws UnreadableReportException {
        VenueClOrdId request = request(fields, known);
        ExecType execType = execType(fields);
        if (execType == ExecType.TRADE) {
            Trade trade =
                    new Trade(
                            new Qty(amount(fields, Tags.LAST_QTY)),
                            new Price(number(fields, Tags.LAST_PX)));
            OrdStatus status = findStatus(fields).orElse(OrdStatus.PARTIALLY_FILLED);
            return new VenueReport.Reported(
                    venue, execution(fields, request, execType, status), Optional.of(trade));
        }
        OrdStatus ordStatus = ordStatus(fields);
        if (execType == ExecType.ORDER_STATUS && saysUnknown(fields, ordStatus)) {
            return new VenueReport.OrderUnknownToVenue(
                    venue, request, fields.find(Tags.TEXT).orElse(""));
        }
        return new VenueReport.Reported(
                venue, execution(fields, request, execType, ordStatus), Optional.empty());
    }

    /** The requests of ours that the book knows. */
    interface Requests {

        boolean isKnown(VenueClOrdId request);

        /** The newest of an order that the venue calls so, if it is of this symbol and side. */
        Optional<VenueClOrdId> of(
                VenueOrderId id, Optional<String> venueSymbol, Optional<String> side);
    }

    /**
     * What the report speaks of: ClOrdID(11), unless nobody knows it. A cancel that left while the
     * journal had failed is known to the venue only; OrigClOrdID(41) and OrderID(37) are not.
     */
    private static VenueClOrdId request(FixFields fields, Requests known)
            throws UnreadableReportException {
        Optional<VenueClOrdId> named = request(fields, Tags.CL_ORD_ID);
        return named.filter(known::isKnown)
                .or(() -> request(fields, Tags.ORIG_CL_ORD_ID).filter(known::isKnown))
                .or(
                        () ->
                                id(fields, Tags.ORDER_ID)
                                        .map(VenueOrderId::new)
                                        .flatMap(
                                                id ->
                                                        known.of(
                                                                id,
                                                                fields.find(Tags.SYMBOL),
                                                                fields.find(Tags.SIDE))))
                .or(() -> named)
                .orElseThrow(
                        () ->
                                new UnreadableReportException(
                                        "ClOrdID(11) was "
                                                + fields.find(Tags.CL_ORD_ID).orElse("absent")
                                                + ", OrderID(37) leads to no order"));
    }

    private static Optional<VenueClOrdId> request(FixFields fields, int tag) {
        return id(fields, tag).map(VenueClOrdId::new);
    }

    private VenueExecution execution(
            FixFields fields, VenueClOrdId request, ExecType execType, OrdStatus ordStatus) {
        return new VenueExecution(
                execType == ExecType.ORDER_STATUS
                        ? Optional.empty()
                        : id(fields, Tags.EXEC_ID).map(VenueExecId::new),
                id(fields, Tags.ORDER_ID).filter(id -> !id.equals("NONE")).map(VenueOrderId::new),
                request,
                execType,
                ordStatus,
                new Qty(lenient(fields, Tags.CUM_QTY).max(BigDecimal.ZERO)),
                new Qty(lenient(fields, Tags.LEAVES_QTY).max(BigDecimal.ZERO)),
                new Price(lenient(fields, Tags.AVG_PX)),
                fields.find(Tags.TEXT).orElse(""),
                carried(fields));
    }

    VenueReport cancelReject(FixFields fields) throws UnreadableReportException {
        return new VenueReport.RequestRejected(
                venue,
                new VenueClOrdId(required(fields, Tags.CL_ORD_ID)),
                ordStatus(fields),
                fields.find(Tags.CXL_REJ_REASON).map("1"::equals).orElse(false),
                fields.find(Tags.TEXT).orElse(""),
                carried(fields));
    }

    private static boolean saysUnknown(FixFields fields, OrdStatus ordStatus) {
        return ordStatus == OrdStatus.REJECTED
                && fields.find(Tags.ORD_REJ_REASON).map("5"::equals).orElse(false);
    }

    private static ExecType execType(FixFields fields) throws UnreadableReportException {
        String code = required(fields, Tags.EXEC_TYPE);
        return FixCodes.execType(code)
                .orElseThrow(() -> new UnreadableReportException("ExecType(150) was " + code));
    }

    private static OrdStatus ordStatus(FixFields fields) throws UnreadableReportException {
        return findStatus(fields)
                .orElseThrow(
                        () ->
                                new UnreadableReportException(
                                        "OrdStatus(39) was "
                                                + fields.find(Tags.ORD_STATUS).orElse("absent")));
    }

    private static Optional<OrdStatus> findStatus(FixFields fields) {
        return fields.find(Tags.ORD_STATUS).flatMap(FixCodes::ordStatus);
    }

    private static String required(FixFields fields, int tag) throws UnreadableReportException {
        return id(fields, tag)
                .orElseThrow(
                        () ->
                                new UnreadableReportException(
                                        "Field "
                                                + tag
                                                + " was "
                                                + fields.find(tag).orElse("absent")));
    }

    private static BigDecimal lenient(FixFields fields, int tag) {
        return fields.find(tag).flatMap(Decimals::parse).orElse(BigDecimal.ZERO);
    }

    /** An id that the router can keep; one that it cannot is as good as none. */
    private static Optional<String> id(FixFields fields, int tag) {
        return fields.find(tag).filter(value -> !value.isEmpty() && value.length() <= LONGEST_ID);
    }

    private static BigDecimal amount(FixFields fields, int tag) throws UnreadableReportException {
        BigDecimal amount = number(fields, tag);
        if (amount.signum() < 0) {
            throw new UnreadableReportException("Field " + tag + " was " + amount);
        }
        return amount;
    }

    private static BigDecimal number(FixFields fields, int tag) throws UnreadableReportException {
        String text = required(fields, tag);
        return Decimals.parse(text)
                .orElseThrow(() -> new UnreadableReportException("Field " + tag + " was " + text));
    }

    /**
     * Everything but session fields and the ids that we replace; 41 is mapped when it is relayed.
     */
    private CarriedFields carried(FixFields fields) {
        StringBuilder text = new StringBuilder(192);
        for (FixFields.Field field : fields.all()) {
            boolean ours =
                    field.tag() == Tags.CL_ORD_ID
                            || field.tag() == Tags.EXEC_ID
                            || field.tag() == Tags.ORDER_ID;
            if (!ours && !Tags.isOfSession(field.tag())) {
                String value =
                        field.tag() == Tags.SYMBOL ? ourSymbol.apply(field.value()) : field.value();
                text.append(field.tag()).append('=').append(value).append(FixFields.SOH);
            }
        }
        return new CarriedFields(text.toString());
    }
}
