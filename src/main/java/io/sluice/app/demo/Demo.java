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
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One run of the demo, from an empty directory to the verdict. Single-threaded but for the end. */
final class Demo {

    private static final Duration BROKERS_WITHIN = Duration.ofSeconds(30);
    private static final String OMS = "oms";

    /** CompID of the OMS simulator, where nothing else is asked for. */
    private static final String OMS_COMP_ID = "DEMO";

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
            Optional<DemoStore> store = startStore(directory);
            DemoRouter router = startRouter(ports, directory, store);
            router.awaitReady(others);
            say(
                    "console http://127.0.0.1:"
                            + ports.of("console")
                            + " (token in "
                            + directory.path().resolve("api.token")
                            + ")");
            DemoDropCopy dropCopy = startDropCopy(ports, directory);
            Child oms = startOms(ports, directory);
            List<Killing> killings = killings(router, dropCopy, store);
            follow(oms, dropCopy, killings);
            if (plan.orders().isEmpty() || ending) {
                return ExitCode.OK;
            }
            requireVerdictOf(oms);
            return outcome(oms, killings, verdict(router, dropCopy, directory));
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

    /** A process of its own only when it is to be killed; otherwise it is with the router. */
    private synchronized Optional<DemoStore> startStore(DemoDirectory directory)
            throws IOException {
        requireGoingOn();
        if (plan.killEvery(DemoStore.NAME).isEmpty()) {
            return Optional.empty();
        }
        DemoStore store = DemoStore.start(directory);
        running.addFirst(store::process);
        return Optional.of(store);
    }

    private synchronized DemoRouter startRouter(
            DemoPorts ports, DemoDirectory directory, Optional<DemoStore> store)
            throws IOException {
        requireGoingOn();
        DemoRouter router = DemoRouter.start(plan, ports, directory, store);
        running.addFirst(router::process);
        return router;
    }

    private synchronized DemoDropCopy startDropCopy(DemoPorts ports, DemoDirectory directory)
            throws IOException {
        requireGoingOn();
        DemoDropCopy dropCopy = DemoDropCopy.start(ports, directory);
        running.addFirst(dropCopy::process);
        return dropCopy;
    }

    /** What is to be killed on the way. */
    private List<Killing> killings(
            DemoRouter router, DemoDropCopy dropCopy, Optional<DemoStore> store) {
        Random random = new Random(plan.seed().orElseGet(System::nanoTime));
        List<Killing> killings = new ArrayList<>();
        plan.killEvery(DemoRouter.NAME)
                .ifPresent(time -> killings.add(Killing.every(time, router)));
        plan.killEvery(DemoDropCopy.NAME)
                .ifPresent(time -> killings.add(Killing.about(time, dropCopy, random)));
        plan.killEvery(DemoStore.NAME)
                .ifPresent(time -> killings.add(Killing.about(time, store.orElseThrow(), random)));
        return killings;
    }

    /** Never while everything is being ended: nobody would end the new one. */
    private synchronized void kill(Killing killing) throws IOException, InterruptedException {
        requireGoingOn();
        say(killing.kill());
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

    /** Until the OMS ends: its lines, the others' lives, and what is to be killed. */
    private void follow(Child oms, DemoDropCopy dropCopy, List<Killing> killings)
            throws IOException, InterruptedException {
        Tail lines = new Tail(oms.log());
        while (oms.isAlive() && !ending) {
            show(lines, dropCopy);
            for (Killing killing : killings) {
                if (isSending() && killing.isDue()) {
                    kill(killing);
                }
            }
            DemoWatch.pause();
            others.requireAlive();
        }
        show(lines, dropCopy);
        if (plan.orders().isEmpty() && !ending) {
            throw new CommandFailure(ExitCode.NO, DemoWatch.obituary(oms));
        }
    }

    private boolean isSending() {
        return plan.orders().isEmpty() || omsOrders < plan.orders().getAsLong();
    }

    private void show(Tail lines, DemoDropCopy dropCopy) throws IOException {
        for (String line : lines.newLines()) {
            Optional<OmsFigures> said = OmsFigures.parse(line);
            if (said.isPresent()) {
                omsOrders = Math.max(omsOrders, said.get().orders());
                say(said.get().text() + "  " + dropCopy.figures().text());
            }
        }
    }

    private static void requireVerdictOf(Child oms) throws IOException {
        int omsExit = oms.process().exitValue();
        if (omsExit != 0 && omsExit != 1) {
            throw new CommandFailure(ExitCode.NO, DemoWatch.obituary(oms));
        }
    }

    /** The drop-copy reader may be behind: it is waited for while something comes. */
    private Verdict verdict(DemoRouter router, DemoDropCopy dropCopy, DemoDirectory directory)
            throws IOException, InterruptedException {
        Verdict verdict = router.verdict(others, directory);
        Reports told = Reports.ofOms(Ledger.read(directory.omsLedger()));
        return verdict.and(told, dropCopy.settle(others, told, OMS_COMP_ID));
    }

    private int outcome(Child oms, List<Killing> killings, Verdict verdict) {
        SortedMap<String, Integer> kills = new TreeMap<>();
        killings.forEach(it -> kills.put(it.victim().name(), it.victim().kills()));
        int omsExit = oms.process().exitValue();
        Outcome outcome = new Outcome(verdict, kills, omsExit);
        say(outcome.text());
        if (omsExit != 0) {
            say("oms        ended with " + omsExit + ": see " + plan.data().resolve(OMS));
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
