package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdsTest {

    private final Ids ids = Ids.NONE.startedAs("SL1", 35);

    @Test
    void anIdIsInstanceEpochAndCounter() {
        assertThat(ids.id(37)).isEqualTo("SL1000000Z00000011");
    }

    @Test
    void theLongestIdHasNineteenCharacters() {
        assertThat(Ids.NONE.startedAs("ABCD", 1L << 36).id(1L << 40)).hasSize(19);
    }

    @Test
    void anEpochIsHigherThanEveryOneBefore() {
        assertThatThrownBy(() -> ids.startedAs("SL1", 35)).hasMessageContaining("was: 35");
        assertThatThrownBy(() -> ids.startedAs("SL1", 34)).hasMessageContaining("was: 34");
    }

    @Test
    void theCounterGoesOnInTheNextEpoch() {
        assertThat(Ids.of("SL1", 35, 7).startedAs("SL1", 36).counter()).isEqualTo(7);
    }

    @Test
    void anInstanceHasOneToFourCapitalsAndDigits() {
        assertThatThrownBy(() -> Ids.NONE.startedAs("abc", 1)).hasMessageContaining("abc");
        assertThatThrownBy(() -> Ids.NONE.startedAs("ABCDE", 1)).hasMessageContaining("ABCDE");
        assertThatThrownBy(() -> Ids.NONE.startedAs("", 1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aCounterThatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> ids.id(1L << 50)).hasMessageContaining("digits");
        assertThatThrownBy(() -> Ids.NONE.id(1)).hasMessageContaining("has not started");
    }
}
