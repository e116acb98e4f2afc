package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Frame;
import io.sluice.port.SessionStatus;

import org.junit.jupiter.api.Test;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Resets of sequence numbers, and what a restart remembers of them. */
class NumberingTest {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Test
    void theEndOfTheScheduleResetsTheNumbersOnTheEnginesThread() throws Exception {
        FakeJournal journal;
        try (TestRouter router = TestRouter.start(TestRouter.Setup.plain().with(endsSoon()));
                FixPeer oms = router.oms("OMS44").logsOn()) {
            journal = router.journal();
            oms.hears("5");
            oms.sends("5", "");
            oms.hearsToTheEnd();

            Await.until("the reset is journaled", () -> wasReset(router));
            Await.until("its frame is durable", () -> isDurable(router));
            assertThat(numbers(router.status("OMS44"))).isEqualTo("1/1");
        }
        try (TestRouter next = TestRouter.start(TestRouter.Setup.plain().after(journal))) {
            assertThat(numbers(next.status("OMS44"))).isEqualTo("1/1");
        }
    }

    private static String endsSoon() {
        LocalTime now = LocalTime.now(ZoneOffset.UTC);
        return """
        NonStopSession=N
        TimeZone=UTC
        StartTime=%s
        EndTime=%s
        """
                .formatted(
                        TIME_OF_DAY.format(now.minusHours(1)),
                        TIME_OF_DAY.format(now.plusSeconds(2)));
    }

    @Test
    void aLogonThatResetsTheNumbersIsJournaledAndSurvivesARestart() throws Exception {
        FakeJournal journal;
        try (TestRouter router = TestRouter.start()) {
            journal = router.journal();
            logsOnAndOut(router);
            try (FixPeer oms = router.oms("OMS44")) {
                oms.sends("A", "98=0|108=30|141=Y|");

                FixFields answer = oms.hears();
                assertThat(answer.find(Tags.MSG_SEQ_NUM)).contains("1");
                assertThat(answer.find(141)).contains("Y");
                assertThat(wasReset(router)).isTrue();
                assertThat(numbers(router.status("OMS44"))).isEqualTo("2/2");
            }
            Await.until("the end is seen", () -> !router.status("OMS44").connected());
        }
        goesOnAt(journal, 2);
    }

    @Test
    void numbersSurviveARestart() throws Exception {
        FakeJournal journal;
        try (TestRouter router = TestRouter.start()) {
            journal = router.journal();
            logsOnAndOut(router);
        }
        goesOnAt(journal, 4);
    }

    /** Three messages each way. */
    private static void logsOnAndOut(TestRouter router) throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.pings("P");
            oms.sends("5", "");
            oms.hearsToTheEnd();
        }
        Await.until("the end is seen", () -> !router.status("OMS44").connected());
    }

    private static void goesOnAt(FakeJournal journal, int number) throws Exception {
        try (TestRouter next = TestRouter.start(TestRouter.Setup.plain().after(journal))) {
            assertThat(numbers(next.status("OMS44"))).isEqualTo(number + "/" + number);
            try (FixPeer oms = next.oms("OMS44").from(number)) {
                oms.sends("A", "98=0|108=30|");

                FixFields answer = oms.hears();
                assertThat(answer.find(Tags.MSG_TYPE)).contains("A");
                assertThat(answer.find(Tags.MSG_SEQ_NUM)).contains(Integer.toString(number));
                assertThat(oms.pings("STILL")).hasSize(1);
            }
        }
    }

    private static boolean wasReset(TestRouter router) {
        return router.journal()
                .has(
                        entry ->
                                entry instanceof Frame.FixReset reset
                                        && reset.session().endsWith("OMS44"));
    }

    private static boolean isDurable(TestRouter router) {
        return router.journal().isDurable();
    }

    private static String numbers(SessionStatus status) {
        return status.nextSender() + "/" + status.nextTarget();
    }
}
