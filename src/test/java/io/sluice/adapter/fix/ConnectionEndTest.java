package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** How connections end, and what their ends must not take with them. */
class ConnectionEndTest {

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
    void aLateEndOfAnEarlierConnectionDoesNotCloseTheNewOne() throws Exception {
        try (FixPeer first = router.oms("OMS44").logsOn()) {
            HoldableLanes.HoldableLane lane = router.laneOf("OMS44");
            lane.hold();
            first.sends("1", "112=LATE|");
            Await.until("its last message is on the way", () -> lane.waiting() == 1);
            letsGoOf("OMS44");
            first.hearsToTheEnd();
            Await.until("its end is on the way", () -> lane.waiting() == 2);

            try (FixPeer second = router.oms("OMS44").from(2).logsOn()) {
                lane.letGo();

                assertThat(second.pings("NEW")).hasSize(1);
                assertThat(router.fix().events().dropped()).isEqualTo(2);
                assertThat(router.status("OMS44").loggedOn()).isTrue();
            }
        }
    }

    private void letsGoOf(String compId) throws Exception {
        router.onEngine(
                () -> {
                    router.session(compId).disconnect("the test says so", false);
                    return true;
                });
    }

    @Test
    void aLogoutLeavesBeforeItsConnectionIsClosed() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            router.journal().hold();
            oms.sends("5", "");
            Await.until("the Logout is stored", () -> router.stored("OMS44", "5") == 1);
            assertThat(oms.hearsNothing()).isTrue();

            router.journal().release();

            assertThat(oms.hearsToTheEnd())
                    .singleElement()
                    .satisfies(it -> assertThat(it.find(Tags.MSG_TYPE)).contains("5"));
        }
    }

    /** The journal's thread and the end of the connection race; often enough to meet. */
    @Test
    void whatWasAnsweredBeforeALogoutLeavesBeforeTheEnd() throws Exception {
        int next = 1;
        for (int i = 0; i < 60; i++) {
            try (FixPeer oms = router.oms("OMS44").from(next).logsOn()) {
                int number = oms.nextNumber();
                oms.write(
                        oms.message("D", number, "", Bodies.order("A" + i))
                                + oms.message("D", number + 1, "", Bodies.order("B" + i))
                                + oms.message("5", number + 2, "", ""));

                assertThat(oms.hearsToTheEnd())
                        .extracting(it -> it.find(Tags.MSG_TYPE).orElseThrow())
                        .as("round " + i)
                        .containsExactly("8", "8", "5");
                next = number + 3;
            }
            Await.until("the session is free", () -> !router.status("OMS44").connected());
        }
    }

    @Test
    void aCloseWaitsForItsLastBytesNoLongerThanTwoSeconds() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            router.journal().hold();
            oms.sends("5", "");
            Await.until("the Logout is stored", () -> router.stored("OMS44", "5") == 1);

            router.clock().forward(Duration.ofMillis(1_500));
            assertThat(oms.hearsNothing()).isTrue();
            router.clock().forward(Duration.ofSeconds(1));

            assertThat(oms.hearsToTheEnd()).isEmpty();
        }
    }

    @Test
    void aPeerThatSaysNoMoreIsLetGo() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.halfCloses();

            oms.hearsToTheEnd();
            Await.until("the session is free", () -> !router.status("OMS44").connected());
        }
        comesBack();
    }

    @Test
    void aPeerThatResetsItsConnectionIsLetGo() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.resets();

            Await.until("the session is free", () -> !router.status("OMS44").connected());
        }
        comesBack();
    }

    private void comesBack() throws Exception {
        try (FixPeer again = router.oms("OMS44").from(2).logsOn()) {
            assertThat(again.pings("AGAIN")).hasSize(1);
        }
    }

    @Test
    void aConnectionThatDoesNotLogOnIsClosed() throws Exception {
        try (FixPeer nobody = router.oms("OMS44")) {
            Await.until("the connection is known", () -> nobody.hearsNothing());
            router.clock().forward(Duration.ofSeconds(11));

            assertThat(nobody.hearsToTheEnd()).isEmpty();
        }
    }

    @Test
    void aLogonThatCannotBeReadDoesNotKeepTheSession() throws Exception {
        try (FixPeer garbled = router.oms("OMS44")) {
            garbled.sends("A", "98=0|108=30|553|");

            garbled.hearsToTheEnd();
        }
        try (FixPeer oms = router.oms("OMS44")) {
            oms.sends("A", "98=0|108=30|");

            assertThat(oms.hears("A")).isNotNull();
        }
    }

    @Test
    void anOrderForAConnectionThatHasGoneIsStoppedAndTheOmsTold() throws Exception {
        try (FixPeer alpha = router.alphaUp();
                FixPeer oms = router.oms("OMS44").logsOn()) {
            router.laneOf("ALPHA").hold();
            alpha.halfCloses();
            Await.until("the end is on the way", () -> router.laneOf("ALPHA").waiting() == 1);

            oms.sends("D", Bodies.order("C1"));

            FixFields report = oms.hears("8");
            assertThat(report.find(Tags.EXEC_TYPE)).contains("8");
            assertThat(report.find(Tags.TEXT).orElseThrow()).contains("NOT_SENT");
            router.laneOf("ALPHA").letGo();
        }
    }
}
