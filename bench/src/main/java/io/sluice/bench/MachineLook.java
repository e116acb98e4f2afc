package io.sluice.bench;

import io.sluice.bench.report.Machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** What can be seen of the machine, and what its disk takes. */
final class MachineLook {

    private static final int FORCES = 300;
    private static final int FORCED_BYTES = 300;

    static Machine look(Path directory, boolean pinned) throws IOException {
        return new Machine(
                cpus(),
                pinned,
                memoryMiB(),
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                firstWords(Files.readString(Path.of("/proc/loadavg")), 3),
                forceMicros(directory.resolve("force.probe")));
    }

    /** All of the machine, whatever this process may use. */
    static int cpus() throws IOException {
        return (int)
                Files.readAllLines(Path.of("/proc/stat")).stream()
                        .filter(line -> line.matches("cpu[0-9]+ .*"))
                        .count();
    }

    private static long memoryMiB() throws IOException {
        String first = Files.readAllLines(Path.of("/proc/meminfo")).getFirst();
        return Long.parseLong(first.replaceAll("[^0-9]", "")) / 1_024;
    }

    private static String firstWords(String text, int count) {
        return String.join(" ", Arrays.copyOf(text.split(" ", -1), count));
    }

    /** Into a file that has its size already, as a journal's segment has. */
    private static long forceMicros(Path file) throws IOException {
        long[] nanos = new long[FORCES];
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(FORCES * FORCED_BYTES));
            channel.force(true);
            for (int i = 0; i < FORCES; i++) {
                long from = System.nanoTime();
                channel.write(ByteBuffer.allocate(FORCED_BYTES), (long) i * FORCED_BYTES);
                channel.force(false);
                nanos[i] = System.nanoTime() - from;
            }
        }
        Files.delete(file);
        Arrays.sort(nanos);
        return nanos[FORCES / 2] / 1_000;
    }

    /** Binds this process, with all its threads, to one CPU; returns whether that worked. */
    static boolean pin(int cpu) throws IOException, InterruptedException {
        String pid = Long.toString(ProcessHandle.current().pid());
        Process taskset =
                new ProcessBuilder("taskset", "-a", "-p", "-c", Integer.toString(cpu), pid)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectErrorStream(true)
                        .start();
        return taskset.waitFor() == 0;
    }

    /** Processes are counted and bound as Linux does it. */
    static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
    }

    private MachineLook() {}
}
