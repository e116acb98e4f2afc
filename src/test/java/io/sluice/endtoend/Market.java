package io.sluice.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Brokers, a router and OMSs as processes of their own on free ports of the loopback, in a
 * directory. Closing it kills them all, as does the end of this process. Single-threaded.
 */
final class Market implements AutoCloseable {

    private static final Duration BROKERS_WITHIN = Duration.ofSeconds(60);
    private static final String SIMULATOR = "io.sluice.simulator.Main";

    private final Path directory;
    private final List<Supplier<ChildProcess>> running = new ArrayList<>();
    private final Thread atExit = new Thread(this::killAll, "market-end");
    private final int omsPort;
    private final RouterProcess router;

    private Market(Path directory, Map<String, String> settings) throws IOException {
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(atExit);
        List<Integer> ports = Ports.free(4);
        this.omsPort = ports.get(0);
        boolean complete = false;
        try {
            startBrokers(ports.get(2), ports.get(3));
            Map<String, String> all = new HashMap<>(settings);
            all.put("oms.SocketAcceptPort", String.valueOf(omsPort));
            all.put("console.port", String.valueOf(ports.get(1)));
            all.put("brokers.ALPHA.SocketConnectPort", String.valueOf(ports.get(2)));
            all.put("brokers.DELTA.SocketConnectPort", String.valueOf(ports.get(3)));
            Files.createDirectories(routerData());
            this.router = RouterProcess.start(routerData(), all);
            keep(router::process);
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    /**
     * Starts the brokers and the router.
     *
     * @param settings of the router, in place of the stock ones
     */
    static Market open(Path directory, Map<String, String> settings) throws IOException {
        return new Market(directory, settings);
    }

    RouterProcess router() {
        return router;
    }

    Path routerData() {
        return directory.resolve("router");
    }

    Path omsLedger() {
        return directory.resolve("oms/ledger.jsonl");
    }

    Path brokerLedger() {
        return directory.resolve("broker/ledger.jsonl");
    }

    private void startBrokers(int alpha, int delta) throws IOException {
        ChildProcess brokers =
                simulator(
                        "brokers",
                        "broker all --data %s --port ALPHA=%d --port DELTA=%d"
                                .formatted(directory.resolve("broker"), alpha, delta));
        Await.until(
                "the brokers to listen\n" + brokers.lastWords(),
                BROKERS_WITHIN,
                () -> Files.exists(directory.resolve("broker/simulator.json")));
    }

    /** An OMS with its ledger; the options are those of {@code simulate oms}. */
    ChildProcess startOms(String options) throws IOException {
        return simulator(
                "oms",
                "oms --json --port %d --data %s %s"
                        .formatted(omsPort, directory.resolve("oms"), options));
    }

    private ChildProcess simulator(String name, String words) throws IOException {
        ChildProcess process =
                new ChildProcess.Program(
                                name,
                                ChildProcess.Program.SMALL,
                                SIMULATOR,
                                List.of(words.split(" ", -1)),
                                directory.resolve(name + ".log"))
                        .start();
        keep(() -> process);
        return process;
    }

    private synchronized void keep(Supplier<ChildProcess> process) {
        running.add(process);
    }

    @Override
    public void close() {
        killAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private synchronized void killAll() {
        running.reversed().forEach(process -> process.get().close());
    }
}
