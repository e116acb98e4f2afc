package io.sluice.simulator.dropcopy;

import static io.sluice.simulator.dropcopy.Copies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.endtoend.Await;
import io.sluice.simulator.Ledger;
import io.sluice.simulator.dropcopy.FakeFeed.Logon;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import quickfix.ConfigError;
import quickfix.Message;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reader as a process. */
@Timeout(180)
class DropCopyCommandIT {

    private static final int COPIES = 3_000;

    @TempDir private Path directory = Path.of("");

    private final FakeFeed feed;

    DropCopyCommandIT() throws ConfigError {
        feed = new FakeFeed();
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void aReaderThatIsKilledGetsEverythingOnceOrMarked() throws Exception {
        Process first = start();
        Await.until("the reader logs on", feed::isLoggedOn);
        CompletableFuture<Void> sent = CompletableFuture.runAsync(this::sendAll);
        Await.until("some copies are kept", () -> sizeOfLedger() > 20_000);
        kill(first);
        sent.join();

        Process second = start();
        Await.until("all copies are kept", () -> execIds().distinct().count() == COPIES);
        kill(second);
        Process third = start("--forget");
        Await.until("it has begun anew", () -> lines("logon").getLast().path("reset").asBoolean());
        feed.send(Copies.possResend(execution("E" + COPIES, "" + COPIES)));
        Await.until("the repeat is kept", () -> execIds().count() > COPIES);

        assertThat(feed.logons().getLast()).isEqualTo(new Logon(1, true));
        third.destroy();
        assertThat(third.waitFor()).isEqualTo(0);
        assertThat(lines("violation")).isEmpty();
        assertThat(unmarked()).isLessThanOrEqualTo(COPIES);
    }

    private void sendAll() {
        IntStream.rangeClosed(1, COPIES).forEach(i -> feed.send(execution("E" + i, "" + i)));
    }

    /** How many copies do not say that they may be repeats. */
    private long unmarked() throws IOException {
        return lines("copy").stream()
                .filter(line -> !line.path("possDup").asBoolean())
                .filter(line -> !line.path("possResend").asBoolean())
                .count();
    }

    @Test
    void aReaderThatSawARuleBrokenEndsWithOne() throws Exception {
        Process reader = start("--until-idle", "1s", "--json");
        Await.until("the reader logs on", feed::isLoggedOn);

        Message copy = execution("E1", "1");
        copy.removeField(17);
        feed.send(copy);

        assertThat(reader.waitFor()).isEqualTo(1);
        assertThat(Files.readString(log())).contains("\"violations\":1");
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        assertThat(DropCopyCommand.duration("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(DropCopyCommand.duration("5s")).isEqualTo(Duration.ofSeconds(5));
        assertThatThrownBy(() -> DropCopyCommand.duration("soon")).hasMessageContaining("'soon'");
        assertThatThrownBy(() -> DropCopyCommand.duration("5h")).hasMessageContaining("'5h'");
    }

    private Process start(String... more) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(List.of("io.sluice.simulator.Main", "dropcopy"));
        words.addAll(List.of("--port", "" + feed.port(), "--data", directory.toString()));
        words.addAll(List.of(more));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** As {@code kill -9} does. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private Path log() {
        return directory.resolve("reader.log");
    }

    private long sizeOfLedger() throws IOException {
        return Files.size(directory.resolve("ledger.jsonl"));
    }

    private Stream<String> execIds() throws IOException {
        return lines("copy").stream().map(line -> line.path("execId").asString(""));
    }

    private List<JsonNode> lines(String kind) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        Path whole = directory.resolve("whole.jsonl");
        String text = Files.readString(directory.resolve("ledger.jsonl"));
        Files.writeString(whole, text.substring(0, text.lastIndexOf('\n') + 1));
        Ledger.read(whole, lines::add);
        lines.removeIf(line -> !line.path("t").asString("").equals(kind));
        return lines;
    }
}
