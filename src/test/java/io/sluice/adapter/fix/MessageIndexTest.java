package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageIndexTest {

    private final MessageIndex index = new MessageIndex();

    @Test
    void aMessageIsFoundByItsNumber() {
        index.put(1, 10);
        index.put(2, 10);
        index.put(3, 20);

        assertThat(index.find(2)).isEqualTo(10);
        assertThat(index.find(3)).isEqualTo(20);
    }

    @Test
    void nothingIsFoundBeforeTheFirstBetweenAndBehindTheLast() {
        index.put(10_001, 10);
        index.put(10_004, 20);

        assertThat(index.find(0)).isZero();
        assertThat(index.find(10_000)).isZero();
        assertThat(index.find(10_002)).isZero();
        assertThat(index.find(10_005)).isZero();
        assertThat(index.find(Integer.MAX_VALUE)).isZero();
        assertThat(index.find(10_001)).isEqualTo(10);
    }

    @Test
    void itGrowsWithTheMessages() {
        for (int i = 1; i <= 5_000; i++) {
            index.put(i, i * 10L);
        }

        assertThat(index.find(1)).isEqualTo(10);
        assertThat(index.find(5_000)).isEqualTo(50_000);
    }

    @Test
    void aSkipOfTenThousandNumbersIsKept() {
        index.put(1, 10);
        index.put(10_002, 20);

        assertThat(index.find(10_002)).isEqualTo(20);
        assertThat(index.find(5_000)).isZero();
    }

    @Test
    void aRestoredIndexFindsTheSame() {
        index.put(7, 10);
        index.put(9, 20);
        MessageIndex restored = new MessageIndex();
        restored.restore(index.first(), index.positions());

        assertThat(restored.find(7)).isEqualTo(10);
        assertThat(restored.find(8)).isZero();
        assertThat(restored.find(9)).isEqualTo(20);
        assertThat(restored.positions()).isEqualTo(index.positions());
    }

    @Test
    void aNumberBeforeTheFirstIsABug() {
        index.put(7, 10);

        assertThatThrownBy(() -> index.put(6, 20)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClearedIndexBeginsAnew() {
        index.put(7, 10);
        index.clear();
        index.put(1, 30);

        assertThat(index.find(1)).isEqualTo(30);
        assertThat(index.find(7)).isZero();
    }
}
