package io.sluice.adapter.fix;

import io.sluice.order.DenialCode;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderType;
import io.sluice.order.Side;
import io.sluice.order.TimeInForce;

import java.util.Optional;

/** FIX's letters for what the router has words for. FIX 4.4. */
public final class FixCodes {

    public static Optional<Side> side(String code) {
        return switch (code) {
            case "1" -> Optional.of(Side.BUY);
            case "2" -> Optional.of(Side.SELL);
            case "5" -> Optional.of(Side.SELL_SHORT);
            case "6" -> Optional.of(Side.SELL_SHORT_EXEMPT);
            default -> Optional.empty();
        };
    }

    public static String code(Side side) {
        return switch (side) {
            case BUY -> "1";
            case SELL -> "2";
            case SELL_SHORT -> "5";
            case SELL_SHORT_EXEMPT -> "6";
        };
    }

    public static Optional<OrderType> orderType(String code) {
        return switch (code) {
            case "1" -> Optional.of(OrderType.MARKET);
            case "2" -> Optional.of(OrderType.LIMIT);
            default -> Optional.empty();
        };
    }

    public static String code(OrderType type) {
        return switch (type) {
            case MARKET -> "1";
            case LIMIT -> "2";
        };
    }

    public static Optional<TimeInForce> timeInForce(String code) {
        return switch (code) {
            case "0" -> Optional.of(TimeInForce.DAY);
            case "1" -> Optional.of(TimeInForce.GOOD_TILL_CANCEL);
            case "3" -> Optional.of(TimeInForce.IMMEDIATE_OR_CANCEL);
            case "4" -> Optional.of(TimeInForce.FILL_OR_KILL);
            default -> Optional.empty();
        };
    }

    public static String code(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY -> "0";
            case GOOD_TILL_CANCEL -> "1";
            case IMMEDIATE_OR_CANCEL -> "3";
            case FILL_OR_KILL -> "4";
        };
    }

    public static Optional<OrdStatus> ordStatus(String code) {
        return switch (code) {
            // 5 is FIX 4.2's Replaced, which later versions call New.
            case "0", "5" -> Optional.of(OrdStatus.NEW);
            case "1" -> Optional.of(OrdStatus.PARTIALLY_FILLED);
            case "2" -> Optional.of(OrdStatus.FILLED);
            case "3" -> Optional.of(OrdStatus.DONE_FOR_DAY);
            case "4" -> Optional.of(OrdStatus.CANCELED);
            case "6" -> Optional.of(OrdStatus.PENDING_CANCEL);
            case "7" -> Optional.of(OrdStatus.STOPPED);
            case "8" -> Optional.of(OrdStatus.REJECTED);
            case "9" -> Optional.of(OrdStatus.SUSPENDED);
            case "A" -> Optional.of(OrdStatus.PENDING_NEW);
            case "B" -> Optional.of(OrdStatus.CALCULATED);
            case "C" -> Optional.of(OrdStatus.EXPIRED);
            case "E" -> Optional.of(OrdStatus.PENDING_REPLACE);
            default -> Optional.empty();
        };
    }

    public static String code(OrdStatus status) {
        return switch (status) {
            case NEW -> "0";
            case PARTIALLY_FILLED -> "1";
            case FILLED -> "2";
            case DONE_FOR_DAY -> "3";
            case CANCELED -> "4";
            case PENDING_CANCEL -> "6";
            case STOPPED -> "7";
            case REJECTED -> "8";
            case SUSPENDED -> "9";
            case PENDING_NEW -> "A";
            case CALCULATED -> "B";
            case EXPIRED -> "C";
            case PENDING_REPLACE -> "E";
        };
    }

    public static Optional<ExecType> execType(String code) {
        return switch (code) {
            case "0" -> Optional.of(ExecType.NEW);
            // 1 and 2 are FIX 4.2's partial fill and fill; some brokers still send them on 4.4.
            case "F", "1", "2" -> Optional.of(ExecType.TRADE);
            case "3" -> Optional.of(ExecType.DONE_FOR_DAY);
            case "4" -> Optional.of(ExecType.CANCELED);
            case "5" -> Optional.of(ExecType.REPLACED);
            case "6" -> Optional.of(ExecType.PENDING_CANCEL);
            case "7" -> Optional.of(ExecType.STOPPED);
            case "8" -> Optional.of(ExecType.REJECTED);
            case "9" -> Optional.of(ExecType.SUSPENDED);
            case "A" -> Optional.of(ExecType.PENDING_NEW);
            case "B" -> Optional.of(ExecType.CALCULATED);
            case "C" -> Optional.of(ExecType.EXPIRED);
            case "D" -> Optional.of(ExecType.RESTATED);
            case "E" -> Optional.of(ExecType.PENDING_REPLACE);
            case "G" -> Optional.of(ExecType.TRADE_CORRECT);
            case "H" -> Optional.of(ExecType.TRADE_CANCEL);
            case "I" -> Optional.of(ExecType.ORDER_STATUS);
            default -> Optional.empty();
        };
    }

    public static String code(ExecType type) {
        return switch (type) {
            case NEW -> "0";
            case DONE_FOR_DAY -> "3";
            case CANCELED -> "4";
            case REPLACED -> "5";
            case PENDING_CANCEL -> "6";
            case STOPPED -> "7";
            case REJECTED -> "8";
            case SUSPENDED -> "9";
            case PENDING_NEW -> "A";
            case CALCULATED -> "B";
            case EXPIRED -> "C";
            case RESTATED -> "D";
            case PENDING_REPLACE -> "E";
            case TRADE -> "F";
            case TRADE_CORRECT -> "G";
            case TRADE_CANCEL -> "H";
            case ORDER_STATUS -> "I";
        };
    }

    /** OrdRejReason(103). */
    public static String ordRejReason(DenialCode code) {
        return switch (code.ordRejReason()) {
            case UNKNOWN_SYMBOL -> "1";
            case EXCEEDS_LIMIT -> "3";
            case TOO_LATE -> "4";
            case UNKNOWN_ORDER -> "5";
            case DUPLICATE -> "6";
            case UNSUPPORTED -> "11";
            case INCORRECT_QUANTITY -> "13";
            case OTHER -> "99";
        };
    }

    /** CxlRejReason(102). Changed terms are refused by option (FIX 4.4 Vol 4, 35=G). */
    public static String cxlRejReason(DenialCode code) {
        if (code == DenialCode.TERMS_CHANGED) {
            return "2";
        }
        return switch (code.ordRejReason()) {
            case TOO_LATE -> "0";
            case UNKNOWN_ORDER -> "1";
            case DUPLICATE -> "6";
            case UNSUPPORTED -> "2";
            case UNKNOWN_SYMBOL, EXCEEDS_LIMIT, INCORRECT_QUANTITY, OTHER -> "99";
        };
    }

    private FixCodes() {}
}
