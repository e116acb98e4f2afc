package io.sluice.adapter.fix.oms;

import io.sluice.adapter.fix.FixCodes;
import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.NumberLimits;
import io.sluice.adapter.fix.Tags;
import io.sluice.order.Account;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;

import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What an OMS asks, read from FIX 4.4. A field that breaks the rules of FIX is thrown, and becomes
 * a Reject(3); an order that FIX allows and the router cannot do becomes a command to refuse it.
 */
final class OmsMessages {

    /**
     * CashOrderQty, OrderPercent, PriceType, QtyType, PegOffsetValue, DiscretionInst and
     * DiscretionOffsetValue, with the value that changes nothing.
     */
    private static final Map<Integer, String> BEYOND_THE_GATE =
            Map.of(152, "", 516, "", 423, "2", 854, "0", 211, "0", 388, "", 389, "0");

    private final OmsId oms;
    private final Account defaultAccount;
    private final NumberLimits numbers;

    OmsMessages(OmsId oms, Account defaultAccount, NumberLimits numbers) {
        this.oms = oms;
        this.defaultAccount = defaultAccount;
        this.numbers = numbers;
    }

    Command newOrder(FixFields fields)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue {
        ClOrdId clOrdId = clOrdId(fields, Tags.CL_ORD_ID);
        CarriedFields carried = carried(fields, defaultAccount);
        TermsReader terms = new TermsReader(fields, defaultAccount);
        return terms.read()
                .<Command>map(it -> new Command.NewOrder(oms, clOrdId, it, carried))
                .orElseGet(() -> new Command.InvalidOrder(oms, clOrdId, terms.denial(), carried));
    }

    Command cancel(FixFields fields) throws FieldNotFound, IncorrectTagValue {
        return new Command.CancelOrder(
                oms,
                clOrdId(fields, Tags.CL_ORD_ID),
                clOrdId(fields, Tags.ORIG_CL_ORD_ID),
                new CarriedFields(textOf(fields)));
    }

    /**
     * @param ofOrder whose the order is that shall be replaced, if it is known
     */
    Command replace(FixFields fields, Optional<Account> ofOrder)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue {
        ClOrdId clOrdId = clOrdId(fields, Tags.CL_ORD_ID);
        ClOrdId origClOrdId = clOrdId(fields, Tags.ORIG_CL_ORD_ID);
        Account account = ofOrder.orElse(defaultAccount);
        TermsReader terms = new TermsReader(fields, account);
        return terms.read()
                .<Command>map(
                        it ->
                                new Command.ReplaceOrder(
                                        oms, clOrdId, origClOrdId, it, carried(fields, account)))
                .orElseGet(
                        () ->
                                new Command.InvalidRequest(
                                        oms,
                                        Link.Kind.REPLACE,
                                        clOrdId,
                                        origClOrdId,
                                        terms.denial()));
    }

    static ClOrdId clOrdId(FixFields fields, int tag) throws FieldNotFound, IncorrectTagValue {
        String value = required(fields, tag);
        try {
            return new ClOrdId(value);
        } catch (IllegalArgumentException e) {
            throw new IncorrectTagValue(tag, value, e.getMessage());
        }
    }

    private static String required(FixFields fields, int tag) throws FieldNotFound {
        return fields.find(tag).orElseThrow(() -> new FieldNotFound(tag));
    }

    /** Everything but ids and session fields; an order always says whose it is. */
    private static CarriedFields carried(FixFields fields, Account account) {
        String text = textOf(fields);
        return fields.has(Tags.ACCOUNT)
                ? new CarriedFields(text)
                : new CarriedFields(text + Tags.ACCOUNT + '=' + account + FixFields.SOH);
    }

    private static String textOf(FixFields fields) {
        StringBuilder text = new StringBuilder(128);
        for (FixFields.Field field : fields.all()) {
            if (!Tags.isOfSession(field.tag()) && !isId(field.tag())) {
                text.append(field.tag()).append('=').append(field.value()).append(FixFields.SOH);
            }
        }
        return text.toString();
    }

    private static boolean isId(int tag) {
        return tag == Tags.CL_ORD_ID || tag == Tags.ORIG_CL_ORD_ID || tag == Tags.ORDER_ID;
    }

    /** Reads the terms of one order; keeps the reason when they cannot be traded. */
    private final class TermsReader {

        private final FixFields fields;
        private final Account account;
        private Denial denial = Denial.of(DenialCode.UNSUPPORTED, "");

        /**
         * @param account whose it is when the message does not say
         */
        TermsReader(FixFields fields, Account account) {
            this.fields = fields;
            this.account = account;
        }

        Denial denial() {
            return denial;
        }

        Optional<Terms> read() throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue {
            Optional<BigDecimal> qty = number(Tags.ORDER_QTY);
            Optional<BigDecimal> price = number(Tags.PRICE);
            if (qty.isPresent() && qty.get().signum() < 0) {
                throw new IncorrectTagValue(Tags.ORDER_QTY, qty.get().toPlainString());
            }
            Optional<Side> side = FixCodes.side(required(fields, Tags.SIDE));
            Optional<OrderType> type = FixCodes.orderType(required(fields, Tags.ORD_TYPE));
            Optional<TimeInForce> tif =
                    FixCodes.timeInForce(fields.find(Tags.TIME_IN_FORCE).orElse("0"));
            Optional<FixFields.Field> beyond = beyondTheGate();
            if (beyond.isPresent()) {
                return refuse("Field " + beyond.get().tag(), beyond.get().tag());
            }
            if (side.isEmpty()) {
                return refuse("Side(54)", Tags.SIDE);
            }
            if (type.isEmpty()) {
                return refuse("OrdType(40)", Tags.ORD_TYPE);
            }
            if (tif.isEmpty()) {
                return refuse("TimeInForce(59)", Tags.TIME_IN_FORCE);
            }
            if (qty.isEmpty()) {
                return missing("OrderQty(38)");
            }
            if (type.get() == OrderType.LIMIT && price.isEmpty()) {
                return missing("Price(44)");
            }
            return Optional.of(
                    new Terms(
                            account(),
                            symbol(),
                            side.get(),
                            type.get(),
                            new Qty(qty.get()),
                            type.get() == OrderType.LIMIT
                                    ? price.map(Price::new)
                                    : Optional.empty(),
                            tif.get(),
                            fields.find(Tags.EX_DESTINATION)));
        }

        /** What changes price or size in a way the gate does not see must not pass unread. */
        private Optional<FixFields.Field> beyondTheGate() {
            return fields.all().stream()
                    .filter(
                            it -> {
                                String harmless = BEYOND_THE_GATE.get(it.tag());
                                return harmless != null && !harmless.equals(it.value());
                            })
                    .findFirst();
        }

        private Optional<Terms> refuse(String field, int tag) {
            denial =
                    Denial.of(
                            DenialCode.UNSUPPORTED,
                            field + " was " + fields.find(tag).orElse("absent"));
            return Optional.empty();
        }

        private Optional<Terms> missing(String field) {
            denial = Denial.of(DenialCode.FIELD_MISSING, field + " is missing");
            return Optional.empty();
        }

        private Optional<BigDecimal> number(int tag) throws IncorrectDataFormat {
            Optional<String> text = fields.find(tag);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<BigDecimal> number = numbers.parse(text.get());
            if (number.isEmpty()) {
                throw new IncorrectDataFormat(tag, text.get());
            }
            return number;
        }

        private Account account() throws IncorrectTagValue {
            String value = fields.find(Tags.ACCOUNT).orElse(account.value());
            try {
                return new Account(value);
            } catch (IllegalArgumentException e) {
                throw new IncorrectTagValue(Tags.ACCOUNT, value, e.getMessage());
            }
        }

        private Symbol symbol() throws FieldNotFound, IncorrectTagValue {
            String value = required(fields, Tags.SYMBOL);
            try {
                return new Symbol(value);
            } catch (IllegalArgumentException e) {
                throw new IncorrectTagValue(Tags.SYMBOL, value, e.getMessage());
            }
        }
    }
}
