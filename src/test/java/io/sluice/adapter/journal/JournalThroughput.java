package io.sluice.adapter.journal;

import io.sluice.adapter.journal.JournalSettings.Durability;
import io.sluice.port.Frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures frames a second and the appender's cost: {@code JournalThroughput DIRECTORY}. */
final class JournalThroughput {

    private static final int FRAMES = 200_000;

    public static void main(String[] args) throws IOException {
        for (int round = 0; round < 3; round++) {
            for (Durability durability : Durability.values()) {
                Path directory = Files.createTempDirectory(Path.of(args[0]), "journal");
                measure(directory, durability);
            }
        }
    }

    private static void measure(Path directory, Durability durability) throws IOException {
        JournalSettings settings =
                new JournalSettings(
                        directory, durability, 64 << 20, 1 << 30, Duration.ofSeconds(30));
        RecordingListener listener = new RecordingListener();
        List<Frame> frames = GoldenJournal.frames();
        Frame frame = frames.get(3);
        try (FileJournal journal = FileJournal.open(settings, List.of())) {
            journal.start(listener);
            long began = System.nanoTime();
            long last = 0;
            for (int i = 0; i < FRAMES; i++) {
                last = journal.append(frame);
            }
            long appended = System.nanoTime();
            listener.awaitDurable(last);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "%s: %,.0f frames/s, %d bytes each, %d ns to append, %d batches%n",
                    durability,
                    FRAMES / seconds,
                    last / FRAMES,
                    (appended - began) / FRAMES,
                    listener.durable().size());
        }
    }

    private JournalThroughput() {}
}
