package io.sluice.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the demo: this Java with this class path and another main class. */
record Child(String name, Process process, Path log) {

    static final List<String> SMALL = List.of("-Xmx512m", "-XX:+UseSerialGC");
    static final List<String> LARGE =
            List.of(
                    "-Xms256m",
                    "-XX:MaxRAMPercentage=25",
                    "-XX:+UseZGC",
                    "-XX:+ExitOnOutOfMemoryError");

    private static final int LAST_LINES = 12;

    /** What to start: all that its process says goes to the end of the log. */
    record Start(String name, List<String> jvm, String mainClass, List<String> words, Path log) {}

    static Child start(Start start) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(start.jvm());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dsluice.home=" + System.getProperty("sluice.home", "."));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(start.mainClass());
        command.addAll(start.words());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()))
                        .start();
        process.getOutputStream().close();
        return new Child(start.name(), process, start.log());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and ends it when it has not after a while. */
    void stop(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** What it said last. */
    String lastWords() throws IOException {
        List<String> lines =
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
