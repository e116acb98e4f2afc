package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** However the router ended, and however often, it starts with the open book it had. */
class RestartIT {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int OPEN_ORDERS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final Random random = new Random(SEED);

    @Test
    @Timeout(300)
    void theOpenBookIsTheSameAfterEveryKindOfEnd() throws IOException {
        System.out.println("restart: seed " + SEED);
        try (Market market = Market.open(directory, Map.of("journal.segmentMiB", "16"))) {
            RouterProcess router = market.router();
            router.awaitReady();
            Map<String, JsonNode> book = fill(market);

            killInTheMiddleOfStarts(router);
            assertThat(router.openBook()).as("after kills on the way up").isEqualTo(book);

            killTwiceInARow(router);
            assertThat(router.openBook()).as("after two kills in a row").isEqualTo(book);

            assertThat(router.stop()).as("exit code").isZero();
            router.restart();
            router.awaitReady();
            assertThat(router.openBook()).as("after a stop").isEqualTo(book);
        }
    }

    /** Orders that rest, and an OMS that is gone before it cancels them. */
    private Map<String, JsonNode> fill(Market market) throws IOException {
        ChildProcess oms =
                market.startOms(
                        "--rate 200 --seed %d --symbols SIM.REST --max-open 100000".formatted(SEED)
                                + " --mix orders=80,replaces=20");
        Await.until(
                "orders to rest", PATIENCE, () -> market.router().openBook().size() >= OPEN_ORDERS);
        oms.kill();
        Await.until("all requests to be answered", PATIENCE, () -> isQuiet(market.router()));
        return market.router().openBook();
    }

    private static boolean isQuiet(RouterProcess router) throws IOException {
        return router.openBook().values().stream()
                .noneMatch(order -> order.toString().contains("\"PENDING\""));
    }

    private void killInTheMiddleOfStarts(RouterProcess router) throws IOException {
        router.kill();
        for (int i = 0; i < 5; i++) {
            router.restart();
            Await.passes(Duration.ofMillis(200 + random.nextInt(2_500)));
            router.kill();
        }
        router.restart();
        router.awaitReady();
    }

    private static void killTwiceInARow(RouterProcess router) throws IOException {
        router.kill();
        router.restart();
        router.awaitStarted();
        router.kill();
        router.restart();
        router.awaitReady();
    }
}
