package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;

/** QuickFIX/J's timers run on the engine's thread, and outlive a time when that is behind. */
class FixWiringTest {

    @Test
    void timersGoOnAfterTheEngineWasBehind() throws Exception {
        try (TestRouter router = TestRouter.start()) {
            HoldableLanes.HoldableLane timers = router.timerLane();
            CountDownLatch goOn = new CountDownLatch(1);
            router.engine().control().offer(goOn::await);
            timers.refuses(true);
            Await.until("both timers found no room", () -> timers.refused() >= 3);
            timers.refuses(false);
            goOn.countDown();

            try (FixPeer oms = router.oms("OMS44")) {
                oms.sends("A", "98=0|108=1|");
                oms.hears("A");

                assertThat(oms.hears("0")).isNotNull();
            }
        }
    }
}
