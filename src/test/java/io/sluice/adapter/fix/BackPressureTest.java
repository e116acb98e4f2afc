package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** What happens when one side is slower than the other. */
class BackPressureTest {

    private static final int MANY = 2_000;

    @Test
    void aFullLaneLosesNothingAndKeepsTheOrder() throws Exception {
        try (TestRouter router = TestRouter.start(TestRouter.Setup.plain().withLanesOf(16));
                FixPeer oms = router.oms("OMS44").logsOn();
                FixPeer other = router.oms("OMS45").logsOn()) {
            CountDownLatch goOn = new CountDownLatch(1);
            router.engine().control().offer(goOn::await);
            for (int i = 1; i <= MANY; i++) {
                oms.sends("1", "112=" + i + "|");
                other.sends("1", "112=" + i + "|");
            }
            Await.until("the lane is full", () -> router.laneOf("OMS44").size() == 16);
            Await.until("the other is, too", () -> router.laneOf("OMS45").size() == 16);
            goOn.countDown();

            assertThat(answers(oms)).isEqualTo(upTo(MANY));
            assertThat(answers(other)).isEqualTo(upTo(MANY));
        }
    }

    private static List<Integer> answers(FixPeer oms) throws IOException {
        return oms
                .hearsUntil(
                        it ->
                                it.find(Tags.TEST_REQ_ID)
                                        .map(Integer.toString(MANY)::equals)
                                        .orElse(false))
                .stream()
                .map(it -> Integer.valueOf(it.find(Tags.TEST_REQ_ID).orElseThrow()))
                .toList();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void aSessionWhoseLaneIsHeldUpDoesNotDelayTheOthers() throws Exception {
        try (TestRouter router = TestRouter.start();
                FixPeer oms = router.oms("OMS44").logsOn();
                FixPeer other = router.oms("OMS45").logsOn()) {
            router.laneOf("OMS44").hold();
            oms.sends("1", "112=HELD|");
            Await.until("it waits", () -> router.laneOf("OMS44").waiting() == 1);

            assertThat(other.pings("FREE")).hasSize(1);

            router.laneOf("OMS44").letGo();
            assertThat(oms.hears("0").find(Tags.TEST_REQ_ID)).contains("HELD");
        }
    }

    @Test
    void aPeerThatDoesNotReadIsCutOffAndDelaysNobody() throws Exception {
        String long60k = "X".repeat(60_000);
        try (TestRouter router = TestRouter.start();
                FixPeer deaf = FixPeer.connectNarrow(router.port(), "OMS44").logsOn();
                FixPeer other = router.oms("OMS45").logsOn()) {
            int sent = 0;
            while (router.status("OMS44").connected()) {
                sent++;
                assertThat(sent).as("messages of 60 kB nobody read").isLessThan(1_500);
                sendIfItCan(deaf, "112=" + long60k + "|");
                if (sent % 100 == 0) {
                    assertThat(other.pings("P" + sent)).hasSize(1);
                }
            }

            assertThat(sent).isGreaterThan(1_000);
            assertThat(other.pings("AFTER")).hasSize(1);
            assertThat(router.status("OMS45").unsent()).isZero();
        }
    }

    /** The connection is cut while it writes: that is what the test waits for. */
    private static void sendIfItCan(FixPeer deaf, String body) {
        try {
            deaf.sends("1", body);
        } catch (IOException e) {
            assertThat(e).isInstanceOf(java.net.SocketException.class);
        }
    }
}
