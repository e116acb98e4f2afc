package io.sluice.app.demo;

import io.sluice.app.CommandFailure;
import io.sluice.app.ExitCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One run of the demo, from an empty directory to the verdict. Single-threaded but for the end. */
final class Demo {

    private static final Duration BROKERS_WITHIN = Duration.ofSeconds(30);
    private static final String OMS = "oms";
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DemoPlan plan;
    private final PrintWriter out;

    /** All that run, in the order they are to be ended. */
    private final List<Supplier<Child>> running = new CopyOnWriteArrayList<>();

    private final DemoWatch others = new DemoWatch(this::othersThanTheOms);

    private volatile boolean ending;
    private long omsOrders;

    Demo(DemoPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        DemoDirectory directory = DemoDirectory.begin(plan.data());
        DemoPorts ports = DemoPorts.choose();
        say("demo in " + directory.path() + ", ports on 127.0.0.1: " + ports);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "demo-end"));
        try {
            startBrokers(ports, directory);
            DemoRouter router = startRouter(ports, directory);
            router.awaitReady(others);
            say(
                    "console http://127.0.0.1:"
                            + ports.of("console")
                            + " (token in "
                            + directory.path().resolve("api.token")
                            + ")");
            Child oms = startOms(ports, directory);
            follow(oms, router);
            return verdict(oms, router, directory);
        } finally {
            end();
        }
    }

    private void startBrokers(DemoPorts ports, DemoDirectory directory)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("broker", "all"));
        words.addAll(List.of("--data", directory.broker().toString()));
        for (String broker : List.of("ALPHA", "DELTA")) {
            words.addAll(List.of("--port", broker + "=" + ports.of(broker)));
        }
        start(simulator("brokers", words, directory));
        others.await(
                "the brokers to listen",
                BROKERS_WITHIN,
                () -> Files.exists(directory.broker().resolve("simulator.json")));
    }

    private synchronized DemoRouter startRouter(DemoPorts ports, DemoDirectory directory)
            throws IOException {
        requireGoingOn();
        DemoRouter router = DemoRouter.start(plan, ports, directory);
        running.addFirst(router::process);
        return router;
    }

    /** Never while everything is being ended: nobody would end the new one. */
    private synchronized void restart(DemoRouter router) throws IOException, InterruptedException {
        requireGoingOn();
        long pid = router.process().process().pid();
        router.killAndRestart();
        say("router (process " + pid + ") killed with kill -9 and started again");
    }

    private synchronized Child start(Child.Start start) throws IOException {
        requireGoingOn();
        Child child = Child.start(start);
        running.addFirst(() -> child);
        return child;
    }

    private void requireGoingOn() {
        if (ending) {
            throw new CommandFailure(ExitCode.NO, "the demo is being ended");
        }
    }

    private Child startOms(DemoPorts ports, DemoDirectory directory) throws IOException {
        List<String> words = new ArrayList<>(List.of("oms", "--json"));
        words.addAll(List.of("--port", String.valueOf(ports.of("OMS"))));
        words.addAll(List.of("--rate", String.valueOf(plan.rate())));
        words.addAll(List.of("--data", directory.oms().toString()));
        plan.orders().ifPresent(orders -> words.addAll(List.of("--orders", "" + orders)));
        plan.seed().ifPresent(seed -> words.addAll(List.of("--seed", "" + seed)));
        plan.symbols().ifPresent(symbols -> words.addAll(List.of("--symbols", symbols)));
        return start(simulator(OMS, words, directory));
    }

    private static Child.Start simulator(String name, List<String> words, DemoDirectory directory) {
        return new Child.Start(
                name,
                Child.SMALL,
                "io.sluice.simulator.Main",
                words,
                directory.path().resolve(name + ".log"));
    }

    /** Until the OMS ends: its lines, the others' lives, and the killing of the router. */
    private void follow(Child oms, DemoRouter router) throws IOException, InterruptedException {
        Tail lines = new Tail(oms.log());
        while (oms.isAlive() && !ending) {
            show(lines);
            if (isTimeToKill(router)) {
                restart(router);
            }
            DemoWatch.pause();
            others.requireAlive();
        }
        show(lines);
        if (plan.orders().isEmpty() && !ending) {
            throw new CommandFailure(ExitCode.NO, DemoWatch.obituary(oms));
        }
    }

    private boolean isTimeToKill(DemoRouter router) throws IOException {
        boolean sending = plan.orders().isEmpty() || omsOrders < plan.orders().getAsLong();
        return sending
                && plan.killRouterEvery().isPresent()
                && router.hasBeenUpFor(plan.killRouterEvery().get());
    }

    private void show(Tail lines) throws IOException {
        for (String line : lines.newLines()) {
            Optional<OmsFigures> figures = OmsFigures.parse(line);
            figures.ifPresent(
                    said -> {
                        omsOrders = Math.max(omsOrders, said.orders());
                        say(said.text());
                    });
        }
    }

    private int verdict(Child oms, DemoRouter router, DemoDirectory directory)
            throws IOException, InterruptedException {
        if (plan.orders().isEmpty() || ending) {
            return ExitCode.OK;
        }
        int omsExit = oms.process().exitValue();
        if (omsExit != 0 && omsExit != 1) {
            throw new CommandFailure(ExitCode.NO, DemoWatch.obituary(oms));
        }
        Verdict verdict = router.verdict(others, directory);
        Outcome outcome =
                new Outcome(verdict, plan.killRouterEvery().isPresent(), router.kills(), omsExit);
        say(outcome.text());
        if (omsExit != 0) {
            say("oms        ended with " + omsExit + ": see " + directory.oms());
        }
        return outcome.exitCode();
    }

    /** Ends every process; the OMS first, so that nobody misses anybody. */
    private synchronized void end() {
        ending = true;
        try {
            for (Supplier<Child> child : running) {
                Child ended = child.get();
                ended.stop(ended.name().equals(OMS) ? Duration.ofSeconds(1) : GRACE);
            }
        } catch (InterruptedException _) {
            running.forEach(child -> child.get().process().destroyForcibly());
            Thread.currentThread().interrupt();
        }
        running.clear();
    }

    /** The OMS may end by itself; while everything is being ended, so may all. */
    private List<Child> othersThanTheOms() {
        return ending
                ? List.of()
                : running.stream()
                        .map(Supplier::get)
                        .filter(child -> !child.name().equals(OMS))
                        .toList();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
