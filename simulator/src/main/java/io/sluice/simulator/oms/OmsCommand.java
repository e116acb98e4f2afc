package io.sluice.simulator.oms;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.ConsoleAppender;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import quickfix.ConfigError;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The command that runs a simulated OMS. Ends with 0 when every FIX rule was kept, else with 1. */
@Command(
        name = "oms",
        description = "Sends a seeded stream of orders over FIX 4.4 and checks every answer.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class OmsCommand implements Callable<Integer> {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OmsCommand.class);
    private static final long GRACE_SECONDS = 10;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--host", description = "Where the router listens.")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "Its FIX port.")
    private int port = 9880;

    @Option(names = "--sender", description = "SenderCompID(49) of the OMS.")
    private String sender = "DEMO";

    @Option(names = "--target", description = "TargetCompID(56), the router.")
    private String target = "SLUICE";

    @Option(names = "--heartbeat", description = "HeartBtInt(108) in seconds.")
    private int heartbeatSeconds = 5;

    @Option(names = "--rate", description = "Requests a second, of all kinds.")
    private int rate = 50;

    @Option(names = "--orders", description = "Stop after this many orders; without it, run on.")
    private @Nullable Long orders;

    @Option(names = "--seed", description = "Seed of the stream; without it, the clock's.")
    private @Nullable Long seed;

    @Option(names = "--data", description = "Where ledger, summary and FIX state are kept.")
    private Path directory = Path.of("data-oms");

    @Option(names = "--symbols", description = "A,B=12.50,..: known symbols, or with a price.")
    private @Nullable String symbols;

    @Option(names = "--account", split = ",", description = "Accounts to trade for.")
    private List<String> accounts = List.of("ACC1", "ACC2");

    @Option(names = "--mix", description = "Weights: orders=70,cancels=14,replaces=13,statuses=3.")
    private @Nullable String mix;

    @Option(names = "--max-open", description = "Above this many open orders, cancel the oldest.")
    private int maxOpen = 200;

    @Option(names = "--settle", description = "How long to wait at the end: 30s, 500ms, 2m.")
    private String settle = "30s";

    @Option(names = "--inquire-after", description = "Ask after a reconnect when silent so long.")
    private String inquireAfter = "10s";

    @Option(names = "--json", description = "Print each line as a JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, ConfigError {
        quieten();
        OmsSettings settings;
        OrderFlow.Plan plan;
        try {
            settings = settings();
            plan = plan();
        } catch (IllegalArgumentException e) {
            throw usageError(e);
        }
        return run(settings, plan);
    }

    private static int run(OmsSettings settings, OrderFlow.Plan plan)
            throws IOException, ConfigError {
        try (OmsLedger ledger = OmsLedger.open(settings.directory(), Clock.systemUTC())) {
            Desk desk = new Desk(new OrderFlow(plan), OmsLedger.earlierRuns(settings.directory()));
            ledger.run(plan);
            OmsRun run = new OmsRun(settings, desk, ledger, System.out);
            return untilStopped(run, settings.settle());
        }
    }

    /** A signal ends the stream; the process then ends with the verdict, as it would by itself. */
    private static int untilStopped(OmsRun run, Duration settle) throws IOException, ConfigError {
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger exitCode = new AtomicInteger(1);
        Thread onSignal =
                new Thread(
                        () -> {
                            run.stop();
                            await(done, settle);
                            Runtime.getRuntime().halt(exitCode.get());
                        },
                        "oms-stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            exitCode.set(run.run() ? 0 : 1);
        } finally {
            done.countDown();
            forget(onSignal);
        }
        return exitCode.get();
    }

    private static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            LOG.debug("A signal has come, so the hook ends the process", e);
        }
    }

    private static void await(CountDownLatch done, Duration settle) {
        try {
            if (!done.await(settle.toSeconds() + GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("oms: did not settle in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private OmsSettings settings() {
        return new OmsSettings(
                host,
                port,
                sender,
                target,
                heartbeatSeconds,
                rate,
                orders == null ? OptionalLong.empty() : OptionalLong.of(orders),
                directory,
                duration(settle),
                duration(inquireAfter),
                json);
    }

    private OrderFlow.Plan plan() {
        long now = System.currentTimeMillis();
        return new OrderFlow.Plan(
                seed == null ? now : seed,
                Long.toString(now, 36).toUpperCase(Locale.ROOT),
                symbols == null ? Instrument.stock() : Instrument.parse(symbols),
                accounts,
                mix == null ? Mix.STOCK : Mix.parse(mix),
                maxOpen);
    }

    private RuntimeException usageError(IllegalArgumentException e) {
        return spec == null
                ? e
                : new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }

    static Duration duration(String text) {
        String digits = text.replaceAll("[a-z]+$", "");
        String unit = text.substring(digits.length());
        try {
            long amount = Long.parseLong(digits);
            return switch (unit) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> throw new IllegalArgumentException(badDuration(text));
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(badDuration(text), e);
        }
    }

    private static String badDuration(String text) {
        return "A duration is like 30s, 500ms or 2m, was '" + text + "'";
    }

    /**
     * Standard output belongs to the lines: libraries speak elsewhere, and only of what is wrong.
     */
    private static void quieten() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
            root.iteratorForAppenders()
                    .forEachRemaining(
                            appender -> {
                                if (appender instanceof ConsoleAppender<?> console) {
                                    console.setTarget("System.err");
                                    console.start();
                                }
                            });
        }
    }
}
