package io.sluice.adapter.fix.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.broker.BrokerReports.UnreadableReportException;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class BrokerReportsTest {

    private static final String FILL =
            "35=8|34=9|49=ALPHA|56=SLUICE|52=20260302-09:00:00|37=V1|11=S1|17=E1|55=AAPL.N|54=1"
                    + "|38=100|150=F|39=2|31=187.50|32=100|14=100|151=0|6=187.50|58=done|";

    private final BrokerReports reports =
            new BrokerReports(new VenueId("ALPHA"), symbol -> symbol.replace(".N", ""));

    @Test
    void aFillSaysWhatTraded() throws Exception {
        VenueReport.Reported fill = reported(FILL);

        assertThat(fill.trade()).contains(new Trade(Qty.of("100"), Price.of("187.50")));
        assertThat(fill.execution().request()).isEqualTo(new VenueClOrdId("S1"));
        assertThat(fill.execution().venueExecId()).contains(new VenueExecId("E1"));
        assertThat(fill.execution().venueOrderId()).contains(new VenueOrderId("V1"));
        assertThat(fill.execution().execType()).isEqualTo(ExecType.TRADE);
        assertThat(fill.execution().ordStatus()).isEqualTo(OrdStatus.FILLED);
        assertThat(fill.execution().cumQty()).isEqualTo(Qty.of("100"));
        assertThat(fill.execution().leavesQty()).isEqualTo(Qty.ZERO);
        assertThat(fill.execution().text()).isEqualTo("done");
    }

    @Test
    void everythingButIdsAndSessionFieldsIsCarriedInItsOrder() throws Exception {
        String report = FILL + "41=S0|7001=2|7002=a|7003=b|7002=c|5001=x|";

        assertThat(reported(report).execution().carried().text())
                .isEqualTo(
                        soh(
                                "55=AAPL|54=1|38=100|150=F|39=2|31=187.50|32=100|14=100|151=0"
                                        + "|6=187.50|58=done|41=S0|7001=2|7002=a|7003=b|7002=c"
                                        + "|5001=x|"));
    }

    @Test
    void aReportNeedsNoQuantitiesOfItsOwn() throws Exception {
        VenueReport.Reported report = reported("11=S1|17=E1|150=0|39=0|");

        assertThat(report.trade()).isEmpty();
        assertThat(report.execution().cumQty()).isEqualTo(Qty.ZERO);
        assertThat(report.execution().avgPx()).isEqualTo(Price.ZERO);
    }

    @Test
    void theAnswerToAStatusRequestHasNoExecution() throws Exception {
        VenueReport.Reported report = reported("37=V1|11=S1|17=0|150=I|39=0|");

        assertThat(report.execution().venueExecId()).isEmpty();
    }

    @Test
    void aVenueThatDoesNotKnowTheOrderSaysSo() throws Exception {
        assertThat(read("37=NONE|11=S1|17=0|150=I|39=8|103=5|58=never heard|"))
                .isEqualTo(
                        new VenueReport.OrderUnknownToVenue(
                                new VenueId("ALPHA"), new VenueClOrdId("S1"), "never heard"));
    }

    @Test
    void anOrderIdOfNoneIsNone() throws Exception {
        assertThat(reported("37=NONE|11=S1|17=E1|150=8|39=8|").execution().venueOrderId())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "11=S1, ''",
        "11=S1, 11=",
        "150=F, ''",
        "150=F, 150=?",
        "31=187.50, ''",
        "31=187.50, 31=1e400",
        "32=100, ''",
        "32=100, 32=-100",
    })
    void aFillThatCannotBeToldNamesWhatItLacks(String right, String wrong) {
        String report = with(right, wrong);

        assertThatThrownBy(() -> reported(report))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining(" was ");
    }

    @ParameterizedTest
    @CsvSource({
        "39=2, ''",
        "39=2, 39=?",
        "14=100, 14=NaN",
        "151=0, 151=.",
        "151=0, 151=-100",
        "6=187.50, 6=-",
        "6=187.50, 6=1E-5",
        "17=E1, 17=",
    })
    void aFillIsBookedWhateverElseCannotBeRead(String right, String wrong) throws Exception {
        assertThat(reported(with(right, wrong)).trade())
                .contains(new Trade(Qty.of("100"), Price.of("187.50")));
    }

    @Test
    void aFillWithoutOurIdIsFoundByTheBrokers() throws Exception {
        String report = with("11=S1", "").replace("37=V1|", "37=V9|");

        assertThat(reported(report).execution().request()).isEqualTo(new VenueClOrdId("S9"));
    }

    private static String with(String right, String wrong) {
        String report =
                ("|" + FILL).replace("|" + right + "|", wrong.isEmpty() ? "|" : "|" + wrong + "|");
        assertThat(report).isNotEqualTo("|" + FILL);
        return report.substring(1);
    }

    @Test
    void aCancelRejectSaysWhetherTheOrderIsUnknown() throws Exception {
        VenueReport reject =
                reports.cancelReject(fields("37=V1|11=S2|41=S1|39=4|434=1|102=1|58=gone|"));

        assertThat(reject)
                .isInstanceOfSatisfying(
                        VenueReport.RequestRejected.class,
                        it -> {
                            assertThat(it.request()).isEqualTo(new VenueClOrdId("S2"));
                            assertThat(it.unknownOrder()).isTrue();
                            assertThat(it.ordStatus()).isEqualTo(OrdStatus.CANCELED);
                            assertThat(it.text()).isEqualTo("gone");
                            assertThat(it.carried().text())
                                    .isEqualTo(soh("41=S1|39=4|434=1|102=1|58=gone|"));
                        });
    }

    private VenueReport.Reported reported(String text) throws UnreadableReportException {
        return (VenueReport.Reported) read(text);
    }

    @ParameterizedTest
    @CsvSource({
        "37=V9|11=S2|41=S1|, S2",
        "37=V9|11=LOST|41=S2|, S2",
        "37=V9|11=LOST|41=GONE|, S9",
        "37=V9|11=LOST|, S9",
        "37=V8|11=LOST|41=GONE|, LOST",
    })
    void aReportOfARequestThatWeDoNotKnowIsOfTheOrderThatItNames(String ids, String request)
            throws Exception {
        // A cancel that left while the journal had failed is known to the broker alone.
        VenueReport.Reported report = reported(ids + "17=E1|150=4|39=4|14=0|151=0|6=0|");

        assertThat(report.execution().request()).isEqualTo(new VenueClOrdId(request));
    }

    /** The broker calls one order of ours V9. */
    private VenueReport read(String text) throws UnreadableReportException {
        return reports.executionReport(
                fields(text),
                new BrokerReports.Requests() {

                    @Override
                    public boolean isKnown(VenueClOrdId request) {
                        return request.value().startsWith("S");
                    }

                    @Override
                    public Optional<VenueClOrdId> of(
                            VenueOrderId id, Optional<String> symbol, Optional<String> side) {
                        return Optional.of(new VenueClOrdId("S9"))
                                .filter(_ -> id.value().equals("V9"));
                    }
                });
    }

    private static FixFields fields(String text) {
        return FixFields.parse(soh(text));
    }

    private static String soh(String text) {
        return text.replace('|', FixFields.SOH);
    }
}
