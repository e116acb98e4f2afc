package io.sluice.scenario;

import io.sluice.adapter.fix.FixFields;
import io.sluice.app.RunningRouter;
import io.sluice.core.Killed;
import io.sluice.core.Router;
import io.sluice.endtoend.Await;
import io.sluice.endtoend.FixPeer;
import io.sluice.order.Command;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.Symbol;
import io.sluice.port.KillSwitch;
import io.sluice.risk.Scope;

import quickfix.ConfigError;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A whole router in this JVM, with OMSs and brokers on real FIX sessions. Whatever is asked of it
 * is asked once the router has answered to all that happened before. The router starts when it is
 * first needed, so that it finds the venues that are up.
 */
final class OverFixDriver implements Driver {

    private static final String CANCEL_REJECT = "9";

    private final ScenarioClock clock = new ScenarioClock();
    private final Map<String, FixPeer> omss = new LinkedHashMap<>();
    private final Map<String, FixVenue> venues = new LinkedHashMap<>();
    private final Map<String, Wish> wishes = new HashMap<>();
    private final RouterRuns runs;

    /**
     * @param data where the router keeps its data
     */
    OverFixDriver(Path data) {
        runs = new RouterRuns(data, clock);
        try {
            for (String venue : List.of("ALPHA", "DELTA")) {
                venues.put(venue, new FixVenue(venue));
            }
        } catch (IOException e) {
            throw new AssertionError("No venue could be made", e);
        }
    }

    @Override
    public void place(String oms, Wish wish) {
        wishes.put(alias(oms, wish.clOrdId()), wish);
        oms(oms).send("D", "11=%s|%s".formatted(wish.clOrdId(), terms(oms, wish)));
    }

    @Override
    public void replace(String oms, Wish wish) {
        wishes.put(alias(oms, wish.clOrdId()), wish);
        oms(oms).send(
                        "G",
                        "41=%s|11=%s|%s"
                                .formatted(wish.origClOrdId(), wish.clOrdId(), terms(oms, wish)));
    }

    @Override
    public void cancel(String oms, String clOrdId, String origClOrdId) {
        Wish nobodys = new Wish(origClOrdId, "", "BUY", "1", "AAPL", "");
        Wish orig = wishes.getOrDefault(alias(oms, origClOrdId), nobodys);
        oms(oms).send(
                        "F",
                        "41=%s|11=%s|55=%s|54=%s|38=%s|60=20260302-09:00:00|%d=%s"
                                .formatted(
                                        origClOrdId,
                                        clOrdId,
                                        orig.symbol(),
                                        side(orig),
                                        orig.qty(),
                                        FixVenue.ALIAS,
                                        alias(oms, clOrdId)));
    }

    private static String terms(String oms, Wish wish) {
        String type = wish.price().isEmpty() ? "40=1" : "40=2|44=" + wish.price();
        return "1=ACC1|55=%s|54=%s|38=%s|%s|59=0|60=20260302-09:00:00|%d=%s"
                .formatted(
                        wish.symbol(),
                        side(wish),
                        wish.qty(),
                        type,
                        FixVenue.ALIAS,
                        alias(oms, wish.clOrdId()));
    }

    private static String side(Wish wish) {
        return wish.side().equals("BUY") ? "1" : "2";
    }

    private static String alias(String oms, String clOrdId) {
        return oms + ":" + clOrdId;
    }

    @Override
    public Optional<Heard> nextHeard(String oms) {
        settle();
        return oms(oms).next().map(OverFixDriver::heard);
    }

    private static Heard heard(FixFields report) {
        String type = text(report, 35);
        if (type.equals("8")) {
            return new Heard(
                    text(report, 11),
                    FixLetters.execType(text(report, 150)),
                    FixLetters.ordStatus(text(report, 39)),
                    text(report, 14),
                    text(report, 151),
                    text(report, 58));
        }
        String word = type.equals(CANCEL_REJECT) ? "CANCEL_REJECT" : "MsgType(35)=" + type;
        return new Heard(text(report, 11), word, "", "", "", text(report, 58));
    }

    private static String text(FixFields fields, int tag) {
        return fields.find(tag).orElse("");
    }

    @Override
    public Optional<String> nextAtVenue(String venue) {
        settle();
        return venue(venue).nextReceived();
    }

    @Override
    public void act(String venue, Act act, String clOrdId, String qty, String price) {
        settle();
        venue(venue).act(act, alias("OMS44", clOrdId), qty, price);
        settle();
    }

    @Override
    public void venueUp(String venue) {
        try {
            venue(venue).listen(runs.isRunning() ? runs.venuePort(venue) : 0);
        } catch (ConfigError e) {
            throw new AssertionError(venue + " could not listen", e);
        }
        if (runs.isRunning()) {
            awaitSynchronised(venue);
        }
    }

    private void awaitSynchronised(String venue) {
        Await.until(
                "the router is synchronised with " + venue,
                () -> venue(venue).peer().isSynchronised());
    }

    @Override
    public void venueDown(String venue) {
        settle();
        venue(venue).peer().logOut();
    }

    /** What a crash leaves behind is a copy of the data as they are at this moment. */
    @Override
    public void restartRouter() {
        settle();
        runs.crash(this::everyoneLeaves);
    }

    private void everyoneLeaves() {
        omss.values().forEach(FixPeer::leave);
        venues.values().forEach(it -> it.peer().leave());
    }

    @Override
    public void kill(String killId, String scope, String mode) {
        settle();
        router().killSwitch()
                .kill(
                        new Command.Kill(
                                new KillId(killId),
                                KillScope.parse(scope),
                                KillMode.valueOf(mode),
                                "a test",
                                "ann"))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        awaitKills();
    }

    @Override
    public boolean rearm(String scope) {
        settle();
        KillSwitch.Answer answer =
                router().killSwitch()
                        .rearm(new Command.Rearm(KillScope.parse(scope), "the test is over", "ann"))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
        return answer instanceof KillSwitch.Rearmed;
    }

    @Override
    public String killState(String killId) {
        settle();
        return look(
                router -> {
                    Killed it = router.kill(new KillId(killId)).orElseThrow();
                    return "%s, %d of %d left"
                            .formatted(it.state(), it.left().size(), it.targets().size());
                });
    }

    /** Kills go on between other work. */
    private void awaitKills() {
        Await.until(
                "what kills have to do now is done",
                () -> look(it -> Boolean.toString(it.killsAreDue(clock.now()))).equals("false"));
    }

    @Override
    public void letSecondsPass(int seconds) {
        settle();
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            look(_ -> "the work before the tick");
            look(_ -> "the work after it");
            awaitKills();
        }
        settle();
    }

    @Override
    public String position(String account, String symbol) {
        settle();
        return look(
                it ->
                        it.exposures()
                                .position(
                                        new Scope(Scope.Kind.ACCOUNT, account), new Symbol(symbol))
                                .toPlainString());
    }

    @Override
    public String open(String symbol) {
        settle();
        Symbol it = new Symbol(symbol);
        return look(
                router ->
                        router.exposures()
                                .openBuys(Scope.FIRM, it)
                                .add(router.exposures().openSells(Scope.FIRM, it))
                                .toPlainString());
    }

    /** On the engine's thread. */
    private String look(Function<Router, String> question) {
        RunningRouter router = router();
        CompletableFuture<String> answer = new CompletableFuture<>();
        router.engine()
                .control()
                .offer(() -> answer.complete(question.apply(router.engine().router())));
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void checkReplay() {
        settle();
        everyoneLeaves();
        runs.checkReplay();
    }

    @Override
    public void close() {
        everyoneLeaves();
        runs.close();
    }

    /**
     * An answer to an OMS may need a venue's report to be booked, and that the OMS's request to be
     * passed on: hence all, and the OMSs again.
     */
    private void settle() {
        router();
        omss.values().forEach(FixPeer::settle);
        for (FixVenue venue : venues.values()) {
            if (venue.peer().isLoggedOn()) {
                venue.peer().settle();
            }
        }
        awaitKills();
        omss.values().forEach(FixPeer::settle);
        for (FixVenue venue : venues.values()) {
            if (venue.peer().isLoggedOn()) {
                venue.peer().settle();
            }
        }
        venues.values().forEach(FixVenue::hearAll);
    }

    private FixVenue venue(String name) {
        FixVenue venue = venues.get(name);
        if (venue == null) {
            throw new IllegalArgumentException("No venue is called " + name);
        }
        return venue;
    }

    private FixPeer oms(String name) {
        RunningRouter router = router();
        return omss.computeIfAbsent(name, it -> loggedOn(it, router));
    }

    private static FixPeer loggedOn(String name, RunningRouter router) {
        try {
            FixPeer oms = new FixPeer(name);
            oms.connect(router.omsPort());
            return oms;
        } catch (IOException | ConfigError e) {
            throw new AssertionError(name + " could not connect", e);
        }
    }

    /** The router that runs, or a new run of it. */
    private RunningRouter router() {
        if (runs.isRunning()) {
            return runs.running();
        }
        RunningRouter router = runs.start(venues);
        try {
            for (FixPeer oms : omss.values()) {
                oms.connect(router.omsPort());
            }
        } catch (ConfigError e) {
            throw new AssertionError("An OMS could not connect again", e);
        }
        venues.forEach(
                (name, venue) -> {
                    if (venue.peer().isUp()) {
                        awaitSynchronised(name);
                    }
                });
        return router;
    }
}
