package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.journal.Epochs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A copy of a data directory, taken while the router works at full speed, is as good as it. */
class BackupIT {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Small segments and frequent snapshots, so that the copy meets their changes. */
    private static final Map<String, String> SETTINGS =
            Map.of("journal.segmentMiB", "16", "journal.snapshotEveryFrames", "1000");

    private static final Map<String, String> ALONE =
            Map.of(
                    "oms.SocketAcceptPort", "0",
                    "console.port", "0",
                    "brokers.ALPHA.SocketConnectPort", "1",
                    "brokers.DELTA.SocketConnectPort", "1",
                    "journal.segmentMiB", "16");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    @Timeout(300)
    void aRouterThatStartsFromACopyHasTheStateOfTheJournalThere() throws IOException {
        System.out.println("backup: seed " + SEED);
        try (Market market = Market.open(directory, SETTINGS)) {
            market.router().awaitReady();
            ChildProcess oms =
                    market.startOms("--rate 400 --max-open 5000 --seed %d".formatted(SEED));
            Await.until("orders to flow", PATIENCE, () -> orders(market) >= 500);
            backup(market, "early");
            Await.until("more orders to flow", PATIENCE, () -> orders(market) >= 2_000);
            backup(market, "late");
            oms.kill();
            assertThat(market.router().stop()).isZero();
            requireSameState(market, "early");
            requireSameState(market, "late");
        }
        requireStart("late");
    }

    private static long orders(Market market) throws IOException {
        return Files.exists(market.omsLedger()) ? OmsStory.read(market.omsLedger()).orders() : 0;
    }

    private void backup(Market market, String name) throws IOException {
        try (ChildProcess backup =
                new ChildProcess.Program(
                                name,
                                ChildProcess.Program.SMALL,
                                "io.sluice.app.Main",
                                List.of(
                                        "backup",
                                        copy(name).toString(),
                                        "--data",
                                        market.routerData().toString()),
                                directory.resolve(name + ".log"))
                        .start()) {
            assertThat(backup.awaitExit(PATIENCE)).as(backup.lastWords()).isZero();
            System.out.println(backup.lastWords());
        }
    }

    private void requireSameState(Market market, String name) throws IOException {
        long position = summary(name).path("position").asLong();
        RecoveredRouter copied = RecoveredRouter.of(copy(name), Routers.CONFIG);

        assertThat(copied.router().state())
                .as("the state of the copy " + name)
                .isEqualTo(copied.replayed())
                .isEqualTo(RecoveredRouter.stateAt(market.routerData(), Routers.CONFIG, position));
        assertThat(copied.router().orders().open()).isNotEmpty();
    }

    /** With the same open orders, under an epoch of its own. */
    private void requireStart(String name) throws IOException {
        var open =
                RecoveredRouter.of(copy(name), Routers.CONFIG).router().orders().open().stream()
                        .map(order -> order.id().toString())
                        .collect(Collectors.toSet());
        long epoch = summary(name).path("epoch").asLong();
        RouterProcess router = RouterProcess.start(copy(name), ALONE);
        try {
            router.awaitStarted();

            assertThat(router.openBook().keySet()).isEqualTo(open);
            assertThat(new Epochs(copy(name).resolve("journal")).current()).isGreaterThan(epoch);
            assertThat(copy(name).resolve("api.token")).exists();
        } finally {
            router.process().close();
        }
    }

    private JsonNode summary(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(copy(name).resolve("backup.json")));
    }

    private Path copy(String name) {
        return directory.resolve("copy-" + name);
    }
}
