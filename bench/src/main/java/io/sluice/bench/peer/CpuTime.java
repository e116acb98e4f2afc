package io.sluice.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much CPU was used until now, in clock ticks of 10 ms, as Linux counts it.
 *
 * @param router by the router's process, in user and system mode together
 * @param generator by this process
 * @param machine by everything
 */
public record CpuTime(long router, long generator, long machine) {

    public static final int TICKS_PER_SECOND = 100;

    private static final Path MACHINE = Path.of("/proc/stat");

    public static CpuTime now(long routerPid) throws IOException {
        return new CpuTime(
                ofProcess(routerPid), ofProcess(ProcessHandle.current().pid()), ofMachine());
    }

    public CpuTime since(CpuTime earlier) {
        return new CpuTime(
                router - earlier.router, generator - earlier.generator, machine - earlier.machine);
    }

    /** What others used meanwhile. */
    public long others() {
        return Math.max(0, machine - router - generator);
    }

    /** Fields 14 and 15 of proc(5), counted behind the name, which may hold anything. */
    private static long ofProcess(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    /** All but idle and waiting: fields 4 and 5 of the first line. */
    private static long ofMachine() throws IOException {
        List<String> lines = Files.readAllLines(MACHINE);
        String[] fields = lines.getFirst().trim().split(" +", -1);
        long busy = 0;
        for (int i = 1; i <= 8; i++) {
            busy += i == 4 || i == 5 ? 0 : Long.parseLong(fields[i]);
        }
        return busy;
    }
}
