package io.sluice.bench.peer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A router's process while it is measured. */
public final class RunningPeer implements Closeable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path data;

    private RunningPeer(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Starts it in an empty directory; what it prints goes to {@code output.log} there. */
    public static RunningPeer start(Peer peer, Peer.Setting setting, Path data, int brokerPort)
            throws IOException {
        Files.createDirectories(data);
        ProcessBuilder builder =
                new ProcessBuilder(peer.command(setting, data, brokerPort))
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("output.log").toFile());
        builder.environment().putAll(Peer.environment(setting));
        return new RunningPeer(builder.start(), data);
    }

    public long pid() {
        return process.pid();
    }

    /** The port for OMSs, from the file in which the router names it. */
    public int awaitOmsPort() throws IOException {
        Path file = data.resolve("run.json");
        long until = System.nanoTime() + START_WITHIN.toNanos();
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() - until > 0) {
                throw new IOException(
                        "The router did not start; see " + data.resolve("output.log"));
            }
            LockSupport.parkNanos(10_000_000);
        }
        JsonNode run = JSON.readTree(Files.readString(file));
        return run.path("ports").path("oms").asInt();
    }

    /** Asks it to stop; kills it when it does not in time. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
