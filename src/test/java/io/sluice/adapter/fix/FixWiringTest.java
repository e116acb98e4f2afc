package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** QuickFIX/J's timers run on the engine's thread, and outlive a time when that is behind. */
class FixWiringTest {

    @Test
    void timersGoOnAfterTheEngineWasBehind() throws Exception {
        try (TestRouter router = TestRouter.start()) {
            HoldableLanes.HoldableLane timers = router.timerLane();
            Await.until("both timers run", () -> timers.offered() >= 4);
            timers.refuses(true);
            Await.until("both timers found no room", () -> timers.refused() >= 4);
            timers.refuses(false);

            try (FixPeer oms = router.oms("OMS44")) {
                oms.sends("A", "98=0|108=1|");
                oms.hears("A");

                assertThat(oms.hears().find(Tags.MSG_TYPE).orElseThrow()).isIn("0", "1");
            }
        }
    }
}
