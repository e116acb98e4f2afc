package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Health;
import io.sluice.port.Journal;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Optional;

class RouterHealthTest {

    @Test
    void aConsoleThatReadsIsSound() {
        Health.Check check = RouterHealth.consoleReads(new FakeFollowing(Optional.empty()), 7);

        assertThat(check).isEqualTo(new Health.Check("console", true, "has read up to position 7"));
    }

    @Test
    void aConsoleThatStoppedReadingIsNot() {
        Throwable why = new IOException("a frame is damaged");

        Health.Check check = RouterHealth.consoleReads(new FakeFollowing(Optional.of(why)), 0);

        assertThat(check.ok()).isFalse();
        assertThat(check.detail())
                .isEqualTo("stopped after position 7: java.io.IOException: a frame is damaged");
    }

    @Test
    void aConsoleThatHasNotReadWhatWasThereAtTheStartIsNot() {
        Health.Check check = RouterHealth.consoleReads(new FakeFollowing(Optional.empty()), 8);

        assertThat(check)
                .isEqualTo(new Health.Check("console", false, "has read up to position 7 of 8"));
    }

    private record FakeFollowing(Optional<Throwable> failure) implements Journal.Following {

        @Override
        public long position() {
            return 7;
        }

        @Override
        public void close() {}
    }
}
