package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Request.CancelOrder;
import io.sluice.simulator.broker.Request.NewOrder;
import io.sluice.simulator.broker.Request.ReplaceOrder;
import io.sluice.simulator.broker.Request.StatusQuery;

import quickfix.FieldException;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes requests of received messages; what FIX forbids ends as the exception of a Reject(3). */
final class RequestReader {

    /** The message types that are requests to a broker. */
    static final Set<String> MSG_TYPES = Set.of("D", "F", "G", "H");

    private static final int REQUIRED_TAG_MISSING = 1;
    private static final int VALUE_IS_INCORRECT = 5;
    private static final int INCORRECT_DATA_FORMAT = 6;

    /** FIX decimals have no exponent; the digits are bounded so that no number is a burden. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{0,18})?");

    private RequestReader() {}

    static Request read(Received received) {
        String clOrdId = required(received, Column.CL_ORD_ID);
        boolean mayBeRepeat = received.possDup() || received.possResend();

        return switch (received.msgType()) {
            case "D" -> new NewOrder(clOrdId, terms(received), mayBeRepeat);
            case "F" -> cancel(received, clOrdId, mayBeRepeat);
            case "G" ->
                    new ReplaceOrder(
                            clOrdId,
                            required(received, Column.ORIG_CL_ORD_ID),
                            terms(received),
                            mayBeRepeat);
            case "H" ->
                    new StatusQuery(
                            clOrdId,
                            required(received, Column.SYMBOL),
                            letter(received, Column.SIDE),
                            received.column(Column.ORD_STATUS_REQ_ID),
                            mayBeRepeat);
            default ->
                    throw new IllegalArgumentException(
                            "MsgType(35) is no request: " + received.msgType());
        };
    }

    private static CancelOrder cancel(Received received, String clOrdId, boolean mayBeRepeat) {
        required(received, Column.TRANSACT_TIME);
        return new CancelOrder(
                clOrdId,
                required(received, Column.ORIG_CL_ORD_ID),
                required(received, Column.SYMBOL),
                letter(received, Column.SIDE),
                mayBeRepeat);
    }

    /** A missing quantity is zero, which the broker refuses by a report of its own. */
    private static Terms terms(Received received) {
        required(received, Column.TRANSACT_TIME);
        Optional<BigDecimal> price = decimal(received, Column.PRICE);
        char ordType = letter(received, Column.ORD_TYPE);
        boolean isDay = received.column(Column.TIME_IN_FORCE).isEmpty();

        return new Terms(
                received.column(Column.ACCOUNT),
                required(received, Column.SYMBOL),
                letter(received, Column.SIDE),
                decimal(received, Column.QTY).orElse(BigDecimal.ZERO),
                ordType,
                ordType == '1' ? Optional.empty() : price,
                isDay ? '0' : letter(received, Column.TIME_IN_FORCE));
    }

    private static String required(Received received, Column column) {
        String value = received.column(column);
        if (value.isEmpty()) {
            throw new FieldException(REQUIRED_TAG_MISSING, column.tag());
        }
        return value;
    }

    private static char letter(Received received, Column column) {
        String value = required(received, column);
        if (value.length() != 1) {
            throw new FieldException(VALUE_IS_INCORRECT, column.tag());
        }
        return value.charAt(0);
    }

    private static Optional<BigDecimal> decimal(Received received, Column column) {
        String value = received.column(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!DECIMAL.matcher(value).matches()) {
            throw new FieldException(INCORRECT_DATA_FORMAT, column.tag());
        }
        return Optional.of(new BigDecimal(value));
    }
}
