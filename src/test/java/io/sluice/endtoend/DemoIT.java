package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The demo as a user starts it, with router, drop-copy reader and database killed at random on the
 * way: all ledgers and the router's book agree.
 */
class DemoIT {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    @Timeout(400)
    void killsOnTheWayChangeNothing() throws Exception {
        System.out.printf("demo: seed %d, in %s%n", SEED, directory);
        try (Program demo =
                Program.start(
                        directory.resolve("demo.out"),
                        "io.sluice.app.Main",
                        "demo",
                        "--orders=800",
                        "--rate=120",
                        "--seed=" + SEED,
                        "--kill-router-every=4s",
                        "--kill-dropcopy-every=2s",
                        "--kill-store-every=2s",
                        "--data=" + directory.resolve("demo"))) {
            Await.until("the demo to end", Duration.ofMinutes(5), () -> !demo.isAlive());

            assertThat(demo.exitCode()).as(demo.said()).isZero();
            assertThat(demo.said())
                    .containsPattern("kills +dropcopy [1-9]\\d*, router [1-9]\\d*, store [1-9]")
                    .contains(
                            "the ledgers of OMS, brokers and drop copy and the router's book agree");
        }
    }
}
