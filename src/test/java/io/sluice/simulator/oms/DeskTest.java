package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

class DeskTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Desk desk =
            new Desk(
                    new OrderFlow(
                            new OrderFlow.Plan(
                                    1,
                                    "R",
                                    Instrument.parse("AAPL"),
                                    List.of("ACC1"),
                                    new Mix(1, 0, 0, 0),
                                    10)),
                    Set.of());

    @Test
    void aRequestFromBeforeTheReconnectThatStaysSilentIsAskedAboutOnce() {
        desk.next(0);

        assertThat(desk.inquiries(SECOND, 10 * SECOND, 10 * SECOND)).isEmpty();
        assertThat(desk.inquiries(SECOND, 10 * SECOND, 12 * SECOND))
                .singleElement()
                .isInstanceOfSatisfying(
                        Request.Status.class,
                        status -> assertThat(status.clOrdId()).isEqualTo("R-1"));
        assertThat(desk.inquiries(SECOND, 10 * SECOND, 13 * SECOND)).isEmpty();
    }

    @Test
    void aRequestFromAfterTheReconnectIsNotAskedAbout() {
        desk.next(2 * SECOND);

        assertThat(desk.inquiries(SECOND, 10 * SECOND, 20 * SECOND)).isEmpty();
    }

    @Test
    void anAnsweredRequestIsNotAskedAbout() {
        reject(desk.next(0).orElseThrow());

        assertThat(desk.inquiries(SECOND, 10 * SECOND, 12 * SECOND)).isEmpty();
    }

    @Test
    void anOpenOrderIsCanceledAndAgainOnlyLater() {
        desk.next(0);

        assertThat(desk.nextCancel(2 * SECOND)).containsInstanceOf(Request.Cancel.class);
        assertThat(desk.nextCancel(2 * SECOND)).isEmpty();
    }

    @Test
    void whatIsUnansweredAtTheEndIsAViolation() {
        desk.next(0);
        reject(desk.next(0).orElseThrow());

        assertThat(desk.isQuiet()).isFalse();
        assertThat(desk.finish()).extracting(Violation::rule).containsExactly("unanswered", "open");
        assertThat(desk.total(true).violations()).isEqualTo(2);
    }

    @Test
    void aDeskWithAllAnsweredIsQuiet() {
        reject(desk.next(0).orElseThrow());

        assertThat(desk.isQuiet()).isTrue();
        assertThat(desk.finish()).isEmpty();
        assertThat(desk.total(true).denied()).isEqualTo(1);
    }

    private void reject(Request request) {
        Terms terms = request.terms();
        String report =
                "35=8|37=O1|17=E1|11=%s|20001=%s|55=%s|54=%s|38=%s|150=8|39=8|14=0|151=0|6=0|58=%s"
                        .formatted(
                                request.id(),
                                request.id(),
                                terms.symbol(),
                                terms.side(),
                                terms.qty(),
                                "NO_ROUTE for it");
        assertThat(desk.receive(Answer.parse(report), "", SECOND)).isEmpty();
    }
}
