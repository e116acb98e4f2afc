package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.VenueReport.Reported;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** A repeat is booked once, and a fill under a used id is not taken for a repeat. */
class BookingsTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderWorks() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
    }

    @Test
    void aFillUnderTheIdOfAnotherCountsAndIsSaid() {
        rig.tell(numbered(partial("40", "60", "40"), "E"));

        assertThat(rig.tell(numbered(partial("70", "30", "30"), "E")))
                .hasExactlyElementsOfTypes(OrderFilled.class, InvariantViolated.class);
        assertThat(cumQty()).isEqualTo("70");

        assertThat(rig.tell(numbered(partial("40", "60", "40"), "E"))).isEmpty();
        assertThat(rig.tell(numbered(partial("70", "30", "30"), "E"))).isEmpty();
    }

    @Test
    void aTradeThatComesAgainWithAnotherSumIsNotBookedAgainAndIsSaid() {
        rig.tell(numbered(partial("40", "60", "40"), "E"));
        rig.tell(numbered(partial("70", "30", "30"), "F"));

        assertThat(rig.tell(numbered(partial("70", "30", "40"), "E")))
                .hasExactlyElementsOfTypes(InvariantViolated.class);
        assertThat(cumQty()).isEqualTo("70");
    }

    @Test
    void tradesWithoutAnIdAreToldApartByTheirSums() {
        Reported first = Rig.numbered(partial("40", "60", "40"), Optional.empty());
        rig.tell(first);

        assertThat(rig.tell(first)).isEmpty();
        rig.tell(Rig.numbered(partial("80", "20", "40"), Optional.empty()));
        assertThat(cumQty()).isEqualTo("80");
    }

    @Test
    void anIdOfZeroIsNone() {
        rig.tell(numbered(partial("40", "60", "40"), "0"));
        rig.tell(numbered(partial("80", "20", "40"), "0"));
        assertThat(cumQty()).isEqualTo("80");

        assertThat(rig.tell(numbered(partial("80", "20", "40"), "0"))).isEmpty();
    }

    @Test
    void tradesWithNeitherIdNorSumAllCount() {
        rig.tell(Rig.numbered(partial("0", "60", "40"), Optional.empty()));
        rig.tell(Rig.numbered(partial("0", "60", "40"), Optional.empty()));

        assertThat(cumQty()).isEqualTo("80");
    }

    @Test
    void aReportThatIsNoTradeIsRepeatedUnderTheSameIdOnlyByTheSameNumbers() {
        Reported restated =
                numbered(rig.report("C1", ExecType.RESTATED, OrdStatus.NEW, "0", "90"), "E");
        rig.tell(restated);

        assertThat(rig.tell(restated)).isEmpty();
        assertThat(
                        rig.tell(
                                numbered(
                                        rig.report(
                                                "C1", ExecType.RESTATED, OrdStatus.NEW, "1", "80"),
                                        "E")))
                .hasExactlyElementsOfTypes(OrderReported.class, InvariantViolated.class);
    }

    private Reported partial(String cum, String leaves, String qty) {
        return rig.trade("C1", OrdStatus.PARTIALLY_FILLED, cum, leaves, qty);
    }

    private static Reported numbered(Reported report, String id) {
        return Rig.numbered(report, Optional.of(id));
    }

    private String cumQty() {
        return rig.order("C1").cumQty().toString();
    }
}
