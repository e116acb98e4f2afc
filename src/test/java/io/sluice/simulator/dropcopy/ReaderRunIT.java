package io.sluice.simulator.dropcopy;

import static io.sluice.simulator.dropcopy.Copies.cancelReject;
import static io.sluice.simulator.dropcopy.Copies.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.endtoend.Await;
import io.sluice.simulator.dropcopy.FakeFeed.Logon;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import quickfix.ConfigError;
import quickfix.Message;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The reader in this process, over a real socket. */
@Timeout(120)
class ReaderRunIT {

    @TempDir private Path directory = Path.of("");

    private final List<Figures> printed = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeFeed feed;

    ReaderRunIT() throws ConfigError {
        feed = new FakeFeed();
    }

    @AfterEach
    void close() {
        feed.close();
    }

    /** A reader that runs until it is stopped or idle. */
    private record Running(ReaderRun run, CopyBook book, CompletableFuture<Boolean> ended) {

        boolean stop() {
            run.stop();
            return ended.join();
        }
    }

    private Running start(Optional<Duration> untilIdle, boolean forget) throws IOException {
        CopyBook book = CopyBook.open(directory, Clock.systemUTC());
        ReaderSettings settings =
                new ReaderSettings(
                        "127.0.0.1", feed.port(), "DROP44", "SLUICE", 5, directory, untilIdle);
        ReaderRun run =
                new ReaderRun(
                        settings,
                        book,
                        Numbering.open(directory, forget),
                        printed::add,
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        int before = lines("logon").size();
        CompletableFuture<Boolean> ended =
                CompletableFuture.supplyAsync(() -> runAndClose(run, book));
        Await.until("the reader logs on", () -> lines("logon").size() > before);
        return new Running(run, book, ended);
    }

    private static boolean runAndClose(ReaderRun run, CopyBook book) {
        try (book) {
            return run.run();
        } catch (ConfigError | IOException e) {
            throw new AssertionError("The reader failed", e);
        }
    }

    @Test
    void everyCopyIsKeptWithItsIdsAndQuantities() throws IOException {
        Running reader = start(Optional.empty(), false);

        feed.send(execution("E1", "40"));
        feed.send(cancelReject("C2"));
        awaitCopies(2);

        assertThat(reader.stop()).isTrue();
        assertThat(copies().get(0).toString())
                .contains(
                        "\"oms\":\"OMS44\"",
                        "\"msgType\":\"8\"",
                        "\"execId\":\"E1\"",
                        "\"execType\":\"F\"",
                        "\"ordStatus\":\"1\"",
                        "\"clOrdId\":\"C1\"",
                        "\"orderId\":\"O1\"",
                        "\"lastPx\":\"10.50\"",
                        "\"cumQty\":\"40\"",
                        "\"copyMsgIndicator\":\"Y\"",
                        "\"possDup\":false");
        assertThat(copies().get(1).toString())
                .contains(
                        "\"msgType\":\"9\"",
                        "\"clOrdId\":\"C2\"",
                        "\"origClOrdId\":\"C1\"",
                        "\"cxlRejResponseTo\":\"1\"",
                        "\"cxlRejReason\":\"0\"",
                        "\"text\":\"too late\"")
                .doesNotContain("copyMsgIndicator");
        assertThat(printed.getLast()).isEqualTo(new Figures(2, 1, 1, 0, 0, true));
    }

    @Test
    void whatBreaksARuleIsWrittenDownAndFailsTheRun() throws IOException {
        Running reader = start(Optional.empty(), false);
        Message unmarked = execution("E1", "40");
        unmarked.removeField(797);

        feed.send(unmarked);
        awaitCopies(1);

        assertThat(reader.stop()).isFalse();
        assertThat(lines("violation").getFirst().path("rule").asString(""))
                .isEqualTo("copy-indicator");
        assertThat(lines("violation").getFirst().path("message").asString("")).contains("|17=E1|");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("violation copy-indicator");
    }

    @Test
    void aLinkThatBreaksIsMadeAgainWithoutAReset() throws IOException {
        Running reader = start(Optional.empty(), false);
        feed.send(execution("E1", "40"));
        awaitCopies(1);

        feed.disconnect();
        feed.send(execution("E2", "41"));
        awaitCopies(2);

        assertThat(reader.stop()).isTrue();
        assertThat(feed.logons()).extracting(Logon::reset).containsExactly(true, false);
        assertThat(copies().get(1).path("execId").asString()).isEqualTo("E2");
        assertThat(copies().get(1).path("possDup").asBoolean()).isTrue();
    }

    @Test
    void aReaderThatForgetsBeginsAnewAndKeepsItsLedger() throws IOException {
        Running first = start(Optional.empty(), false);
        feed.send(execution("E1", "40"));
        awaitCopies(1);
        first.stop();
        Await.until("the feed sees the logout", () -> !feed.isLoggedOn());

        Running second = start(Optional.empty(), true);
        feed.send(Copies.possResend(execution("E1", "40")));
        feed.send(execution("E2", "41"));
        awaitCopies(3);

        assertThat(second.stop()).isTrue();
        assertThat(feed.logons().getLast()).isEqualTo(new Logon(1, true));
        assertThat(printed.getLast()).isEqualTo(new Figures(3, 3, 0, 1, 0, true));
    }

    @Test
    void whatWasToldBeforeARestartIsRemembered() throws IOException {
        Running first = start(Optional.empty(), false);
        feed.send(execution("E1", "40"));
        awaitCopies(1);
        first.stop();
        Await.until("the feed sees the logout", () -> !feed.isLoggedOn());

        Running second = start(Optional.empty(), false);
        feed.send(execution("E1", "40"));
        feed.send(execution("E2", "39"));
        awaitCopies(3);

        assertThat(second.stop()).isFalse();
        assertThat(lines("violation"))
                .extracting(line -> line.path("rule").asString(""))
                .containsExactly("repeat", "cum-qty");
        assertThat(feed.logons().getLast().reset()).isFalse();
    }

    @Test
    void aReaderEndsWhenNothingComesAnyMore() throws IOException {
        Running reader = start(Optional.of(Duration.ofMillis(300)), false);

        assertThat(reader.ended().join()).isTrue();
    }

    /** A copy that is not in the ledger must come again. */
    @Test
    void aCopyThatCannotBeKeptIsNotTakenForReceived() throws IOException {
        Running reader = start(Optional.empty(), false);
        feed.send(execution("E1", "40"));
        awaitCopies(1);
        Await.until("the number is taken", () -> expectedNumber().equals("3"));

        reader.book().close();
        feed.send(execution("E2", "41"));

        assertThat(reader.ended().join()).isFalse();
        assertThat(expectedNumber()).isEqualTo("3");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("dropcopy: stops: Unable to append");
    }

    private String expectedNumber() throws IOException {
        return Files.readString(directory.resolve("fix/FIX.4.4-DROP44-SLUICE.targetseqnums"))
                .substring(2);
    }

    private void awaitCopies(int count) {
        Await.until(count + " copies are kept", () -> copies().size() >= count);
    }

    private List<JsonNode> copies() throws IOException {
        return lines("copy");
    }

    private List<JsonNode> lines(String kind) throws IOException {
        String text = Files.readString(directory.resolve("ledger.jsonl"));
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(line -> line.path("t").asString("").equals(kind))
                .toList();
    }
}
