package io.sluice.app.demo;

import io.sluice.app.CommandFailure;
import io.sluice.app.DurationWords;
import io.sluice.app.ExitCode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** The whole thing on one machine, over real sockets. */
@Command(
        name = "demo",
        description = {
            "Router, simulated brokers, a drop-copy reader and an OMS sending orders, as processes",
            "of their own. Stays until Ctrl-C; with --orders it ends by itself and says whether",
            "the ledgers of OMS, brokers and drop copy and the router's book agree (exit code 0",
            "only if they do)."
        })
public final class DemoCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Option(names = "--orders", paramLabel = "N", description = "send N orders, then compare")
    private @Nullable Long orders;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "requests a second (default: ${DEFAULT-VALUE})")
    private int rate = 50;

    @Option(names = "--seed", paramLabel = "S", description = "of the OMS's stream of orders")
    private @Nullable Long seed;

    @Option(
            names = "--kill-router-every",
            paramLabel = "TIME",
            converter = DurationWords.class,
            description = "kill -9 the router so long after it is up, and start it again: 5s, 2m")
    private @Nullable Duration killRouterEvery;

    @Option(
            names = "--kill-dropcopy-every",
            paramLabel = "TIME",
            converter = DurationWords.class,
            description = {
                "kill -9 the drop-copy reader about so long after it is up, at random, and start",
                "it again, every other time without its FIX store"
            })
    private @Nullable Duration killDropCopyEvery;

    @Option(
            names = "--kill-store-every",
            paramLabel = "TIME",
            converter = DurationWords.class,
            description = {
                "keep the order book store in a database process of its own, kill -9 that about so",
                "long after it is up, at random, and start it again"
            })
    private @Nullable Duration killStoreEvery;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "what the demo writes, fresh each time (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data", "demo");

    @Option(names = "--config", paramLabel = "DIR", description = "(default: ${DEFAULT-VALUE})")
    private Path config = Path.of("config");

    @Option(names = "--symbols", paramLabel = "A,B,..", description = "what the OMS trades")
    private @Nullable String symbols;

    public DemoCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rate < 1 || (orders != null && orders < 1)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--rate and --orders must be 1 or more, were " + rate + ", " + orders);
        }
        DemoPlan plan =
                new DemoPlan(
                        existing(config),
                        data,
                        optional(orders),
                        rate,
                        optional(seed),
                        killEvery(),
                        Optional.ofNullable(symbols));
        return new Demo(plan, out).run();
    }

    private Map<String, Duration> killEvery() {
        Map<String, Duration> every = new LinkedHashMap<>();
        if (killRouterEvery != null) {
            every.put(DemoRouter.NAME, killRouterEvery);
        }
        if (killDropCopyEvery != null) {
            every.put(DemoDropCopy.NAME, killDropCopyEvery);
        }
        if (killStoreEvery != null) {
            every.put(DemoStore.NAME, killStoreEvery);
        }
        return every;
    }

    /** The launcher may have been called from elsewhere: then the project's own configuration. */
    private static Path existing(Path config) {
        Path home = Path.of(System.getProperty("sluice.home", "."));
        return Files.isDirectory(config) ? config : home.resolve(config);
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
