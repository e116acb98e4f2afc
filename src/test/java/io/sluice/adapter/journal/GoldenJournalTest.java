package io.sluice.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.journal.JournalSettings.Durability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The journal that the first version wrote, in the test resources, stays readable. */
class GoldenJournalTest {

    @TempDir Path directory;

    @Test
    void theFirstVersionsJournalIsReadAndGoesOn() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/journal/golden-1.sluice")) {
            Files.copy(Objects.requireNonNull(golden), directory.resolve(Segment.name(0)));
        }
        JournalSettings settings = TestJournal.settings(directory, Durability.DISK);
        RecordingListener listener = new RecordingListener();
        try (FileJournal journal = FileJournal.open(settings, List.of())) {
            assertThat(TestJournal.replay(journal)).isEqualTo(GoldenJournal.frames());
            assertThat(journal.tailCut()).isEmpty();

            journal.start(listener);
            listener.awaitDurable(journal.append(GoldenJournal.frames().getLast()));
        }
        assertThat(listener.failures()).isEmpty();
    }
}
