package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** OrderMassCancelRequest(q) of an OMS, for its own session. */
class MassCancelTest {

    private TestRouter router;
    private FixPeer alpha;
    private FixPeer oms;

    @BeforeEach
    void starts() throws Exception {
        router = TestRouter.start();
        alpha = router.alphaUp();
        oms = router.oms("OMS44").logsOn();
    }

    @AfterEach
    void ends() throws Exception {
        oms.close();
        alpha.close();
        router.close();
    }

    private FixFields anOrderWorks(String clOrdId) throws Exception {
        oms.sends("D", Bodies.order(clOrdId));
        FixFields order = alpha.hears("D");
        alpha.sends("8", Bodies.accepted(order, "E" + clOrdId));
        return oms.hears("8");
    }

    private static String request(String clOrdId, String type) {
        return "11=" + clOrdId + "|530=" + type + "|60=20260302-09:00:00|";
    }

    @Test
    void everyOpenOrderOfTheSessionIsCanceledAndTheAnswerListsThem() throws Exception {
        String first = anOrderWorks("C1").find(Tags.ORDER_ID).orElseThrow();
        anOrderWorks("C2");
        oms.sends("q", request("Q1", "7"));

        FixFields report = oms.hears("r");
        assertThat(report.find(Tags.CL_ORD_ID)).contains("Q1");
        assertThat(report.find(Tags.ORDER_ID).orElseThrow()).matches("OMS44:\\d{8}:Q1");
        assertThat(report.find(530)).contains("7");
        assertThat(report.find(531)).contains("7");
        assertThat(report.find(533)).contains("2");
        assertThat(report.find(534)).contains("2");
        assertThat(values(report, 41)).containsExactly("C1", "C2");
        assertThat(values(report, 535)).startsWith(first);
        FixFields cancel = alpha.hears("F");
        alpha.hears("F");
        alpha.sends(
                "8",
                "37=V1|11=%s|41=%s|17=X1|55=AAPL|54=1|38=100|150=4|39=4|151=0|14=0|6=0|"
                        .formatted(cancel.find(11).orElseThrow(), cancel.find(41).orElseThrow()));
        FixFields canceled = oms.hears("8");
        assertThat(canceled.find(Tags.CL_ORD_ID)).contains("C1");
        assertThat(canceled.find(Tags.ORD_STATUS)).contains("4");
    }

    private static List<String> values(FixFields fields, int tag) {
        return fields.all().stream()
                .filter(it -> it.tag() == tag)
                .map(FixFields.Field::value)
                .toList();
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndCancelsNothingNew() throws Exception {
        anOrderWorks("C1");
        oms.sends("q", request("Q1", "7"));
        oms.hears("r");
        alpha.hears("F");
        oms.sends("D", Bodies.order("C2"));
        alpha.hears("D");
        oms.sends("q", request("Q1", "7"));

        FixFields again = oms.hears("r");
        assertThat(again.find(533)).contains("1");
        assertThat(values(again, 41)).containsExactly("C1");
        oms.sends("F", "11=X2|41=C2|55=AAPL|54=1|38=100|60=20260302-09:00:00|");
        FixFields next = alpha.hears("F");
        assertThat(next.find(41)).contains(routed("C2"));
    }

    private String routed(String clOrdId) throws Exception {
        return router.onEngine(
                () ->
                        router.engine()
                                .orders()
                                .find(
                                        new io.sluice.order.OmsId("OMS44"),
                                        new io.sluice.order.ClOrdId(clOrdId))
                                .orElseThrow()
                                .links()
                                .getFirst()
                                .venueClOrdId()
                                .orElseThrow()
                                .value());
    }

    @Test
    void nothingOpenIsNothingAffectedAndNewOrdersAreTaken() throws Exception {
        oms.sends("q", request("Q1", "7"));

        FixFields report = oms.hears("r");
        assertThat(report.find(533)).contains("0");
        assertThat(report.has(534)).isFalse();
        oms.sends("D", Bodies.order("C1"));
        assertThat(alpha.hears("D").find(Tags.SYMBOL)).contains("AAPL");
    }

    @Test
    void anotherTypeIsRefusedWithItsReason() throws Exception {
        anOrderWorks("C1");
        oms.sends("q", request("Q1", "1") + "55=AAPL|");

        FixFields report = oms.hears("r");
        assertThat(report.find(531)).contains("0");
        assertThat(report.find(532)).contains("0");
        assertThat(report.find(Tags.TEXT).orElseThrow())
                .isEqualTo("UNSUPPORTED: MassCancelRequestType(530) was 1; only 7 is served");
        assertThat(alpha.hearsNothing()).isTrue();
    }

    @Test
    void theIdOfAnOrderIsNoIdOfAMassCancel() throws Exception {
        anOrderWorks("C1");
        oms.sends("q", request("C1", "7"));

        FixFields report = oms.hears("r");
        assertThat(report.find(531)).contains("0");
        assertThat(report.find(532)).contains("99");
        assertThat(report.find(Tags.TEXT).orElseThrow()).startsWith("DUPLICATE_CL_ORD_ID");
    }
}
