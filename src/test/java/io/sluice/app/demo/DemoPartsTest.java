package io.sluice.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.app.CommandFailure;
import io.sluice.app.DurationWords;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

class DemoPartsTest {

    @TempDir private Path home = Path.of("");

    @Test
    void aDemoBeginsAfresh() throws IOException {
        Path data = home.resolve("data/demo");
        DemoDirectory first = DemoDirectory.begin(data);
        Files.createDirectories(first.oms());
        Files.writeString(first.omsLedger(), "old\n");

        DemoDirectory second = DemoDirectory.begin(data);

        assertThat(second.omsLedger()).doesNotExist();
        assertThat(data.resolve("demo.json")).exists();
    }

    @Test
    void whatNoDemoWroteIsKept() throws IOException {
        DemoDirectory.begin(home.resolve("demo"));
        Path mine = Files.writeString(home.resolve("demo/thesis.txt"), "mine");

        assertThatThrownBy(() -> DemoDirectory.begin(home.resolve("demo")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("thesis.txt was not written by a demo");
        assertThat(mine).exists();
    }

    @Test
    void aRoutersOwnDirectoryIsNotADemos() throws IOException {
        Files.writeString(home.resolve("epoch"), "17");

        assertThatThrownBy(() -> DemoDirectory.begin(home)).isInstanceOf(CommandFailure.class);
        assertThat(home.resolve("epoch")).exists();
    }

    @Test
    void linksOutOfTheDirectoryAreNotFollowed() throws IOException {
        Path outside = Files.createDirectories(home.resolve("outside"));
        Path kept = Files.writeString(outside.resolve("kept"), "mine");
        DemoDirectory.begin(home.resolve("demo"));
        Files.createSymbolicLink(home.resolve("demo/logs"), outside);

        DemoDirectory.begin(home.resolve("demo"));

        assertThat(kept).exists();
        assertThat(home.resolve("demo/logs")).doesNotExist();
    }

    @Test
    void portsInUseAreLeftAlone() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DemoPorts ports = DemoPorts.choose();

            assertThat(ports.byName()).containsOnlyKeys("OMS", "console", "ALPHA", "DELTA");
            assertThat(ports.byName().values())
                    .doesNotHaveDuplicates()
                    .doesNotContain(taken.getLocalPort());
        }
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        assertThat(new DurationWords().convert("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(new DurationWords().convert("5s")).isEqualTo(Duration.ofSeconds(5));
        assertThat(new DurationWords().convert("2m")).isEqualTo(Duration.ofMinutes(2));
        assertThatThrownBy(() -> new DurationWords().convert("soon"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'soon'");
        assertThatThrownBy(() -> new DurationWords().convert("0s"))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void linesOfAGrowingFileComeOnceAndWhole() throws IOException {
        Path file = Files.writeString(home.resolve("log"), "one\ntw");
        Tail tail = new Tail(file);

        assertThat(tail.newLines()).containsExactly("one");
        assertThat(tail.newLines()).isEmpty();

        Files.writeString(file, "one\ntwo\n");

        assertThat(tail.newLines()).containsExactly("two");
    }

    @Test
    void theFiguresOfTheOmsBecomeALine() {
        String json =
                """
                {"orders":12,"acked":12,"fills":7,"denied":1,"rejected":0,"canceled":2,\
                "replaced":1,"open":3,"unanswered":0,"violations":0,"p50ms":0.8,"p99ms":2.5,\
                "maxms":9.1,"loggedOn":true}\
                """;
        OmsFigures figures = OmsFigures.parse(json).orElseThrow();

        assertThat(figures.orders()).isEqualTo(12);
        assertThat(figures.text())
                .startsWith("orders 12  fills 7  denied 1")
                .endsWith("latency ms p50 0.8 p99 2.5 max 9.1");
        assertThat(OmsFigures.parse("session logged on")).isEqualTo(Optional.empty());
        assertThat(OmsFigures.parse("{broken")).isEqualTo(Optional.empty());
    }

    @Test
    void aRunWithoutTheKillThatWasWantedFails() {
        Verdict agreed = new Tale().filledOrder("C1", "V1").verdict();

        Outcome unkilled = new Outcome(agreed, kills(3, 0), 0);
        Outcome killed = new Outcome(agreed, kills(3, 1), 0);
        Outcome quiet = new Outcome(agreed, new TreeMap<>(), 0);

        assertThat(unkilled.exitCode()).isEqualTo(1);
        assertThat(unkilled.text())
                .endsWith("no kill of the dropcopy happened: the run was too short for one");
        assertThat(killed.exitCode()).isEqualTo(0);
        assertThat(killed.text())
                .startsWith("kills      dropcopy 1, router 3\n")
                .doesNotContain("FAILED");
        assertThat(quiet.exitCode()).isEqualTo(0);
        assertThat(quiet.text()).doesNotContain("kill");
    }

    private static SortedMap<String, Integer> kills(int ofTheRouter, int ofTheDropCopy) {
        return new TreeMap<>(Map.of("router", ofTheRouter, "dropcopy", ofTheDropCopy));
    }

    @Test
    void aRunThatDisagreesOrWhoseOmsFailedFails() {
        Verdict agreed = new Tale().filledOrder("C1", "V1").verdict();
        Verdict disagreed = new Tale().deniedOrder("C1").verdict();

        assertThat(new Outcome(disagreed, new TreeMap<>(), 0).exitCode()).isEqualTo(1);
        assertThat(new Outcome(agreed, new TreeMap<>(), 1).exitCode()).isEqualTo(1);
    }

    @Test
    void theFiguresOfTheDropCopyReaderEndTheLine() {
        String json = "{\"copies\":12,\"marked\":1,\"violations\":%d,\"loggedOn\":%s}";

        assertThat(CopyFigures.parse(json.formatted(0, true)).orElseThrow().text())
                .isEqualTo("copies 12");
        assertThat(CopyFigures.parse(json.formatted(2, false)).orElseThrow().text())
                .isEqualTo("copies 12  COPY VIOLATIONS 2 (not logged on)");
        assertThat(CopyFigures.parse("dropcopy: Connection refused")).isEmpty();
        assertThat(CopyFigures.parse("{\"copies\":1{\"copies\":2}")).isEmpty();
    }

    @Test
    void aLedgersUnfinishedLastLineIsLeftOut() throws IOException {
        Path file = Files.writeString(home.resolve("ledger.jsonl"), "{\"t\":\"sent\"}\n{\"t\":");

        assertThat(Ledger.read(file).lines()).hasSize(1);
    }

    @Test
    void aDamagedLineOfALedgerIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("ledger.jsonl"), "{}\n{\"t\":\n{}\n");

        assertThatThrownBy(() -> Ledger.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ledger.jsonl:2 is not JSON");
    }

    @Test
    void aChildsLastWordsAreKept() throws Exception {
        Child child =
                Child.start(
                        new Child.Start(
                                "broken", List.of(), "io.sluice.NoSuchMain", List.of(), log()));

        int exitCode = child.process().waitFor();

        assertThat(exitCode).isNotEqualTo(0);
        assertThat(child.lastWords()).contains("io.sluice.NoSuchMain");
        assertThat(DemoWatch.obituary(child))
                .startsWith("broken ended unexpectedly with " + exitCode);
        assertThatThrownBy(() -> new DemoWatch(() -> List.of(child)).requireAlive())
                .isInstanceOf(CommandFailure.class);
    }

    private Path log() {
        return home.resolve("child.log");
    }
}
