package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.console.FakeRouter;
import io.sluice.adapter.console.Story;
import io.sluice.order.Account;
import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.KillMode;
import io.sluice.order.Symbol;
import io.sluice.port.Positions.Position;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class CommandsTest {

    private final FakeRouter router;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path data = Path.of("");

    CommandsTest() throws IOException {
        router = new FakeRouter();
    }

    @BeforeEach
    void aRouterRuns() throws IOException {
        router.journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        router.journal.happen(Story.accepted(1));
        router.journal.happen(Story.received(2, "MSFT"), Story.denied(2));
        Files.writeString(data.resolve(ApiToken.NAME), FakeRouter.TOKEN);
        RunFile.ofThisProcess(
                        "127.0.0.1", new RunFile.Ports(9880, router.api.port()), Instant.now())
                .write(data);
    }

    @AfterEach
    void stop() {
        router.close();
    }

    @Test
    void statusShowsChecksAndCounters() {
        assertThat(run("status")).isEqualTo(0);

        assertThat(out.toString())
                .startsWith("ready, version 1.2.3, process " + ProcessHandle.current().pid())
                .containsPattern("journal +yes +writable")
                .contains("orders 2  fills 0  denied 1");
    }

    @Test
    void statusOfARouterThatIsNotReadyIsNo() {
        router.losesItsJournal();

        assertThat(run("status")).isEqualTo(1);
        assertThat(out.toString()).startsWith("NOT READY").contains("the disk is full");
    }

    @Test
    void aKillPrintsWhatIsLeftAndWaitsOnlyWhenAsked() {
        assertThat(run("kill", "--scope", "oms:OMS44", "--reason", "runaway", "--id", "K1"))
                .isEqualTo(0);

        assertThat(out.toString())
                .startsWith("kill K1 of oms:OMS44: KILLING")
                .contains("2 orders, 1 of them left", "left: O1", "NOT QUIESCED");
        assertThat(router.killSwitch.kills.getFirst().mode()).isEqualTo(KillMode.BLOCK_AND_CANCEL);
    }

    @Test
    void aKillThatIsNotConfirmedInTimeEndsWithThree() {
        assertThat(run("kill", "--scope", "all", "--reason", "r", "--wait=300ms")).isEqualTo(3);
        assertThat(out.toString()).contains("left: O1");
    }

    @Test
    void aKillThatIsConfirmedEndsWithZero() {
        router.killSwitch.confirms();

        assertThat(run("kill", "--scope", "all", "--reason", "r", "--mode", "cancel", "--wait"))
                .isEqualTo(0);
        assertThat(out.toString()).contains("KILLED_CONFIRMED", "mode CANCEL");
    }

    @Test
    void aKillNeedsScopeAndReason() {
        assertThat(run("kill", "--scope", "all")).isEqualTo(2);
        assertThat(run("kill", "--reason", "r")).isEqualTo(2);
        assertThat(run("kill", "--scope", "oms:NOBODY", "--reason", "r")).isEqualTo(1);
        assertThat(err.toString()).contains("[DEMO, OMS44]");
        assertThat(router.killSwitch.kills).isEmpty();
    }

    @Test
    void aRearmSaysWhatItRearmed() {
        assertThat(run("rearm", "--scope", "oms:OMS44", "--reason", "fixed & checked"))
                .isEqualTo(0);

        assertThat(out.toString().strip()).isEqualTo("re-armed oms:OMS44: fixed & checked");
        assertThat(run("rearm", "--scope", "oms:OMS44")).isEqualTo(2);
    }

    @Test
    void statusShowsWhatIsBlocked() {
        run("kill", "--scope", "all", "--reason", "r", "--id", "K1");

        assertThat(run("status")).isEqualTo(0);
        assertThat(out.toString()).contains("BLOCKED all by kill K1: r");
    }

    @Test
    void ordersAreATable() {
        assertThat(run("orders", "--state", "all")).isEqualTo(0);

        assertThat(out.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.matches("O2 +DEMO +C2 +DENIED +BUY +100 +MSFT .*"));
    }

    @Test
    void noOpenOrdersAreSaidToBeNone() {
        router.journal.happen(Story.canceled(1));

        assertThat(run("orders")).isEqualTo(0);
        assertThat(out.toString().strip()).isEqualTo("no open orders");
    }

    @Test
    void moreOrdersThanShownAreMentioned() {
        assertThat(run("orders", "--state", "all", "--limit", "1")).isEqualTo(0);
        assertThat(out.toString()).contains("(more:");
    }

    @Test
    void jsonIsTheAnswerOfTheRouter() {
        assertThat(run("orders", "--json")).isEqualTo(0);

        var answer = JsonMapper.shared().readTree(out.toString());
        assertThat(answer.path("orders").path(0).path("id").asString()).isEqualTo("O1");
    }

    @Test
    void aBadStateIsRefusedByTheRouterByName() {
        assertThat(run("orders", "--state", "closed")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("sluice: state must be open, ended or all, was 'closed'");
    }

    @Test
    void anOrderIsShownWithItsRequestsAndEvents() {
        assertThat(run("order", "DEMO:C1")).isEqualTo(0);

        assertThat(out.toString())
                .startsWith("order O1 WORKING BUY 100 AAPL LIMIT 10.5 DAY")
                .containsPattern("NEW +C1 +V1 +100 +10.5 +ACCEPTED")
                .containsPattern("2026-03-02T14:30:01Z +OrderAccepted +execId=E1NEW0 ");
    }

    @Test
    void anUnknownOrderIsNo() {
        assertThat(run("order", "O99")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("sluice: No order has the id 'O99'");
    }

    @Test
    void positionsAreATable() {
        assertThat(run("positions")).isEqualTo(0);
        assertThat(out.toString().strip()).isEqualTo("no positions");

        router.holds(new Position(new Account("ACC1"), new Symbol("AAPL"), new BigDecimal("-140")));
        assertThat(run("positions")).isEqualTo(0);
        assertThat(out.toString()).containsPattern("ACC1 +AAPL +-140");
    }

    @Test
    void limitsAreATableWithTheirVersion() {
        assertThat(run("limits")).isEqualTo(0);

        assertThat(out.toString())
                .containsPattern("firm +maxOrderQty +1000\\s")
                .containsPattern("account:ACC1 +maxPosition +500 +140 +360 +AAPL")
                .contains("version abc");
    }

    @Test
    void sessionsAreATable() {
        assertThat(run("sessions")).isEqualTo(0);

        assertThat(out.toString())
                .containsPattern("FIX.4.4:SLUICE->DEMO +OMS +synchronised +17 +12 +0 ")
                .containsPattern("FIX.4.4:SLUICE->ALPHA +BROKER +down .*connection refused");
    }

    @Test
    void aCancelNamesItsOperator() {
        router.answers(Story.cancelRequested(1, "kim"));

        assertThat(run("cancel", "O1", "--operator", "kim")).isEqualTo(0);

        assertThat(out.toString()).contains("CancelRequested").contains("by=kim");
        assertThat(router.commands).containsExactly(new CancelByOperator(Story.id(1), "kim"));
    }

    @Test
    void stopReachesTheRouter() throws InterruptedException {
        assertThat(run("stop")).isEqualTo(0);
        assertThat(router.stopped.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRouterThatDoesNotRunIsLookedForAndSaidSo() throws IOException {
        Files.delete(data.resolve(RunFile.NAME));

        assertThat(run("status")).isEqualTo(69);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "sluice: no router is running: looked for "
                                + data.resolve("run.json")
                                + " (not there)");
    }

    @Test
    void aRouterThatDiedIsNotRunning() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        new RunFile(ended.pid(), new RunFile.Ports(1, 2), "http://127.0.0.1:2", Instant.now())
                .write(data);

        assertThat(run("status")).isEqualTo(69);
        assertThat(err.toString()).contains("process " + ended.pid() + " has ended");
    }

    @Test
    void aRouterThatDoesNotAnswerIsUnavailable() {
        router.close();

        assertThat(run("status")).isEqualTo(69);
        assertThat(err.toString()).contains("does not answer at http://127.0.0.1:");
    }

    @Test
    void aWrongTokenIsNoPermission() throws IOException {
        Files.writeString(data.resolve(ApiToken.NAME), "x".repeat(43));

        assertThat(run("status")).isEqualTo(77);
    }

    @Test
    void anUnknownCommandIsNamed() {
        int exitCode = Main.commandLine(writer(out), writer(err)).execute("statsu");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).startsWith("sluice: unknown command 'statsu'");
    }

    @Test
    void noCommandIsAMistake() {
        assertThat(Main.commandLine(writer(out), writer(err)).execute()).isEqualTo(2);
        assertThat(err.toString()).startsWith("sluice: no command was given");
    }

    @Test
    void helpListsTheCommands() {
        assertThat(Main.commandLine(writer(out), writer(err)).execute("--help")).isEqualTo(0);
        assertThat(out.toString()).contains("status", "orders", "sessions", "cancel", "stop");
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return Main.commandLine(writer(out), writer(err)).execute(all.toArray(String[]::new));
    }

    private static PrintWriter writer(StringWriter target) {
        return new PrintWriter(target, true);
    }
}
