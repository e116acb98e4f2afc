package io.sluice.simulator.dropcopy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import quickfix.ConfigError;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code simulate dropcopy}. Ends with 0 when every rule was kept, else with 1. */
@Command(
        name = "dropcopy",
        description = "Reads the drop copies of a router into a ledger and checks each of them.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class DropCopyCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(DropCopyCommand.class);
    private static final long GRACE_SECONDS = 10;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--host", description = "Where the router listens.")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "Its FIX port.")
    private int port = 9880;

    @Option(names = "--comp-id", description = "SenderCompID(49) of the reader.")
    private String compId = "DROP44";

    @Option(names = "--target", description = "TargetCompID(56), the router.")
    private String target = "SLUICE";

    @Option(names = "--heartbeat", description = "HeartBtInt(108) in seconds.")
    private int heartbeatSeconds = 5;

    @Option(names = "--data", description = "Where ledger.jsonl and the FIX store are kept.")
    private Path directory = Path.of("data", "simulator", "dropcopy");

    @Option(
            names = "--forget",
            description = "Lose the FIX store first, and log on with ResetSeqNumFlag(141)=Y.")
    private boolean forget;

    @Option(names = "--until-idle", description = "End when nothing came for so long: 5s, 500ms.")
    private @Nullable String untilIdle;

    @Option(names = "--json", description = "Print each line as a JSON object.")
    private boolean json;

    @Override
    public Integer call() throws ConfigError {
        ReaderSettings settings = settings();
        try (CopyBook book = CopyBook.open(directory, Clock.systemUTC())) {
            Numbering numbering = Numbering.open(directory, forget);
            return untilStopped(new ReaderRun(settings, book, numbering, this::print, System.err));
        } catch (IOException e) {
            System.err.println("simulate dropcopy: " + e.getMessage());
            return 1;
        }
    }

    private ReaderSettings settings() {
        try {
            return new ReaderSettings(
                    host,
                    port,
                    compId,
                    target,
                    heartbeatSeconds,
                    directory,
                    Optional.ofNullable(untilIdle).map(DropCopyCommand::duration));
        } catch (IllegalArgumentException e) {
            throw spec == null
                    ? e
                    : new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** A signal ends the reading; the process then ends with the verdict, as it would by itself. */
    private static int untilStopped(ReaderRun run) throws ConfigError {
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger exitCode = new AtomicInteger(1);
        Thread onSignal =
                new Thread(
                        () -> {
                            run.stop();
                            await(done);
                            Runtime.getRuntime().halt(exitCode.get());
                        },
                        "dropcopy-stop");
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

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("dropcopy: did not log out in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(Figures figures) {
        System.out.println(
                json
                        ? JsonMapper.shared().writeValueAsString(figures.fields())
                        : figures.toString());
        System.out.flush();
    }

    static Duration duration(String text) {
        String digits = text.replaceAll("[a-z]+$", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(badDuration(text));
        }
        long amount = Long.parseLong(digits);
        return switch (text.substring(digits.length())) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> throw new IllegalArgumentException(badDuration(text));
        };
    }

    private static String badDuration(String text) {
        return "A duration is like 5s, 500ms or 2m, was '" + text + "'";
    }
}
