package io.sluice.endtoend;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The simulated brokers ALPHA and DELTA in a process of their own. */
final class Brokers implements AutoCloseable {

    private final Program program;
    private final Path data;

    private Brokers(Program program, Path data) {
        this.program = program;
        this.data = data;
    }

    static Brokers start(Path data) throws IOException {
        Files.createDirectories(data);
        Program program =
                Program.start(
                        data.resolve("output.txt"),
                        "io.sluice.simulator.Main",
                        "broker",
                        "all",
                        "--port",
                        "ALPHA=0",
                        "--port",
                        "DELTA=0",
                        "--data",
                        data.toString());
        Brokers brokers = new Brokers(program, data);
        Await.until(
                "the brokers listen",
                () -> {
                    if (!program.isAlive()) {
                        throw new IllegalStateException("They ended: " + program.said());
                    }
                    return Files.exists(brokers.runFile());
                });
        return brokers;
    }

    private Path runFile() {
        return data.resolve("simulator.json");
    }

    Map<String, Integer> ports() throws IOException {
        JsonNode ports = JsonMapper.shared().readTree(Files.readString(runFile())).get("ports");
        return Map.of("ALPHA", ports.get("ALPHA").asInt(), "DELTA", ports.get("DELTA").asInt());
    }

    /** The lines of the brokers' own truth, as they are now. */
    List<String> ledger() throws IOException {
        return Files.readString(data.resolve("ledger.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Override
    public void close() {
        program.close();
    }
}
