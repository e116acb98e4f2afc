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

    private final VenueId venue;
    private final UnaryOperator<String> ourSymbol;

    /**
     * @param ourSymbol our name of a symbol of the broker
     */
    BrokerReports(VenueId venue, UnaryOperator<String> ourSymbol) {
        this.venue = venue;
        this.ourSymbol = ourSymbol;
    }

    /** A report that cannot be booked, with the field that is wrong. Somebody must look. */
    static final class UnreadableReportException extends Exception {

        private final int tag;
        private final String value;

        UnreadableReportException(int tag, String value) {
            super("Field " + tag + " was " + (value.isEmpty() ? "absent or empty" : value));
            this.tag = tag;
            this.value = value;
        }

        int tag() {
            return tag;
        }

        String value() {
            return value;
        }
    }

    VenueReport executionReport(FixFields fields) throws UnreadableReportException {
        VenueClOrdId request = new VenueClOrdId(required(fields, Tags.CL_ORD_ID));
        ExecType execType = execType(fields);
        OrdStatus ordStatus = ordStatus(fields);
        if (execType == ExecType.ORDER_STATUS && saysUnknown(fields, ordStatus)) {
            return new VenueReport.OrderUnknownToVenue(
                    venue, request, fields.find(Tags.TEXT).orElse(""));
        }
        Optional<Trade> trade =
                execType == ExecType.TRADE
                        ? Optional.of(
                                new Trade(
                                        new Qty(amount(fields, Tags.LAST_QTY)),
                                        new Price(number(fields, Tags.LAST_PX))))
                        : Optional.empty();
        return new VenueReport.Reported(
                venue, execution(fields, request, execType, ordStatus), trade);
    }

    private VenueExecution execution(
            FixFields fields, VenueClOrdId request, ExecType execType, OrdStatus ordStatus)
            throws UnreadableReportException {
        return new VenueExecution(
                execType == ExecType.ORDER_STATUS
                        ? Optional.empty()
                        : fields.find(Tags.EXEC_ID).map(VenueExecId::new),
                fields.find(Tags.ORDER_ID).filter(id -> !id.equals("NONE")).map(VenueOrderId::new),
                request,
                execType,
                ordStatus,
                new Qty(optionalAmount(fields, Tags.CUM_QTY)),
                new Qty(optionalAmount(fields, Tags.LEAVES_QTY)),
                new Price(optionalNumber(fields, Tags.AVG_PX)),
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
                .orElseThrow(() -> new UnreadableReportException(Tags.EXEC_TYPE, code));
    }

    private static OrdStatus ordStatus(FixFields fields) throws UnreadableReportException {
        String code = required(fields, Tags.ORD_STATUS);
        return FixCodes.ordStatus(code)
                .orElseThrow(() -> new UnreadableReportException(Tags.ORD_STATUS, code));
    }

    private static String required(FixFields fields, int tag) throws UnreadableReportException {
        return fields.find(tag)
                .filter(BrokerReports::isId)
                .orElseThrow(() -> new UnreadableReportException(tag, fields.find(tag).orElse("")));
    }

    static boolean isId(String value) {
        return !value.isEmpty() && value.length() <= 64;
    }

    private static BigDecimal optionalNumber(FixFields fields, int tag)
            throws UnreadableReportException {
        return fields.has(tag) ? number(fields, tag) : BigDecimal.ZERO;
    }

    private static BigDecimal optionalAmount(FixFields fields, int tag)
            throws UnreadableReportException {
        return fields.has(tag) ? amount(fields, tag) : BigDecimal.ZERO;
    }

    private static BigDecimal amount(FixFields fields, int tag) throws UnreadableReportException {
        BigDecimal amount = number(fields, tag);
        if (amount.signum() < 0) {
            throw new UnreadableReportException(tag, amount.toString());
        }
        return amount;
    }

    private static BigDecimal number(FixFields fields, int tag) throws UnreadableReportException {
        String text = required(fields, tag);
        return Decimals.parse(text).orElseThrow(() -> new UnreadableReportException(tag, text));
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

    static CarriedFields withSymbol(CarriedFields carried, String symbol) {
        StringBuilder text = new StringBuilder(carried.text().length() + 8);
        for (FixFields.Field field : FixFields.parse(carried.text()).all()) {
            String value = field.tag() == Tags.SYMBOL ? symbol : field.value();
            text.append(field.tag()).append('=').append(value).append(FixFields.SOH);
        }
        return new CarriedFields(text.toString());
    }
}
