package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.FixFields;
import io.sluice.app.RunFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A router whose terminal is a pipe: first it is read, then nobody reads it. Its lines are lost and
 * counted; its orders go as fast as before.
 */
class BlockedTerminalIT {

    private static final int WARM_UP = 1_000;
    private static final int READ = 1_000;
    private static final int BLOCKED = 5_000;

    /** The machine that tests run on may be busy: this tells waiting from working. */
    private static final double SLOWER_AT_MOST = 3;

    private static final long SPARE_MICROS = 5_000;

    @TempDir private Path dir = Path.of("");

    @Test
    @Timeout(300)
    void anOrderDoesNotWaitForTheTerminal() throws Exception {
        try (Brokers brokers = Brokers.start(dir.resolve("brokers"))) {
            Process router = start(brokers.ports());
            try {
                Drain drain = Drain.of(router.getErrorStream());
                measure(router, drain);
            } finally {
                router.destroyForcibly();
            }
        }
    }

    private void measure(Process router, Drain drain) throws Exception {
        Path data = dir.resolve("data");
        Await.until(
                "the router to start",
                () -> {
                    assertThat(router.isAlive()).as("the router lives").isTrue();
                    return RunFile.read(data).isPresent() && metric(data, "sluice_ready") == 1;
                });
        Await.until("ALPHA to be up", () -> metric(data, "sluice_venue_up{venue=\"ALPHA\"}") == 1);
        int port = RunFile.read(data).orElseThrow().ports().oms();
        try (FixPeer oms = new FixPeer("OMS44")) {
            oms.connect(port);
            medianMicros(oms, "A", WARM_UP);
            long read = medianMicros(oms, "B", READ);
            assertThat(drain.bytes()).as("bytes of log while it is read").isPositive();
            drain.stop();
            long blocked = medianMicros(oms, "C", BLOCKED);

            System.out.println(
                    "blocked terminal: median answer %d us read, %d us blocked"
                            .formatted(read, blocked));
            assertThat(metric(data, "sluice_log_dropped_lines_total")).isPositive();
            assertThat(blocked).isLessThan((long) (read * SLOWER_AT_MOST) + SPARE_MICROS);
        }
    }

    /** One order at a time, from its leaving to the venue's answer. */
    private static long medianMicros(FixPeer oms, String prefix, int orders) {
        List<Long> took = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            long since = System.nanoTime();
            oms.send(
                    "D",
                    "11=%s%d|1=ACC1|55=SIM.REJECT|54=1|38=100|40=1|60=20260302-14:30:00"
                            .formatted(prefix, order));
            Optional<FixFields> answer = oms.next();
            while (answer.isEmpty()) {
                assertThat(System.nanoTime() - since).isLessThan(60_000_000_000L);
                Thread.onSpinWait();
                answer = oms.next();
            }
            took.add((System.nanoTime() - since) / 1_000);
        }
        return took.stream().sorted().toList().get(orders / 2);
    }

    /** Without the test's own configuration of the log on its class path. */
    private Process start(Map<String, Integer> brokerPorts) throws IOException {
        String classPath =
                String.join(
                        File.pathSeparator,
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .stream()
                                .filter(it -> !it.endsWith("test-classes"))
                                .toList());
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()));
        command.addAll(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath, "io.sluice.app.Main", "run"));
        command.addAll(List.of("--config", "config", "--data", dir.resolve("data").toString()));
        Routers.overrides(brokerPorts)
                .forEach((path, value) -> command.addAll(List.of("--set", path + "=" + value)));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static double metric(Path data, String name) throws Exception {
        String url = RunFile.read(data).orElseThrow().url();
        String token = Files.readString(data.resolve("api.token")).strip();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/metrics"))
                            .header("Authorization", "Bearer " + token)
                            .build();
            return http.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElse(-1.0);
        }
    }

    /** Reads a pipe until it is told to stop. */
    private static final class Drain {

        private volatile boolean stopped;
        private volatile long bytes;

        static Drain of(InputStream pipe) {
            Drain drain = new Drain();
            Thread.ofPlatform().daemon().name("drain").start(() -> drain.run(pipe));
            return drain;
        }

        private void run(InputStream pipe) {
            byte[] buffer = new byte[8_192];
            try {
                int read = 0;
                long total = 0;
                while (!stopped && read >= 0) {
                    read = pipe.read(buffer);
                    total += Math.max(0, read);
                    bytes = total;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long bytes() {
            return bytes;
        }

        void stop() {
            stopped = true;
        }
    }
}
