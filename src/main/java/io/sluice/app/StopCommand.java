package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops the running router and waits until its process has ended. */
@Command(
        name = "stop",
        description = "Stops the running router and waits until its process has ended.")
final class StopCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 30;

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    StopCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (RouterClient router = options.connect()) {
            long pid = router.run().pid();
            JsonNode answer = router.post("/api/v1/stop", "");
            boolean ended = pid == ProcessHandle.current().pid() || hasEnded(pid);
            options.print(
                    out,
                    answer,
                    _ ->
                            "router (process "
                                    + pid
                                    + ") "
                                    + (ended
                                            ? "stopped"
                                            : "still runs after " + PATIENCE_SECONDS + " s"));
            return ended ? ExitCode.OK : ExitCode.NO;
        }
    }

    private static boolean hasEnded(long pid) throws InterruptedException {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return true;
        }
        try {
            process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + pid, e);
        }
    }
}
