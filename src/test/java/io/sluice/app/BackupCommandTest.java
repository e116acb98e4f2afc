package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.journal.DataLock;
import io.sluice.adapter.journal.Epochs;
import io.sluice.adapter.journal.FileJournal;
import io.sluice.adapter.journal.JournalSettings;
import io.sluice.port.Frame;
import io.sluice.port.Frame.FixStored;
import io.sluice.port.JournalListener;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class BackupCommandTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

    @TempDir private Path home = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Deaf: what is closed has been made durable. */
    private static final class NoListener implements JournalListener {
        @Override
        public void onDurable(long position) {}

        @Override
        public void onFailed(Throwable cause) {}
    }

    @BeforeEach
    void aRouterHasRun() throws IOException {
        Path journal = data().resolve("journal");
        long epoch = new Epochs(journal).raise(NOW);
        JournalSettings stock = JournalSettings.of(journal);
        JournalSettings small =
                new JournalSettings(
                        journal,
                        stock.durability(),
                        64 << 10,
                        stock.maxBacklogBytes(),
                        Duration.ofSeconds(15));
        try (FileJournal written = FileJournal.open(small, List.of())) {
            written.start(new NoListener());
            written.append(
                    new Frame(epoch, NOW, List.of(new FixStored("FIX.4.4:A->B", 1, "8=FIX"))));
        }
        Files.writeString(data().resolve(ApiToken.NAME), "secret");
        DataLock.acquire(data()).close();
    }

    @Test
    void aCopyHoldsTheJournalAndNothingElse() throws IOException {
        assertThat(backup(target())).isEqualTo(0);

        assertThat(target().toFile().list()).containsExactlyInAnyOrder("journal", "backup.json");
        JsonNode summary =
                JsonMapper.shared().readTree(Files.readString(target().resolve("backup.json")));
        assertThat(summary.path("epoch").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(summary.path("frames").asLong()).isEqualTo(1);
        assertThat(out.toString())
                .contains("1 segments, 1 frames, 0 snapshots")
                .contains("last frame of " + NOW)
                .contains("read back, no damage");
        assertThat(run("journal", "verify", "--data", target().toString())).isEqualTo(0);
    }

    @Test
    void aDirectoryThatIsNotEmptyIsLeftAlone() throws IOException {
        Files.createDirectories(target());
        Path mine = Files.writeString(target().resolve("thesis.txt"), "mine");

        assertThat(backup(target())).isEqualTo(ExitCode.CANNOT_CREATE);

        assertThat(err.toString()).contains(target() + " is not an empty directory");
        assertThat(target()).isDirectoryContaining(mine::equals);
        assertThat(target().resolve("journal")).doesNotExist();
    }

    @Test
    void aDataDirectoryIsNotCopiedIntoItself() {
        assertThat(backup(data().resolve("backup"))).isEqualTo(ExitCode.CANNOT_CREATE);

        assertThat(err.toString()).contains("is in the data directory itself");
        assertThat(data().resolve("backup")).doesNotExist();
    }

    @Test
    void aFailedCopyBearsNoFinishedName() throws IOException {
        try (var segments = Files.newDirectoryStream(data().resolve("journal"), "journal-*")) {
            for (Path segment : segments) {
                byte[] bytes = Files.readAllBytes(segment);
                bytes[20] ^= 1;
                Files.write(segment, bytes);
            }
        }

        assertThat(backup(target())).isEqualTo(ExitCode.IO_ERROR);

        assertThat(err.toString()).contains("is damaged");
        assertThat(target().resolve("journal")).doesNotExist();
        assertThat(target().resolve("backup.json")).doesNotExist();
    }

    @Test
    void aDirectoryWithoutAJournalIsNamed() {
        assertThat(run("backup", target().toString(), "--data", home.resolve("none").toString()))
                .isEqualTo(ExitCode.IO_ERROR);

        assertThat(err.toString()).contains("There is no journal in [" + home.resolve("none"));
    }

    private int backup(Path target) {
        return run("backup", target.toString(), "--data", data().toString());
    }

    private int run(String... words) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(words);
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path target() {
        return home.resolve("copy");
    }
}
