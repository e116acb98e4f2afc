package io.sluice.simulator.broker;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code simulate broker}: one broker or all of them, until it is told to stop. */
@Command(
        name = "broker",
        description = "A broker on FIX that fills, rests and rejects orders.",
        mixinStandardHelpOptions = true)
public final class BrokerCommand implements Callable<Integer> {

    private static final Map<String, Integer> STOCK_PORTS = stockPorts();
    private static final int FAILED = 1;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "ALPHA, DELTA or all.")
    private String name = "";

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description = "Where a broker listens; 0 is any free port.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where ledger.jsonl and the FIX store lie (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data", "simulator", "broker");

    @Option(names = "--seed", description = "Of the prices and fills (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() {
        Map<String, Integer> wanted = wanted();
        try {
            BrokerServer server = BrokerServer.start(data, wanted, seed);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "broker-stop"));
            announce(server.ports());
            RuntimeException failure = server.failure().join();
            System.err.println("simulate broker: stops: " + failure);
        } catch (IOException e) {
            System.err.println("simulate broker: " + e.getMessage());
        }
        return FAILED;
    }

    private Map<String, Integer> wanted() {
        List<String> names = name.equals("all") ? List.copyOf(STOCK_PORTS.keySet()) : List.of(name);
        Map<String, Integer> wanted = new LinkedHashMap<>();

        refuseUnknown(names);
        refuseUnknown(List.copyOf(ports.keySet()));
        for (String broker : names) {
            Integer stock = STOCK_PORTS.getOrDefault(broker, 0);
            wanted.put(broker, ports.getOrDefault(broker, stock));
        }
        return wanted;
    }

    private void refuseUnknown(List<String> names) {
        for (String broker : names) {
            if (!STOCK_PORTS.containsKey(broker) && spec != null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no broker "
                                + broker
                                + "; there are "
                                + String.join(", ", STOCK_PORTS.keySet()));
            }
        }
    }

    private void announce(Map<String, Integer> listening) throws IOException {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("pid", ProcessHandle.current().pid());
        run.put("ports", listening);

        Path unfinished = data.resolve("simulator.json.new");
        Files.writeString(unfinished, JsonMapper.shared().writeValueAsString(run) + "\n");
        Files.move(
                unfinished,
                data.resolve("simulator.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        listening.forEach(
                (broker, port) ->
                        System.out.println(
                                "broker "
                                        + broker
                                        + " listens on 127.0.0.1:"
                                        + port
                                        + " (FIX.4.4)"));
    }

    private static void close(BrokerServer server) {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("simulate broker: did not close cleanly: " + e.getMessage());
        }
    }

    private static Map<String, Integer> stockPorts() {
        Map<String, Integer> stock = new LinkedHashMap<>();
        stock.put("ALPHA", 9891);
        stock.put("DELTA", 9894);
        return stock;
    }
}
