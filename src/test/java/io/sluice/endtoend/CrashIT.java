package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.app.RouterClient;
import io.sluice.app.demo.Verdict;
import io.sluice.core.Holding;
import io.sluice.core.RouterState;
import io.sluice.order.Event;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Kills the real router at random moments under load, and compares what everybody knows afterwards.
 * {@code -Dseed=} repeats the moments and the orders, {@code -Dkills=} asks for more.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /** Requests a second, of which seven in ten are orders. */
    private static final int RATE = 1_000;

    private static final Duration FLOWS_WITHIN = Duration.ofMinutes(1);
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(2);

    /** Small segments and frequent snapshots, so that kills meet them too. */
    private static final Map<String, String> SETTINGS =
            Map.of("journal.segmentMiB", "16", "journal.snapshotEveryFrames", "3000");

    private static final String LOGON = "\u000135=A\u0001";
    private static final String RESET = "\u0001141=Y\u0001";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final Random random = new Random(SEED);

    @Test
    @Timeout(600)
    void aRouterThatIsKilledUnderLoadLosesAndDoublesNothing() throws IOException {
        System.out.printf("crash: seed %d, %d kills, in %s%n", SEED, KILLS, directory);
        List<Kill> kills;
        try (Market market = Market.open(directory, SETTINGS)) {
            market.router().awaitReady();
            ChildProcess oms = startOms(market);
            kills = kill(market);
            oms.terminate();
            int omsExit = oms.awaitExit(SETTLES_WITHIN);

            requireAgreement(market);
            assertThat(omsExit).as("exit code of the OMS: %s", oms.lastWords()).isZero();
            assertThat(market.router().stop()).isZero();
        }
        requireTraffic(kills);
        requireSoundJournal();
    }

    private ChildProcess startOms(Market market) throws IOException {
        return market.startOms(
                "--rate %d --seed %d --max-open 50000 --settle 90s --inquire-after 5s"
                        .formatted(RATE, SEED));
    }

    /** Kills while orders are being accepted, and lets them flow once more at the end. */
    private List<Kill> kill(Market market) throws IOException {
        List<Kill> kills = new ArrayList<>();
        Instant flowing = awaitFlow(market);
        while (kills.size() < KILLS) {
            Await.passes(Duration.ofMillis(300 + random.nextInt(2_200)));
            market.router().requireAlive();
            Instant now = Instant.now();
            market.router().kill();
            kills.add(new Kill(now, Duration.between(flowing, now)));
            market.router().restart();
            if (random.nextInt(4) == 0) {
                killOnTheWayUp(market.router());
            }
            flowing = awaitFlow(market);
        }
        Await.passes(Duration.ofMillis(500));
        return kills;
    }

    /** While it recovers, logs on, or catches up with what was sent meanwhile. */
    private void killOnTheWayUp(RouterProcess router) throws IOException {
        Await.passes(Duration.ofMillis(500 + random.nextInt(3_000)));
        router.kill();
        router.restart();
    }

    /** Until this router accepts orders: what was on its way from the last one is over by then. */
    private static Instant awaitFlow(Market market) throws IOException {
        market.router().awaitStarted();
        LedgerWatch ledger = LedgerWatch.fromNow(market.omsLedger());
        Await.until(
                "an order to be accepted",
                FLOWS_WITHIN,
                () -> {
                    market.router().requireAlive();
                    return ledger.sees("\"execType\":\"0\"");
                });
        return Instant.now();
    }

    private static void requireAgreement(Market market) throws IOException {
        market.router().awaitReady();
        market.router().awaitQuiet();
        try (RouterClient client = market.router().client()) {
            Verdict verdict = Verdict.of(market.omsLedger(), market.brokerLedger(), client);
            System.out.println(verdict.text());
            assertThat(verdict.disagreements()).isEmpty();
        }
    }

    /** What was killed was a router at work, at the rate that was promised. */
    private void requireTraffic(List<Kill> kills) throws IOException {
        OmsStory story = OmsStory.read(directory.resolve("oms/ledger.jsonl"));
        long hits = 0;
        double seconds = 0;
        long orders = 0;
        for (Kill kill : kills) {
            long inFlight = story.inFlight(kill.at());
            hits += inFlight > 0 ? 1 : 0;
            Instant from = kill.at().minus(kill.flowingFor());
            orders += story.orders(from, kill.at());
            seconds += kill.flowingFor().toNanos() / 1e9;
            System.out.printf(
                    "crash: killed %s after %d ms of orders, %d requests in flight%n",
                    kill.at(), kill.flowingFor().toMillis(), inFlight);
        }
        System.out.printf(
                "crash: %d of %d kills hit requests in flight; %d orders, %.0f a second%n",
                hits, kills.size(), story.orders(), orders / seconds);
        assertThat(hits).as("kills that hit requests in flight").isEqualTo(kills.size());
        assertThat(orders / seconds).as("orders a second").isGreaterThanOrEqualTo(500);
    }

    private void requireSoundJournal() throws IOException {
        RecoveredRouter recovered =
                RecoveredRouter.of(directory.resolve("router"), Path.of("config"));

        assertThat(recovered.router().state()).isEqualTo(recovered.replayed());
        assertThat(recovered.events(Event.ReportUnmatched.class))
                .as("reports that fit nothing, but for what an earlier run had asked")
                .allMatch(it -> it.why().equals("The venue is not up; not believed"));
        assertThat(recovered.events(OrderEvent.InvariantViolated.class)).isEmpty();
        assertThat(recovered.resets()).as("FIX sessions that began anew").isZero();
        assertThat(held(recovered)).isEqualTo(traded(recovered));
        assertThat(resetLogons(recovered)).as("Logons that ask for a reset").isEmpty();
    }

    /** What the router holds by its own account, of each account and symbol. */
    private static Map<String, BigDecimal> held(RecoveredRouter recovered) {
        Map<String, BigDecimal> held = new TreeMap<>();
        for (Holding holding : recovered.router().holdings()) {
            if (holding.scope().kind() == Scope.Kind.ACCOUNT) {
                held.put(holding.scope().name() + " " + holding.symbol(), holding.qty());
            }
        }
        return withoutZeros(held);
    }

    /** What must be held by the fills of all orders; the ledgers agree with these. */
    private static Map<String, BigDecimal> traded(RecoveredRouter recovered) {
        Map<String, BigDecimal> traded = new TreeMap<>();
        for (RouterState.Remembered remembered : recovered.replayed().orders()) {
            Order order = remembered.order();
            BigDecimal qty = order.cumQty().value();
            traded.merge(
                    order.terms().account() + " " + order.terms().symbol(),
                    order.terms().side().isBuy() ? qty : qty.negate(),
                    BigDecimal::add);
        }
        return withoutZeros(traded);
    }

    /** Zeros and their digits say nothing. */
    private static Map<String, BigDecimal> withoutZeros(Map<String, BigDecimal> positions) {
        positions.values().removeIf(qty -> qty.signum() == 0);
        positions.replaceAll((_, qty) -> qty.stripTrailingZeros());
        return positions;
    }

    /** Of all messages that anybody sent, those with ResetSeqNumFlag(141). */
    private List<String> resetLogons(RecoveredRouter recovered) throws IOException {
        List<String> resets = new ArrayList<>();
        for (String store :
                List.of(
                        "oms/fix/FIX.4.4-DEMO-SLUICE.body",
                        "broker/fix/FIX.4.4-ALPHA-SLUICE.body",
                        "broker/fix/FIX.4.4-DELTA-SLUICE.body")) {
            String sent = Files.readString(directory.resolve(store), StandardCharsets.ISO_8859_1);
            assertThat(sent).as(store).contains(LOGON);
            if (sent.contains(RESET)) {
                resets.add(store);
            }
        }
        recovered.sentMessages().filter(it -> it.contains(RESET)).forEach(resets::add);
        return resets;
    }
}
