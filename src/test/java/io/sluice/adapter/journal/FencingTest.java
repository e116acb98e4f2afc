package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.inEpoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.journal.JournalSettings.Durability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class FencingTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @TempDir Path directory;

    private final RecordingListener listener = new RecordingListener();

    @Test
    void anEpochIsTheTimeOrOneMoreThanTheLast() throws IOException {
        Epochs epochs = new Epochs(directory);

        assertThat(epochs.current()).isEqualTo(0);
        assertThat(epochs.raise(NOW)).isEqualTo(1_800_000_000);
        assertThat(epochs.raise(NOW)).isEqualTo(1_800_000_001);
        assertThat(new Epochs(directory).current()).isEqualTo(1_800_000_001);
        assertThat(epochs.raise(NOW.plusSeconds(60))).isEqualTo(1_800_000_060);
        assertThat(epochs.raise(NOW)).isEqualTo(1_800_000_061);
    }

    @Test
    void anEpochFileWithoutANumberIsAnError() throws IOException {
        Files.writeString(directory.resolve("epoch"), "twelve");

        assertThatThrownBy(() -> new Epochs(directory).current())
                .hasMessageContaining(directory.resolve("epoch").toString())
                .hasMessageContaining("twelve");
    }

    @Test
    void aRouterThatWasTakenOverMakesNothingDurableAnyMore() throws IOException {
        Epochs epochs = new Epochs(directory);
        long ours = epochs.raise(NOW);
        try (FileJournal journal = started()) {
            long before = journal.append(inEpoch(ours, 1, 10));
            listener.awaitDurable(before);

            epochs.raise(NOW);
            journal.append(inEpoch(ours, 2, 10));

            assertThat(listener.awaitFailure())
                    .isInstanceOf(FencedException.class)
                    .hasMessageContaining("its epoch is 1800000001 and ours is 1800000000");
            assertThat(journal.durable()).isEqualTo(before);
            assertThat(journal.previousEndFailed()).isFalse();
        }
    }

    @Test
    void aFrameOfAnEarlierEpochIsRefused() throws IOException {
        try (FileJournal journal = started()) {
            journal.append(inEpoch(9, 1, 10));

            assertThatThrownBy(() -> journal.append(inEpoch(8, 2, 10)))
                    .hasMessageContaining("The journal is in epoch 9: was 8");
        }
    }

    @Test
    void aSecondRouterInThisProcessIsRefused() throws IOException {
        try (DataLock _ = DataLock.acquire(directory)) {
            assertThatThrownBy(() -> DataLock.acquire(directory))
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        DataLock.acquire(directory).close();
    }

    @Test
    void aRouterInAnotherProcessIsNamed() throws IOException {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");

            assertThatThrownBy(() -> DataLock.acquire(directory))
                    .hasMessageContaining("process " + other.pid());
        } finally {
            other.destroyForcibly().onExit().join();
        }
        DataLock.acquire(directory).close();
    }

    /** Holds the lock of a directory until it is killed. */
    static final class Holder {

        public static void main(String[] args) throws IOException {
            try (DataLock _ = DataLock.acquire(Path.of(args[0]))) {
                System.out.println("held");
                var _ = System.in.read();
            }
        }
    }

    private FileJournal started() throws IOException {
        FileJournal journal =
                FileJournal.open(TestJournal.settings(directory, Durability.DISK), List.of());
        journal.start(listener);
        return journal;
    }
}
