package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Fixtures;
import io.sluice.core.Policy;
import io.sluice.order.Command.Kill;
import io.sluice.order.Command.Rearm;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.port.KillSwitch.Answer;
import io.sluice.port.KillSwitch.KillRecord;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Limits;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills while orders wait everywhere, seen at the broker's socket. */
class KillUnderLoadTest {

    private static final int WAITING = 50_000;

    private final TestRouter router;
    private final FixPeer alpha;
    private final FixPeer oms;

    KillUnderLoadTest() throws Exception {
        router =
                TestRouter.start(
                        TestRouter.Setup.plain().withLanesOf(WAITING + 10).with(wideOpen()));
        alpha = router.alphaUp();
        oms = router.oms("OMS44").logsOn();
    }

    private static Policy wideOpen() {
        LimitSet wide = Fixtures.WIDE;
        LimitSet open =
                new LimitSet(
                        wide.maxOrderQty(),
                        Optional.of(new BigDecimal("1000000000000")),
                        wide.priceCollarPercent(),
                        Optional.of(1_000_000),
                        Optional.of(io.sluice.order.Qty.of("1000000000")),
                        wide.maxDailyLoss(),
                        Optional.of(1_000_000));
        return Fixtures.policy(new Limits(open, Map.of(), Map.of(), Map.of(), Set.of()));
    }

    @AfterEach
    void ends() throws Exception {
        oms.close();
        alpha.close();
        router.close();
    }

    private static Kill kill(String id) {
        return new Kill(new KillId(id), KillScope.ALL, KillMode.BLOCK_AND_CANCEL, "a test", "ann");
    }

    private KillRecord kills(String id) throws Exception {
        Answer answer = router.kills().kill(kill(id)).get(60, TimeUnit.SECONDS);
        return (KillRecord) answer;
    }

    @Test
    void noneOfFiftyThousandOrdersThatWaitInALaneLeavesAfterTheKill() throws Exception {
        sendsOrders("W", 200);
        for (int i = 0; i < 200; i++) {
            alpha.hears("D");
        }
        router.laneOf("OMS44").hold();
        sendsOrders("C", WAITING);
        Await.until(
                "all orders wait in the lane", () -> router.laneOf("OMS44").waiting() == WAITING);
        CompletableFuture<List<String>> broker = readsUntilPing();

        KillRecord record = kills("K1");
        router.laneOf("OMS44").letGo();

        assertThat(record.notQuiesced()).isEmpty();
        assertThat(record.targets()).isEqualTo(200);
        int denied = 0;
        while (denied < WAITING) {
            FixFields report = oms.hears("8");
            assertThat(report.find(Tags.TEXT).orElse("")).startsWith("BLOCKED scope=all kill K1");
            denied++;
        }
        pingsAlpha();
        List<String> heard = broker.get(60, TimeUnit.SECONDS);
        assertThat(heard).doesNotContain("D", "G");
        assertThat(heard.stream().filter("F"::equals)).hasSizeGreaterThanOrEqualTo(200);
    }

    /** Orders that had passed the gate, and waited for the disk, are stopped in the outbox. */
    @Test
    void noOrderThatWaitsForTheDiskLeavesAfterTheKillAndTheOmsIsToldByItsName() throws Exception {
        router.journal().hold();
        sendsOrders("C", 500);
        Await.until("all are staged", () -> router.stored("ALPHA", "D") == 500);
        CompletableFuture<List<String>> broker = readsUntilPing();
        KillRecord record = kills("K1");

        router.journal().release();

        for (int i = 0; i < 500; i++) {
            assertThat(oms.hears("8").find(Tags.TEXT).orElse("")).contains("kill K1: a test");
        }
        pingsAlpha();
        assertThat(broker.get(60, TimeUnit.SECONDS)).doesNotContain("D").contains("4");
        Await.until(
                "the kill is confirmed: not one byte of them left",
                () ->
                        router.kills()
                                .find(new KillId("K1"))
                                .join()
                                .orElseThrow()
                                .state()
                                .name()
                                .equals("KILLED_CONFIRMED"));
        assertThat(record.targets()).isEqualTo(500);
    }

    /** In the middle of a flood, again and again: once the call has returned, no order leaves. */
    @Test
    void betweenTheReturnOfAKillAndTheRearmNoOrderIsWritten() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("KillUnderLoadTest seed " + seed);
        Random random = new Random(seed);
        List<String> atAlpha = readsForEver(alpha);
        List<String> atOms = readsForEver(oms);
        for (int round = 0; round < 8; round++) {
            int begun = atAlpha.size();
            int flood = 100 + random.nextInt(300);
            int killAfter = random.nextInt(flood);
            String name = "R" + round + "N";
            AtomicInteger sent = new AtomicInteger();
            Thread sender = Thread.ofPlatform().start(() -> sendsQuietly(name, flood, sent));
            Await.until("some were sent", () -> sent.get() > killAfter);

            KillRecord record = kills("K" + round);
            assertThat(record.notQuiesced()).as("seed " + seed).isEmpty();
            pings(alpha, atAlpha, "A" + round);
            long left = orders(atAlpha);
            sender.join();
            pings(oms, atOms, "O" + round);
            Await.until("all is durable", () -> router.journal().isDurable());
            pings(alpha, atAlpha, "B" + round);

            assertThat(orders(atAlpha)).as("seed " + seed).isEqualTo(left);
            assertThat(afterFirstGapFill(atAlpha, begun)).as("seed " + seed).doesNotContain("D");
            router.kills()
                    .rearm(new Rearm(KillScope.ALL, "next round", "ann"))
                    .get(60, TimeUnit.SECONDS);
        }
        assertThat(orders(atAlpha)).as("seed " + seed).isPositive();
    }

    /** The outbox writes in order: the first order it stops is followed by no other. */
    private static List<String> afterFirstGapFill(List<String> heard, int from) {
        List<String> round = List.copyOf(heard).subList(from, heard.size());
        int first = round.indexOf("4");
        return first < 0 ? List.of() : round.subList(first, round.size());
    }

    /** What was sent before has been answered to when the answer to a ping has come. */
    private static void pings(FixPeer peer, List<String> heard, String id) throws Exception {
        peer.sends("1", "112=" + id + "|");
        Await.until("the answer to " + id, () -> heard.contains("0:" + id));
    }

    private static long orders(List<String> types) {
        return List.copyOf(types).stream().filter("D"::equals).count();
    }

    private static List<String> readsForEver(FixPeer peer) {
        List<String> types = new CopyOnWriteArrayList<>();
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                while (true) {
                                    types.add(type(peer.hears()));
                                }
                            } catch (IOException e) {
                                types.add("the end: " + e);
                            }
                        });
        return types;
    }

    private static String type(FixFields message) {
        String type = message.find(Tags.MSG_TYPE).orElseThrow();
        return type.equals("0") ? "0:" + message.find(Tags.TEST_REQ_ID).orElse("") : type;
    }

    private void sendsQuietly(String prefix, int count, AtomicInteger sent) {
        try {
            for (int i = 0; i < count; i++) {
                oms.sends("D", Bodies.order(prefix + i));
                sent.incrementAndGet();
            }
        } catch (IOException e) {
            throw new AssertionError("the OMS could not send", e);
        }
    }

    private void sendsOrders(String prefix, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            oms.sends("D", Bodies.order(prefix + i));
        }
    }

    private CompletableFuture<List<String>> readsUntilPing() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        List<FixFields> all =
                                alpha.hearsUntil(
                                        it ->
                                                it.find(Tags.TEST_REQ_ID)
                                                        .map("THE END"::equals)
                                                        .orElse(false));
                        return all.stream()
                                .map(it -> it.find(Tags.MSG_TYPE).orElseThrow())
                                .toList();
                    } catch (IOException e) {
                        throw new AssertionError("the broker was cut off", e);
                    }
                });
    }

    private void pingsAlpha() throws IOException {
        alpha.sends("1", "112=THE END|");
    }
}
