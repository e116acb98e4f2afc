package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** No byte leaves before the frame that caused it is durable. */
class HeldBackTest {

    private TestRouter router;

    @BeforeEach
    void starts() throws Exception {
        router = TestRouter.start();
    }

    @AfterEach
    void ends() throws Exception {
        router.close();
    }

    @Test
    void theAnswerToALogonWaits() throws Exception {
        try (FixPeer oms = router.oms("OMS44")) {
            router.journal().hold();
            oms.sends("A", "98=0|108=30|");
            Await.until("the answer is stored", () -> router.stored("OMS44", "A") == 1);

            assertThat(oms.hearsNothing()).isTrue();

            router.journal().release();
            assertThat(oms.hears().find(Tags.MSG_TYPE)).contains("A");
        }
    }

    @Test
    void aHeartbeatWaits() throws Exception {
        try (FixPeer oms = router.oms("OMS44")) {
            oms.sends("A", "98=0|108=1|");
            oms.hears("A");
            router.journal().hold();
            Beat beat = new Beat(oms);
            Await.until(
                    "a heartbeat is stored", () -> beat.beats() && router.stored("OMS44", "0") > 0);

            assertThat(oms.hearsNothing()).isTrue();

            router.journal().release();
            assertThat(oms.hears().find(Tags.MSG_TYPE)).contains("0");
        }
    }

    @Test
    void anOrderWaits() throws Exception {
        try (FixPeer alpha = router.alphaUp();
                FixPeer oms = router.oms("OMS44").logsOn()) {
            router.journal().hold();
            oms.sends("D", Bodies.order("C1"));
            Await.until("the order is stored", () -> router.stored("ALPHA", "D") == 1);

            assertThat(alpha.hearsNothing()).isTrue();

            router.journal().release();
            assertThat(alpha.hears().find(Tags.MSG_TYPE)).contains("D");
        }
    }

    @Test
    void anExecutionReportWaits() throws Exception {
        try (FixPeer alpha = router.alphaUp();
                FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.sends("D", Bodies.order("C1"));
            FixFields order = alpha.hears("D");
            router.journal().hold();
            alpha.sends("8", Bodies.accepted(order, "E1"));
            Await.until("the report is stored", () -> router.stored("OMS44", "8") == 1);

            assertThat(oms.hearsNothing()).isTrue();

            router.journal().release();
            assertThat(oms.hears().find(Tags.CL_ORD_ID)).contains("C1");
        }
    }

    @Test
    void aForceThatTakesSecondsEndsNoSessionAndKeepsTheOrder() throws Exception {
        try (FixPeer alpha = router.alphaUp();
                FixPeer oms = router.oms("OMS44")) {
            oms.sends("A", "98=0|108=1|");
            oms.hears("A");
            router.journal().hold();
            oms.sends("D", Bodies.order("C1"));
            Beat beat = new Beat(oms);
            Await.until(
                    "three heartbeats wait behind the order",
                    () -> beat.beats() && router.stored("OMS44", "0") >= 3);
            alpha.sends("1", "112=ALIVE|");
            router.journal().release();

            List<FixFields> heard = oms.pings("ALIVE");
            List<Integer> numbers = heard.stream().map(HeldBackTest::number).toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(2, heard.size() + 1).boxed().toList());
            assertThat(alpha.hearsUntil(HeldBackTest::isHeartbeat))
                    .extracting(it -> it.find(Tags.MSG_TYPE).orElseThrow())
                    .containsExactly("D", "0");
            assertThat(router.status("OMS44").loggedOn()).isTrue();
        }
    }

    private static int number(FixFields message) {
        return Integer.parseInt(message.find(Tags.MSG_SEQ_NUM).orElseThrow());
    }

    private static boolean isHeartbeat(FixFields message) {
        return message.find(Tags.MSG_TYPE).orElseThrow().equals("0");
    }

    /** Keeps an OMS heard of while its test waits. */
    private static final class Beat {

        private final FixPeer oms;
        private long lastNanos = System.nanoTime();

        Beat(FixPeer oms) {
            this.oms = oms;
        }

        boolean beats() throws Exception {
            if (System.nanoTime() - lastNanos > 500_000_000) {
                lastNanos = System.nanoTime();
                oms.sends("0", "");
            }
            return true;
        }
    }
}
