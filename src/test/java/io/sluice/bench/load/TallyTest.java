package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long START = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    /** An order a millisecond, for a second; ids from 500 on. */
    private final Tally tally = new Tally(new Phase("fixed", 1_000, 1), 500, START);

    @Test
    void anOrderIsDueByTheClockAndNotByTheOneBefore() {
        tally.next();

        assertThat(tally.isNextDue(START + MILLI - 1)).isFalse();
        assertThat(tally.isNextDue(START + MILLI)).isTrue();
    }

    @Test
    void latenciesCountFromTheDueTimeHoweverLateTheOrderWasSent() {
        answerAllBut(0);
        tally.written(0, START + 999 * MILLI);
        tally.atBroker(500, START + 7 * MILLI);
        tally.accepted(500);
        tally.filled(500, START + 9 * MILLI);

        PhaseResult result = tally.result(START + 2_000 * MILLI);

        assertThat(result.isClean()).isTrue();
        assertThat(result.lag().max()).isEqualTo(999_000);
        assertThat(result.toBroker().max()).isEqualTo(7_000);
        assertThat(result.toFilled().max()).isEqualTo(9_000);
    }

    @Test
    void anOrderWithoutItsFillCountsWithTheTimeThatWasWaited() {
        answerAllBut(1);

        PhaseResult result = tally.result(START + 2_000 * MILLI);

        assertThat(result.unfilled()).isEqualTo(1);
        assertThat(result.toFilled().max()).isEqualTo(1_999_000);
        assertThat(result.isClean()).isFalse();
    }

    @Test
    void whatWasNeverSentCountsAsUnfilled() {
        tally.next();

        PhaseResult result = tally.result(START + 2_000 * MILLI);

        assertThat(result.unfilled()).isEqualTo(1_000);
        assertThat(result.lag().p50()).isGreaterThan(1_000_000);
    }

    @Test
    void reportsThatComeTwiceAreCounted() {
        answerAllBut(-1);
        tally.filled(500, START);
        tally.accepted(501);
        tally.atBroker(502, START);

        assertThat(tally.result(START).duplicate()).isEqualTo(3);
    }

    @Test
    void aFillBeforeTheAcknowledgementIsBad() {
        tally.next();
        tally.filled(500, START);

        assertThat(tally.result(START).bad()).isEqualTo(1);
    }

    @Test
    void anIdThatWasNeverSentIsBadAndOneOfAnEarlierPhaseIsNot() {
        tally.atBroker(500, START);
        tally.atBroker(499, START);

        assertThat(tally.result(START).bad()).isEqualTo(1);
    }

    @Test
    void aDenialEndsAnOrderAndSpoilsThePhase() {
        answerAllBut(3);
        tally.denied(503);

        assertThat(tally.isFinished()).isTrue();
        PhaseResult result = tally.result(START + 2_000 * MILLI);
        assertThat(result.denied()).isEqualTo(1);
        assertThat(result.unfilled()).isZero();
        assertThat(result.isClean()).isFalse();
    }

    private void answerAllBut(int missing) {
        for (int order = 0; order < 1_000; order++) {
            int id = tally.next();
            if (order != missing) {
                tally.atBroker(id, START + order * MILLI);
                tally.accepted(id);
                tally.filled(id, START + order * MILLI);
            }
        }
    }
}
