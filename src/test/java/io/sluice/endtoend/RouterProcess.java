package io.sluice.endtoend;

import io.sluice.app.CommandFailure;
import io.sluice.app.RouterClient;
import io.sluice.app.RunFile;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The router on its data directory, as often as it is started. Single-threaded, but for {@link
 * #process}.
 */
final class RouterProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChildProcess.Program program;
    private final Path data;
    private volatile ChildProcess running;

    private RouterProcess(ChildProcess.Program program, Path data) throws IOException {
        this.program = program;
        this.data = data;
        this.running = program.start();
    }

    /**
     * @param settings values that stand in for those of the stock configuration
     */
    static RouterProcess start(Path data, Map<String, String> settings) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--config", "config", "--data"));
        words.add(data.toString());
        settings.forEach((path, value) -> words.addAll(List.of("--set", path + "=" + value)));
        return new RouterProcess(
                new ChildProcess.Program(
                        "router",
                        ChildProcess.Program.SMALL,
                        "io.sluice.app.Main",
                        words,
                        data.resolve("router.log")),
                data);
    }

    ChildProcess process() {
        return running;
    }

    void kill() {
        running.kill();
    }

    void restart() throws IOException {
        running = program.start();
    }

    /** Through the API, as {@code ./sluice stop} does; its exit code. */
    int stop() throws IOException {
        try (RouterClient client = client()) {
            client.post("/api/v1/stop", "");
        }
        return running.awaitExit(PATIENCE);
    }

    /** Until it says that it takes orders. */
    void awaitStarted() throws IOException {
        Await.until("the router to start\n" + running.lastWords(), PATIENCE, this::isStarted);
    }

    private boolean isStarted() throws IOException {
        requireAlive();
        return RunFile.read(data).filter(run -> run.pid() == running.process().pid()).isPresent();
    }

    /** Ready, with every broker synchronised. */
    void awaitReady() throws IOException {
        Await.until("the router to be ready\n" + running.lastWords(), PATIENCE, this::isReady);
    }

    /** Until its API tells all that is durable. */
    void awaitQuiet() throws IOException {
        Await.until(
                "the console to see all of the journal",
                PATIENCE,
                () -> {
                    JsonNode journal = get("/api/v1/status").path("journal");
                    return journal.path("backlogBytes").asLong() == 0
                            && journal.path("seen").asLong() >= journal.path("durable").asLong();
                });
    }

    private boolean isReady() throws IOException {
        if (!isStarted()) {
            return false;
        }
        try {
            return get("/api/v1/status").path("ready").asBoolean()
                    && brokers().stream().allMatch(it -> it.path("synchronised").asBoolean());
        } catch (CommandFailure _) {
            return false;
        }
    }

    void requireAlive() {
        if (!running.isAlive()) {
            throw new AssertionError(
                    "The router ended by itself with "
                            + running.process().exitValue()
                            + ":\n"
                            + running.lastWords());
        }
    }

    private List<JsonNode> brokers() throws IOException {
        return sessions().stream()
                .filter(it -> it.path("role").asString("").equals("BROKER"))
                .toList();
    }

    List<JsonNode> sessions() throws IOException {
        List<JsonNode> sessions = new ArrayList<>();
        get("/api/v1/sessions").path("sessions").forEach(sessions::add);
        return sessions;
    }

    /** The orders that have not ended, as the API tells of them, by their ids. */
    Map<String, JsonNode> openBook() throws IOException {
        awaitQuiet();
        Map<String, JsonNode> open = new TreeMap<>();
        String next = "";
        do {
            String after = next.isEmpty() ? "" : "&after=" + RouterClient.encoded(next);
            JsonNode page = get("/api/v1/orders?state=open&limit=1000" + after);
            for (JsonNode order : page.path("orders")) {
                open.put(order.path("id").asString(), order);
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return open;
    }

    RouterClient client() throws IOException {
        return RouterClient.find(List.of(data));
    }

    private JsonNode get(String path) throws IOException {
        try (RouterClient client = client()) {
            return client.get(path);
        }
    }
}
