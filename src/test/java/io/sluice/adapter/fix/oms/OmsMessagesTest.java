package io.sluice.adapter.fix.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.NumberLimits;
import io.sluice.order.Account;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command;
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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;

import java.util.Optional;

class OmsMessagesTest {

    private static final OmsId OMS = new OmsId("OMS44");
    private static final String ORDER =
            "8=FIX.4.4|9=100|35=D|34=5|49=OMS44|56=SLUICE|52=20260302-09:00:00|11=C1|1=ACC2"
                    + "|55=AAPL|54=1|38=100|40=2|44=187.50|59=3|100=DELTA|60=20260302-09:00:00|";

    private final OmsMessages messages =
            new OmsMessages(OMS, new Account("ACC1"), new NumberLimits(30, 18));

    @Test
    void anOrderIsReadWhole() throws Exception {
        assertThat(newOrder(ORDER + "10=000|"))
                .isInstanceOfSatisfying(
                        Command.NewOrder.class,
                        it -> {
                            assertThat(it.oms()).isEqualTo(OMS);
                            assertThat(it.clOrdId()).isEqualTo(new ClOrdId("C1"));
                            assertThat(it.terms())
                                    .isEqualTo(
                                            new Terms(
                                                    new Account("ACC2"),
                                                    new Symbol("AAPL"),
                                                    Side.BUY,
                                                    OrderType.LIMIT,
                                                    Qty.of("100"),
                                                    Optional.of(Price.of("187.50")),
                                                    TimeInForce.IMMEDIATE_OR_CANCEL,
                                                    Optional.of("DELTA")));
                        });
    }

    @Test
    void everythingButIdsAndSessionFieldsIsCarriedInItsOrder() throws Exception {
        Command.NewOrder order =
                (Command.NewOrder) newOrder(ORDER + "7001=2|7002=a|7003=b|7002=c|5001=x|10=000|");

        assertThat(order.carried().text())
                .isEqualTo(
                        soh(
                                "1=ACC2|55=AAPL|54=1|38=100|40=2|44=187.50|59=3|100=DELTA"
                                        + "|60=20260302-09:00:00|7001=2|7002=a|7003=b|7002=c"
                                        + "|5001=x|"));
    }

    @Test
    void anOrderWithoutAccountIsTheDefaultAccounts() throws Exception {
        Command.NewOrder order = (Command.NewOrder) newOrder(without("1=ACC2"));

        assertThat(order.terms().account()).isEqualTo(new Account("ACC1"));
        assertThat(order.carried().text()).endsWith(soh("|1=ACC1|"));
    }

    @Test
    void anOrderWithoutTimeInForceIsGoodForTheDay() throws Exception {
        Command.NewOrder order = (Command.NewOrder) newOrder(without("59=3"));

        assertThat(order.terms().timeInForce()).isEqualTo(TimeInForce.DAY);
    }

    @Test
    void aMarketOrderHasNoPrice() throws Exception {
        Command.NewOrder order = (Command.NewOrder) newOrder(with("40=2", "40=1"));

        assertThat(order.terms().price()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "54=1, 54=7, UNSUPPORTED, Side(54) was 7",
        "40=2, 40=3, UNSUPPORTED, OrdType(40) was 3",
        "59=3, 59=6, UNSUPPORTED, TimeInForce(59) was 6",
        "38=100, 9000=x, FIELD_MISSING, OrderQty(38) is missing",
        "44=187.50, 9000=x, FIELD_MISSING, Price(44) is missing",
    })
    void whatFixAllowsAndWeCannotDoIsRefusedWithTheValue(
            String right, String wrong, DenialCode code, String detail) throws Exception {
        assertThat(newOrder(with(right, wrong)))
                .isInstanceOfSatisfying(
                        Command.InvalidOrder.class,
                        it -> {
                            assertThat(it.denial().code()).isEqualTo(code);
                            assertThat(it.denial().detail()).isEqualTo(detail);
                            assertThat(it.clOrdId()).isEqualTo(new ClOrdId("C1"));
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"11=C1", "55=AAPL", "54=1", "40=2"})
    void aFieldThatFixRequiresIsMissed(String field) {
        assertThatThrownBy(() -> newOrder(without(field))).isInstanceOf(FieldNotFound.class);
    }

    @ParameterizedTest
    @CsvSource({"38=100, 38=1e400", "38=100, 38=NaN", "38=100, 38=-", "44=187.50, 44=."})
    void whatIsNoNumberIsABadFormat(String right, String wrong) {
        assertThatThrownBy(() -> newOrder(with(right, wrong)))
                .isInstanceOf(IncorrectDataFormat.class);
    }

    @ParameterizedTest
    @CsvSource({"38=100, 38=-1", "11=C1, 11=", "55=AAPL, 55=", "1=ACC2, 1="})
    void aValueThatCannotBeIsWrong(String right, String wrong) {
        assertThatThrownBy(() -> newOrder(with(right, wrong)))
                .isInstanceOf(IncorrectTagValue.class);
    }

    @Test
    void anIdOfSixtyFiveCharactersIsTooLong() {
        assertThatThrownBy(() -> newOrder(with("11=C1", "11=" + "C".repeat(65))))
                .isInstanceOf(IncorrectTagValue.class);
    }

    @Test
    void aCancelNamesBothIds() throws Exception {
        Command cancel = messages.cancel(fields("35=F|11=C2|41=C1|55=AAPL|54=1|5001=x|"));

        assertThat(cancel)
                .isInstanceOfSatisfying(
                        Command.CancelOrder.class,
                        it -> {
                            assertThat(it.clOrdId()).isEqualTo(new ClOrdId("C2"));
                            assertThat(it.origClOrdId()).isEqualTo(new ClOrdId("C1"));
                            assertThat(it.carried().text()).isEqualTo(soh("55=AAPL|54=1|5001=x|"));
                        });
    }

    @Test
    void aReplaceThatCannotBeReadIsRefusedUnderItsIds() throws Exception {
        Command replace =
                messages.replace(
                        fields("35=G|11=C2|41=C1|55=AAPL|54=1|38=100|40=2|"), Optional.empty());

        assertThat(replace)
                .isInstanceOfSatisfying(
                        Command.InvalidRequest.class,
                        it -> {
                            assertThat(it.kind()).isEqualTo(Link.Kind.REPLACE);
                            assertThat(it.clOrdId()).isEqualTo(new ClOrdId("C2"));
                            assertThat(it.origClOrdId()).isEqualTo(new ClOrdId("C1"));
                        });
    }

    private Command newOrder(String text) throws Exception {
        return messages.newOrder(fields(text));
    }

    private static String without(String field) {
        return ORDER.replace("|" + field + "|", "|");
    }

    private static String with(String right, String wrong) {
        return ORDER.replace("|" + right + "|", "|" + wrong + "|");
    }

    private static FixFields fields(String text) {
        return FixFields.parse(soh(text));
    }

    private static String soh(String text) {
        return text.replace('|', FixFields.SOH);
    }
}
