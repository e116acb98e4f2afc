package io.sluice.adapter.fix.oms;

import static io.sluice.adapter.fix.OrderStory.ID;
import static io.sluice.adapter.fix.OrderStory.NOW;
import static io.sluice.adapter.fix.OrderStory.body;
import static io.sluice.adapter.fix.OrderStory.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.OrderStory;
import io.sluice.core.Fixtures;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderId;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.order.VenueClOrdId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** ExecutionReports and OrderCancelRejects as an OMS gets them. */
class OmsReportsTest {

    private static final OmsId OMS = new OmsId("OMS44");
    private static final Terms TERMS = Fixtures.limit(Side.BUY, "100", "AAPL", "187.50");
    private static final Terms LARGER = Fixtures.limit(Side.BUY, "200", "AAPL", "187.50");
    private static final String FIELDS = "55=AAPL|54=1|38=100|150=0|39=0|14=0|151=100|6=0|";

    @Test
    void aRelayedReportHasOurIdsAndTheVenuesFieldsInTheirOrder() {
        OrderStory story = story().accepted();
        OrderEvent.OrderAccepted event =
                new OrderEvent.OrderAccepted(
                        ID,
                        execution(
                                "S1",
                                ExecType.NEW,
                                OrdStatus.NEW,
                                FIELDS + "7001=2|7002=a|7002=b|"));

        assertThat(body(OmsReports.relayed(story.order(), event)))
                .isEqualTo(
                        "37=R1|11=C1|17=X1|"
                                + FIELDS
                                + "7001=2|7002=a|7002=b|198=V1|527=E1|5001=x|");
    }

    @Test
    void whatTheVenueSaysOfAUserDefinedFieldStands() {
        OrderEvent.OrderAccepted event =
                new OrderEvent.OrderAccepted(
                        ID, execution("S1", ExecType.NEW, OrdStatus.NEW, FIELDS + "5001=venue|"));

        assertThat(body(OmsReports.relayed(story().accepted().order(), event)))
                .endsWith("|5001=venue|198=V1|527=E1|");
    }

    @Test
    void whatTheVenueLeftOutIsAdded() {
        OrderEvent.OrderAccepted event =
                new OrderEvent.OrderAccepted(
                        ID, execution("S1", ExecType.NEW, OrdStatus.NEW, "58=hello|"));

        assertThat(body(OmsReports.relayed(story().accepted().order(), event)))
                .isEqualTo(
                        "37=R1|11=C1|17=X1|58=hello|150=0|39=0|55=AAPL|54=1|38=100|151=100"
                                + "|14=0|6=0|198=V1|527=E1|5001=x|");
    }

    @Test
    void theIdsOfAReplaceAreMappedBothWays() {
        OrderStory story = story().accepted().replaceAsked("C2", "S2", LARGER).replaced("S2");
        OrderEvent.OrderReplaced event =
                new OrderEvent.OrderReplaced(
                        ID, execution("S2", ExecType.REPLACED, OrdStatus.NEW, "41=S1|" + FIELDS));

        assertThat(body(OmsReports.relayed(story.order(), event)))
                .startsWith("37=R1|11=C2|41=C1|17=X1|")
                .endsWith("|198=V1|527=E1|5002=replaced|");
    }

    @Test
    void anOperatorsCancelGoesByTheIdOfTheOrder() {
        OrderStory story = story().accepted().cancelAsked(Optional.empty(), "S2");
        OrderEvent.OrderCanceled event =
                new OrderEvent.OrderCanceled(
                        ID, execution("S2", ExecType.CANCELED, OrdStatus.CANCELED, "41=S1|"));

        assertThat(body(OmsReports.relayed(story.order(), event)))
                .startsWith("37=R1|11=C1|41=C1|17=X1|");
    }

    @Test
    void theLettersOfFix42AreThoseOfFix44() {
        OrderEvent.OrderReported event =
                new OrderEvent.OrderReported(
                        ID, execution("S1", ExecType.TRADE, OrdStatus.NEW, "150=2|39=5|"));

        assertThat(body(OmsReports.relayed(story().accepted().order(), event)))
                .contains("|150=F|39=0|");
    }

    @Test
    void aDenialSaysWhyAndWhatTheOrderWas() {
        Denial denial = Denial.of(DenialCode.NO_ROUTE, "nobody takes it");

        assertThat(body(OmsReports.denied(story().order(), new ExecId("X1"), denial, NOW)))
                .startsWith("37=R1|11=C1|17=X1|150=8|39=8|1=ACC1|55=AAPL|54=1|38=100|40=2|44=187.5")
                .contains("|58=NO_ROUTE nobody takes it|60=20260302-09:00:00.000|")
                .endsWith("|5001=x|");
    }

    @Test
    void aDuplicateIsToldTheStateOfTheFirst() {
        Event.DuplicateRefused event =
                new Event.DuplicateRefused(
                        OMS,
                        new ClOrdId("C1"),
                        new ExecId("X9"),
                        Optional.of(ID),
                        CarriedFields.NONE);

        assertThat(body(OmsReports.duplicate(story().accepted().order(), event, NOW)))
                .startsWith("37=R1|11=C1|17=X9|150=8|39=0|")
                .contains("|103=6|58=DUPLICATE_CL_ORD_ID value=C1|");
    }

    @Test
    void anOrderThatCouldNotBeReadIsRejectedWithWhatItSaid() {
        Event.InvalidOrderRefused event =
                new Event.InvalidOrderRefused(
                        OMS,
                        new ClOrdId("C1"),
                        new OrderId("R9"),
                        new ExecId("X9"),
                        Denial.of(DenialCode.FIELD_MISSING, "Price(44) is missing"),
                        new CarriedFields("55=AAPL\u000154=1\u00015001=x\u0001"));

        assertThat(body(OmsReports.invalid(event, NOW)))
                .startsWith("11=C1|150=8|39=8|151=0|14=0|6=0|55=AAPL|54=1|37=R9|17=X9|103=")
                .contains("|58=FIELD_MISSING Price(44) is missing|")
                .endsWith("|5001=x|");
    }

    @Test
    void theAnswerToAStatusRequestBearsItsId() {
        FixFields request = FixFields.parse("11=C1\u0001790=Q1\u0001");

        assertThat(body(OmsReports.status(story().accepted().order(), request, NOW)))
                .startsWith("37=R1|11=C1|17=0|150=I|39=0|")
                .contains("|790=Q1|");
    }

    @Test
    void theStatusOfAnOrderThatNobodyKnowsIsRejected() {
        FixFields request = FixFields.parse("11=C7\u000155=AAPL\u000154=1\u0001");

        assertThat(body(OmsReports.statusOfUnknown(new ClOrdId("C7"), request, NOW)))
                .startsWith("37=NONE|11=C7|17=0|150=I|39=8|103=5|55=AAPL|54=1|");
    }

    @Test
    void aRefusedCancelOfAnUnknownOrderNamesNone() {
        Event.RequestRefused event =
                new Event.RequestRefused(
                        OMS,
                        Link.Kind.CANCEL,
                        new ClOrdId("C2"),
                        new ClOrdId("C7"),
                        Optional.empty(),
                        Denial.of(DenialCode.UNKNOWN_ORDER, "C7"),
                        List.of());

        assertThat(body(OmsRejects.refused(event, Optional.empty(), NOW)))
                .isEqualTo(
                        "37=NONE|11=C2|41=C7|39=8|434=1|102=1|58=UNKNOWN_ORDER C7"
                                + "|60=20260302-09:00:00.000|");
    }

    @Test
    void aRejectOfTheVenueKeepsItsReason() {
        OrderStory story = story().accepted().replaceAsked("C2", "S2", LARGER);
        OrderEvent.RequestRejected event =
                new OrderEvent.RequestRejected(
                        ID,
                        new VenueClOrdId("S2"),
                        Optional.empty(),
                        OrdStatus.NEW,
                        "too late",
                        new CarriedFields(
                                "41=S1\u000139=0\u0001434=2\u0001102=0\u00015003=v\u0001"));
        story.then(event);

        assertThat(OmsRejects.relayed(story.order(), event, NOW))
                .hasValueSatisfying(
                        it ->
                                assertThat(body(it))
                                        .isEqualTo(
                                                "37=R1|11=C2|41=C1|39=0|434=2|102=0|5003=v"
                                                        + "|58=too late"
                                                        + "|60=20260302-09:00:00.000|"));
    }

    @Test
    void nobodyIsToldOfARejectOfAnOperatorsRequest() {
        OrderStory story = story().accepted().cancelAsked(Optional.empty(), "S2");
        OrderEvent.RequestRejected event =
                new OrderEvent.RequestRejected(
                        ID,
                        new VenueClOrdId("S2"),
                        Optional.empty(),
                        OrdStatus.NEW,
                        "",
                        CarriedFields.NONE);

        assertThat(OmsRejects.relayed(story.order(), event, NOW)).isEmpty();
    }

    private static OrderStory story() {
        return new OrderStory(TERMS, "55=AAPL|54=1|38=100|40=2|44=187.50|5001=x|").routed();
    }
}
