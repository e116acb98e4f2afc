package io.sluice.bench;

import io.sluice.bench.peer.Peer;
import io.sluice.bench.report.Machine;
import io.sluice.bench.report.Results;
import io.sluice.bench.report.RouterResult;
import io.sluice.bench.report.Table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code peers}: Sluice beside other routers, under the same load on the same machine. */
@Command(
        name = "peers",
        description = "Measure Sluice beside other routers, under the same load.",
        mixinStandardHelpOptions = true)
final class PeersCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often each router is measured, in turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(
            names = "--routers",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "sluice-disk,sluice-process,quickfixj-proxy",
            description = "Which routers (default: ${DEFAULT-VALUE}).")
    private List<String> routers = new ArrayList<>();

    @Option(
            names = "--rates",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,5000,10000",
            description = "Fixed rates, orders per second (default: ${DEFAULT-VALUE}).")
    private List<Integer> rates = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "6",
            description = "How long each fixed rate is held (default: ${DEFAULT-VALUE}).")
    private int seconds = 6;

    @Option(
            names = "--max-rate",
            paramLabel = "N",
            defaultValue = "60000",
            description = "Where the ramp ends at the latest (default: ${DEFAULT-VALUE}).")
    private int maxRate = 60_000;

    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            defaultValue = "-Xms3g -Xmx3g -XX:+UseZGC",
            description = "For every router (default: ${DEFAULT-VALUE}).")
    private String javaOptions = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "data-bench",
            description = "Where everything is written (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("data-bench");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!MachineLook.isLinux()) {
            throw new ParameterException(
                    spec.commandLine(), "bench measures on Linux only: it reads /proc");
        }
        Instant startedAt = Instant.now();
        Path directory = out.toAbsolutePath().resolve(STAMP.format(startedAt));
        Files.createDirectories(directory);
        boolean pinned = MachineLook.cpus() >= 2 && MachineLook.pin(1);
        Machine machine = MachineLook.look(directory, pinned);
        PrintWriter terminal = spec.commandLine().getOut();
        Table table = new Table(terminal);
        table.head(machine);

        List<String> options = List.of(javaOptions.split(" ", -1));
        Peer.Setting setting =
                new Peer.Setting(
                        Path.of(System.getProperty("sluice.home", ".")).toAbsolutePath(),
                        options,
                        pinned ? Optional.of(0) : Optional.empty());
        Results results =
                new Results(startedAt, machine, options, measure(setting, directory, table));
        table.summary(results);
        terminal.println();
        terminal.println("Written to " + results.write(directory));
        terminal.flush();
        return 0;
    }

    private List<RouterResult> measure(Peer.Setting setting, Path directory, Table table)
            throws IOException {
        Plan plan = Plan.of(rates, seconds, maxRate);
        List<RouterResult> results = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (Peer peer : peers()) {
                Path data = directory.resolve(peer.title() + "-" + round);
                results.add(new Trial(peer, round, plan, table).run(setting, data));
            }
        }
        return results;
    }

    private List<Peer> peers() {
        List<Peer> peers = new ArrayList<>();
        for (String name : routers) {
            peers.add(
                    Peer.named(name)
                            .orElseThrow(
                                    () ->
                                            new ParameterException(
                                                    spec.commandLine(),
                                                    "Unknown router: " + name)));
        }
        return peers;
    }
}
