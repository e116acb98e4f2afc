package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Frame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class FileJournalTest {

    @TempDir Path directory;

    private final RecordingListener listener = new RecordingListener();

    @Test
    void whatWasAppendedIsReplayedAfterARestart() throws IOException {
        List<Frame> appended = new ArrayList<>();
        try (FileJournal journal = started()) {
            for (int i = 0; i < 1_000; i++) {
                appended.add(frame(i));
                journal.append(frame(i));
            }
        }

        List<Frame> replayed = new ArrayList<>();
        try (FileJournal journal = FileJournal.open(settings(), List.of())) {
            journal.replay(0, (_, frame) -> replayed.add(frame));
        }

        assertThat(replayed).isEqualTo(appended);
        assertThat(listener.failures()).isEmpty();
    }

    private FileJournal started() throws IOException {
        FileJournal journal = FileJournal.open(settings(), List.of());
        journal.start(listener);
        return journal;
    }

    private JournalSettings settings() {
        return JournalSettings.of(directory);
    }
}
