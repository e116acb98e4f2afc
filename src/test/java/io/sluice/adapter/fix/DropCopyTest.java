package io.sluice.adapter.fix;

import static io.sluice.adapter.fix.HeldReportsTest.execId;
import static io.sluice.adapter.fix.HeldReportsTest.reports;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.sluice.adapter.fix.dropcopy.DropCopyGateway;
import io.sluice.order.OrderEvent;
import io.sluice.port.FixPlace;
import io.sluice.port.Frame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What someone hears who reads copies, and what it costs the others. */
class DropCopyTest {

    /** The header, the trailer, and the mark of a copy. */
    private static final Set<Integer> NOT_OF_BODY =
            Set.of(8, 9, 10, 34, 35, 49, 52, 56, 97, 115, 797);

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
    void everyReportOfEveryOmsIsCopiedInTheOrderOfTheJournal() throws Exception {
        try (FixPeer alpha = router.alphaUp();
                FixPeer one = router.oms("OMS44").logsOn();
                FixPeer two = router.oms("OMS45").logsOn();
                FixPeer drop = router.oms("DROP44").logsOn()) {
            List<FixFields> told = new ArrayList<>();
            one.sends("D", Bodies.order("C1"));
            FixFields order = alpha.hears("D");
            alpha.sends("8", Bodies.accepted(order, "E1"));
            told.add(one.hears("8"));
            two.sends("D", Bodies.order("C1", "55=NOWHERE|38=100|"));
            told.add(two.hears("8"));
            one.sends("H", "11=C1|55=AAPL|54=1|");
            assertThat(one.hears("8").find(Tags.EXEC_TYPE)).contains("I");
            two.sends("F", "11=X1|41=C7|55=AAPL|54=1|38=100|60=20260302-09:00:00|");
            told.add(two.hears("9"));
            alpha.sends("8", Bodies.filled(order, "E2") + "797=N|");
            told.add(one.hears("8"));

            List<FixFields> copies = hears(drop, 4);

            assertThat(copies)
                    .extracting(it -> it.find(Tags.ON_BEHALF_OF_COMP_ID).orElseThrow())
                    .containsExactly("OMS44", "OMS45", "OMS45", "OMS44");
            assertThat(copies)
                    .extracting(it -> it.find(Tags.COPY_MSG_INDICATOR))
                    .containsExactly(
                            Optional.of("Y"), Optional.of("Y"), Optional.empty(), Optional.of("Y"));
            assertThat(copies).noneMatch(it -> it.has(Tags.POSS_RESEND));
            assertThat(copies)
                    .extracting(DropCopyTest::body)
                    .isEqualTo(told.stream().map(DropCopyTest::body).toList());
            assertThat(drop.pings("NO MORE")).hasSize(1);
        }
    }

    @Test
    void aReportThatWaitedIsCopiedOnce() throws Exception {
        try (FixPeer alpha = router.alphaUp();
                FixPeer drop = router.oms("DROP44").logsOn()) {
            FixFields order;
            try (FixPeer one = router.oms("OMS44").logsOn()) {
                one.sends("D", Bodies.order("C1"));
                order = alpha.hears("D");
            }
            Await.until("the end is seen", () -> !router.status("OMS44").connected());
            alpha.sends("8", Bodies.accepted(order, "E1"));
            FixFields copy = hears(drop, 1).getFirst();
            try (FixPeer one = router.oms("OMS44").from(3).logsOn()) {
                FixFields told = one.hears("8");
                assertThat(body(copy)).isEqualTo(body(told));
                one.pings("DONE");
            }
            Await.until("the end is seen", () -> !router.status("OMS44").connected());
            try (FixPeer one = router.oms("OMS44").logsOnAnew()) {
                assertThat(one.hears("8").find(Tags.POSS_RESEND)).contains("Y");
            }
            alpha.sends("8", Bodies.filled(order, "E2"));

            assertThat(hears(drop, 1).getFirst().find(Tags.EXEC_TYPE)).contains("F");
        }
    }

    @Test
    void whatWasMissedArrivesAfterARestartToo() throws Exception {
        List<String> told = tells(router, 1, 10);
        FakeJournal journal;
        List<FixFields> heard = new ArrayList<>();
        try (FixPeer drop = router.oms("DROP44").logsOn()) {
            heard.addAll(hears(drop, 10));
            journal = router.journal();
        }
        Await.until("the end is seen", () -> !router.status("DROP44").connected());
        told.addAll(tells(router, 11, 10));
        router.close();

        try (TestRouter next = TestRouter.start(TestRouter.Setup.plain().after(journal));
                FixPeer drop = next.oms("DROP44").from(2).logsOn()) {
            heard.addAll(hears(drop, 10));
            told.addAll(tells(next, 21, 5));
            heard.addAll(hears(drop, 5));

            assertThat(heard).extracting(HeldReportsTest::execId).isEqualTo(told);
            assertThat(heard).noneMatch(it -> it.has(Tags.POSS_RESEND));
            drop.sends("2", "7=2|16=11|");
            assertThat(hears(drop, 10))
                    .extracting(HeldReportsTest::withoutTimes)
                    .isEqualTo(
                            heard.subList(0, 10).stream()
                                    .map(HeldReportsTest::withoutTimes)
                                    .toList());
        }
    }

    @Test
    void whoLostItsStoreGetsEverythingSinceWhatItProved() throws Exception {
        List<String> told = tells(router, 1, 3);
        try (FixPeer drop = router.oms("DROP44").logsOn()) {
            hears(drop, 3);
            router.clock().forward(Duration.ofSeconds(6));
            drop.answersTestRequest();
            Await.until("the proof is journaled", () -> wasProven(router));
            told.addAll(tells(router, 4, 2));
            hears(drop, 2);
        }
        Await.until("the end is seen", () -> !router.status("DROP44").connected());
        told.addAll(tells(router, 6, 2));

        try (FixPeer drop = router.oms("DROP44").logsOnAnew()) {
            List<FixFields> heard = hears(drop, 4);
            assertThat(heard)
                    .extracting(HeldReportsTest::execId)
                    .isEqualTo(told.subList(3, told.size()));
            assertThat(heard)
                    .extracting(it -> it.has(Tags.POSS_RESEND))
                    .containsExactly(true, true, false, false);
            assertThat(drop.pings("NO MORE")).hasSize(1);
        }
    }

    @Test
    void aResetWhileLoggedOnBeginsAnew() throws Exception {
        try (FixPeer drop = router.oms("DROP44").logsOn()) {
            List<String> told = tells(router, 1, 3);
            hears(drop, 3);

            drop.logsOnAnew();

            List<FixFields> heard = hears(drop, 3);
            assertThat(heard).extracting(HeldReportsTest::execId).isEqualTo(told);
            assertThat(heard).allMatch(it -> it.has(Tags.POSS_RESEND));
        }
    }

    @Test
    void anOrderOnItIsNotAuthorised() throws Exception {
        try (FixPeer drop = router.oms("DROP44").logsOn()) {
            drop.sends("D", Bodies.order("C1"));

            FixFields reject = drop.hears();
            assertThat(reject.find(Tags.MSG_TYPE)).contains("j");
            assertThat(reject.find(Tags.REF_SEQ_NUM)).contains("2");
            assertThat(reject.find(Tags.REF_MSG_TYPE)).contains("D");
            assertThat(reject.find(Tags.BUSINESS_REJECT_REASON)).contains("6");
            assertThat(reject.find(Tags.TEXT).orElseThrow()).startsWith("NOT_AUTHORISED");
            assertThat(drop.pings("STILL")).hasSize(1);
            assertThat(router.happened(OrderEvent.class::isInstance)).isFalse();
        }
    }

    @Test
    void whoDoesNotReadIsCutOffAndOrdersGoOn() throws Exception {
        try (FixPeer drop = FixPeer.connectNarrow(router.port(), "DROP44").logsOn();
                FixPeer oms = router.oms("OMS44").logsOn()) {
            String big = "5001=" + "X".repeat(20_000) + "|";
            for (int i = 1; i <= 600; i++) {
                oms.sends("D", Bodies.order("B" + i, "55=NOWHERE|38=1|") + big);
                oms.hears("8");
            }
            Await.until("copies wait for the socket", () -> router.status("DROP44").unsent() > 100);
            int unsent = router.status("DROP44").unsent();
            // One tick must have seen that nothing left before the clock goes on.
            oms.pings("A");
            ticks(router);
            router.clock().forward(Duration.ofSeconds(31));

            Await.until("it is cut off", () -> !router.status("DROP44").connected());
            assertThat(unsent).isPositive();
            drop.resets();
            oms.sends("D", Bodies.order("AFTER", "55=NOWHERE|38=1|"));
            assertThat(oms.hears("8").find(Tags.CL_ORD_ID)).contains("AFTER");
        }
        try (FixPeer drop = router.oms("DROP44").logsOnAnew()) {
            assertThat(hears(drop, 601))
                    .extracting(HeldReportsTest::execId)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void tenThousandMissedReportsArrive() throws Exception {
        List<String> told = tells(router, 1, 10_000);

        try (FixPeer drop = router.oms("DROP44").logsOn()) {
            assertThat(hears(drop, 10_000)).extracting(HeldReportsTest::execId).isEqualTo(told);
        }
    }

    @Test
    void whatTheJournalNoLongerHasIsLeftOut() throws Exception {
        tells(router, 1, 5);
        long lost = router.journal().durable();
        router.journal().loseUpTo(lost);
        List<String> told = tells(router, 6, 5);

        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger gateway = (Logger) LoggerFactory.getLogger(DropCopyGateway.class);
        log.start();
        gateway.addAppender(log);
        try (FixPeer drop = router.oms("DROP44").logsOn()) {
            assertThat(hears(drop, 5)).extracting(HeldReportsTest::execId).isEqualTo(told);
        } finally {
            gateway.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsOnlyOnce(
                        "ALARM: drop copy DROP44 misses what the journal no longer has: everything"
                                + " after position 0 and up to "
                                + lost);
    }

    @Test
    void aReaderOfAnOldJournalBeginsWithTheRunThatFirstKnowsIt() {
        FakeJournal journal = router.journal();

        assertThat(
                        journal.entries().stream()
                                .filter(Frame.FixSubscribed.class::isInstance)
                                .map(Frame.FixSubscribed.class::cast))
                .containsExactly(new Frame.FixSubscribed("FIX.4.4:SLUICE->DROP44", 0));
        assertThat(FixPlace.endOf(0).isAfter(FixPlace.BEGINNING)).isTrue();
    }

    /** Denials, told to an OMS: their ExecIDs. */
    private static List<String> tells(TestRouter router, int first, int count) throws Exception {
        List<String> told = new ArrayList<>();
        int number = router.status("OMS44").nextTarget();
        try (FixPeer oms = router.oms("OMS44").from(number).logsOn()) {
            for (int i = first; i < first + count; i++) {
                oms.sends("D", Bodies.order("N" + i, "55=NOWHERE|38=100|"));
                if (i % 100 == 0 || i == first + count - 1) {
                    reports(oms.pings("P" + i)).forEach(report -> told.add(execId(report)));
                }
            }
        }
        Await.until("the end is seen", () -> !router.status("OMS44").connected());
        assertThat(told).hasSize(count);
        return told;
    }

    private static List<FixFields> hears(FixPeer drop, int count) throws Exception {
        List<FixFields> heard = new ArrayList<>();
        while (heard.size() < count) {
            heard.addAll(reports(List.of(drop.hears())));
        }
        return heard;
    }

    private static void ticks(TestRouter router) throws Exception {
        Instant before = router.engine().aliveAt();
        Await.until("a tick is over", () -> router.engine().aliveAt().isAfter(before));
    }

    private static boolean wasProven(TestRouter router) {
        return router.journal()
                .has(it -> it instanceof Frame.FixProven to && to.session().endsWith("DROP44"));
    }

    /** What is behind the header, without the mark. */
    private static List<FixFields.Field> body(FixFields report) {
        return report.all().stream().filter(it -> !NOT_OF_BODY.contains(it.tag())).toList();
    }
}
