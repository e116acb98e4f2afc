package io.sluice.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process with the Java and the classes of this one. Closing it kills it. */
record ChildProcess(Program program, Process process) implements AutoCloseable {

    private static final int LAST_LINES = 40;

    /**
     * What to run: all that it says goes to the end of the log.
     *
     * @param words of its command line
     */
    record Program(String name, List<String> jvm, String mainClass, List<String> words, Path log) {

        /** One that is cold for most of its life and shares its cores with others. */
        static final List<String> SMALL =
                List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

        ChildProcess start() throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvm);
            command.add("--enable-native-access=ALL-UNNAMED");
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
            command.addAll(words);
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            process.getOutputStream().close();
            return new ChildProcess(this, process);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(30));
    }

    /** Asks it to end, as {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    /** Its exit code, once it has ended. */
    int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(program.name() + " still runs after " + patience);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while " + program.name() + " ended", e);
        }
    }

    /** What it said last, for a failure's text. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(program.log());
            int from = Math.max(0, lines.size() - LAST_LINES);
            return String.join("\n", lines.subList(from, lines.size()));
        } catch (IOException e) {
            return program.log() + " cannot be read: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
