package io.sluice.app.demo;

import io.sluice.app.CommandFailure;
import io.sluice.app.RouterClient;
import io.sluice.app.RunFile;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The router of a demo, as often as it is started. Single-threaded, but for {@link #process}. */
final class DemoRouter implements Victim {

    static final String NAME = "router";

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Child.Start start;
    private final Path data;
    private volatile Child process;
    private long upSinceNanos;
    private boolean up;
    private int kills;

    private DemoRouter(Child.Start start, Path data) throws IOException {
        this.start = start;
        this.data = data;
        this.process = Child.start(start);
    }

    /**
     * @param store where its order book store is, when that is not with itself
     */
    static DemoRouter start(
            DemoPlan plan, DemoPorts ports, DemoDirectory directory, Optional<DemoStore> store)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--config", plan.config().toString()));
        words.addAll(List.of("--data", directory.path().toString()));
        words.addAll(List.of("--set", "oms.SocketAcceptPort=" + ports.of("OMS")));
        words.addAll(List.of("--set", "console.port=" + ports.of("console")));
        for (String broker : List.of("ALPHA", "DELTA")) {
            words.addAll(
                    List.of(
                            "--set",
                            "brokers." + broker + ".SocketConnectPort=" + ports.of(broker)));
        }
        store.map(DemoStore::routerOptions).ifPresent(words::addAll);
        return new DemoRouter(
                new Child.Start(
                        NAME,
                        Child.LARGE,
                        "io.sluice.app.Main",
                        words,
                        directory.path().resolve("router.log")),
                directory.path());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Child process() {
        return process;
    }

    @Override
    public int kills() {
        return kills;
    }

    @Override
    public void killAndRestart() throws IOException, InterruptedException {
        process.kill();
        kills++;
        up = false;
        process = Child.start(start);
    }

    @Override
    public boolean hasBeenUpFor(Duration time) throws IOException {
        if (!up && runFile().isPresent()) {
            up = true;
            upSinceNanos = System.nanoTime();
        }
        return up && System.nanoTime() - upSinceNanos >= time.toNanos();
    }

    /** Waits until it takes orders and its brokers are there. */
    void awaitReady(DemoWatch watch) throws IOException, InterruptedException {
        watch.await("the router to be ready", READY_WITHIN, this::isReady);
    }

    /** Waits until its console has seen all that is durable, and compares the whole book. */
    Verdict verdict(DemoWatch watch, DemoDirectory directory)
            throws IOException, InterruptedException {
        watch.await("the console to see all of the journal", READY_WITHIN, this::consoleSeesAll);
        try (RouterClient router = RouterClient.find(List.of(data))) {
            return Verdict.of(directory.omsLedger(), directory.brokerLedger(), router);
        }
    }

    private boolean isReady() throws IOException {
        return ask(
                router -> {
                    boolean ready = router.get("/api/v1/status").path("ready").asBoolean();
                    JsonNode sessions = router.get("/api/v1/sessions").path("sessions");
                    return ready && brokersAreThere(sessions);
                });
    }

    private boolean consoleSeesAll() throws IOException {
        return ask(
                router -> {
                    JsonNode journal = router.get("/api/v1/status").path("journal");
                    return journal.path("backlogBytes").asLong() == 0
                            && journal.path("seen").asLong() >= journal.path("durable").asLong();
                });
    }

    private static boolean brokersAreThere(JsonNode sessions) {
        for (JsonNode session : sessions) {
            boolean broker = session.path("role").asString("").equals("BROKER");
            if (broker && !session.path("synchronised").asBoolean()) {
                return false;
            }
        }
        return true;
    }

    private interface Question {
        boolean of(RouterClient router) throws IOException;
    }

    /** No, while it is not there to be asked. */
    private boolean ask(Question question) throws IOException {
        if (runFile().isEmpty()) {
            return false;
        }
        try (RouterClient router = RouterClient.find(List.of(data))) {
            return question.of(router);
        } catch (CommandFailure _) {
            return false;
        }
    }

    private Optional<RunFile> runFile() throws IOException {
        return RunFile.read(data).filter(run -> run.pid() == process.process().pid());
    }
}
