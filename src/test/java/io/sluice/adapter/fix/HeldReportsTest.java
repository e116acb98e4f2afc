package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Frame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports reach their OMS whether it is there or not, and whatever becomes of its numbering. */
class HeldReportsTest {

    private TestRouter router;
    private FixPeer alpha;

    @BeforeEach
    void starts() throws Exception {
        router = TestRouter.start();
        alpha = router.alphaUp();
    }

    @AfterEach
    void ends() throws Exception {
        alpha.close();
        router.close();
    }

    @Test
    void reportsOfAnAbsenceArriveOnceInOrderAndUnmarked() throws Exception {
        List<FixFields> orders = sendsAndLeaves(3);
        int next = router.status("OMS44").nextSender();
        alphaAcceptsAndFills(orders);
        assertThat(router.status("OMS44").nextSender()).isEqualTo(next);

        try (FixPeer oms = router.oms("OMS44").from(5).logsOn()) {
            List<FixFields> heard = hearsReports(oms, 6);
            assertThat(clOrdIds(heard)).containsExactly("C1", "C1", "C2", "C2", "C3", "C3");
            assertThat(numbers(heard)).isEqualTo(numbersFrom(next + 1, 6));
            assertThat(heard).noneMatch(it -> it.has(Tags.POSS_DUP_FLAG));
            assertThat(heard).noneMatch(it -> it.has(Tags.POSS_RESEND));
            oms.logsOut();
        }
        Await.until("the end is seen", () -> !router.status("OMS44").connected());
        try (FixPeer oms = router.oms("OMS44").from(8).logsOn()) {
            assertThat(oms.pings("NOTHING")).hasSize(1);
        }
    }

    @Test
    void afterAResetWhatIsNotProvenComesAgainAsAPossibleRepeat() throws Exception {
        FixFields proven;
        FixFields unproven;
        FixFields late;
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.sends("D", Bodies.order("C1"));
            FixFields order = alpha.hears("D");
            alpha.sends("8", Bodies.accepted(order, "E1"));
            proven = oms.hears("8");
            router.clock().forward(Duration.ofSeconds(6));
            oms.answersTestRequest();
            Await.until("the proof is journaled", () -> wasProven(router));
            alpha.sends("8", Bodies.filled(order, "E2"));
            unproven = oms.hears("8");
            oms.logsOut();
            Await.until("the end is seen", () -> !router.status("OMS44").connected());
            alpha.sends("8", Bodies.filled(order, "E3"));
            alpha.pings("DONE");
        }

        try (FixPeer oms = router.oms("OMS44").logsOnAnew()) {
            List<FixFields> heard = hearsReports(oms, 2);
            late = heard.getLast();
            assertThat(execId(heard.getFirst()))
                    .isEqualTo(execId(unproven))
                    .isNotEqualTo(execId(proven));
            assertThat(heard.getFirst().find(Tags.POSS_RESEND)).contains("Y");
            assertThat(heard.getFirst().has(Tags.POSS_DUP_FLAG)).isFalse();
            assertThat(late.has(Tags.POSS_RESEND)).isFalse();
        }
        Await.until("the end is seen", () -> !router.status("OMS44").connected());

        try (FixPeer oms = router.oms("OMS44").logsOnAnew()) {
            List<FixFields> again = hearsReports(oms, 2);
            assertThat(again)
                    .extracting(HeldReportsTest::execId)
                    .containsExactly(execId(unproven), execId(late));
            assertThat(again).allMatch(it -> it.has(Tags.POSS_RESEND));
        }
    }

    @Test
    void aResetOfOursLosesNothingEither() throws Exception {
        List<FixFields> told;
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            told = hearsDenials(oms, 2);
            router.onEngine(
                    () -> {
                        router.session("OMS44").reset();
                        return true;
                    });
            oms.hears("5");
            oms.sends("5", "");
            oms.hearsToTheEnd();
        }
        Await.until("the end is seen", () -> !router.status("OMS44").connected());

        try (FixPeer oms = router.oms("OMS44").from(1).logsOn()) {
            List<FixFields> heard = hearsReports(oms, 2);
            assertThat(heard)
                    .extracting(HeldReportsTest::execId)
                    .isEqualTo(told.stream().map(HeldReportsTest::execId).toList());
            assertThat(heard).allMatch(it -> it.has(Tags.POSS_RESEND));
        }
    }

    @Test
    void aResendRequestProvesWhatItDoesNotAskFor() throws Exception {
        List<FixFields> told;
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            told = hearsDenials(oms, 3);
            oms.sends("2", "7=" + number(told.get(2)) + "|16=0|");
            oms.pings("SEEN");
        }
        Await.until("the end is seen", () -> !router.status("OMS44").connected());

        try (FixPeer oms = router.oms("OMS44").logsOnAnew()) {
            assertThat(hearsReports(oms, 1))
                    .extracting(HeldReportsTest::execId)
                    .containsExactly(execId(told.get(2)));
        }
    }

    @Test
    void nothingIsProvenByAnswersToWhatWasNeverAsked() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            hearsDenials(oms, 2);
            oms.sends("0", "112=PROOF-0-9|");
            oms.sends("0", "112=TEST|");
            oms.sends("0", "");
            oms.sends("2", "7=1|16=0|");
            oms.sends("2", "7=999999|16=0|");
            oms.pings("SEEN");
        }

        assertThat(wasProven(router)).isFalse();
    }

    @Test
    void newReportsStayBehindWhatWaited() throws Exception {
        List<FixFields> orders = sendsAndLeaves(100);
        alphaAcceptsAndFills(orders);
        router.deliverLane().hold();
        try (FixPeer oms = router.oms("OMS44").from(102).logsOn()) {
            goesOneSlice(router);
            hearsReports(oms, 64);
            oms.sends("D", Bodies.order("LAST", "55=NOWHERE|38=100|"));
            oms.pings("DENIED");
            router.deliverLane().letGo();

            List<FixFields> heard = new ArrayList<>();
            heard.addAll(oms.hearsUntil(it -> it.find(Tags.CL_ORD_ID).equals(Optional.of("LAST"))));
            assertThat(reports(heard)).hasSize(200 - 64 + 1);
            assertThat(heard.getLast().find(Tags.EXEC_TYPE)).contains("8");
        }
    }

    @Test
    void aCrashWhileItIsDeliveredNeitherLosesNorDoublesAReport() throws Exception {
        List<FixFields> orders = sendsAndLeaves(100);
        alphaAcceptsAndFills(orders);
        router.deliverLane().hold();
        List<FixFields> heard = new ArrayList<>();
        try (FixPeer oms = router.oms("OMS44").from(102).logsOn()) {
            goesOneSlice(router);
            heard.addAll(hearsReports(oms, 64));
        }
        int first = number(heard.getFirst());
        FakeJournal journal = router.journal();
        router.close();

        try (TestRouter next = TestRouter.start(TestRouter.Setup.plain().after(journal));
                FixPeer oms = next.oms("OMS44").from(104).logsOn()) {
            heard.addAll(hearsReports(oms, 200 - 64));
            assertThat(heard).extracting(HeldReportsTest::execId).doesNotHaveDuplicates();
            oms.sends("2", "7=" + first + "|16=0|");
            int last = number(heard.getLast());
            List<FixFields> again = reports(oms.hearsUntil(it -> number(it) == last));
            assertThat(again)
                    .extracting(HeldReportsTest::withoutTimes)
                    .isEqualTo(heard.stream().map(HeldReportsTest::withoutTimes).toList());
            assertThat(again.getLast().find(Tags.ORIG_SENDING_TIME))
                    .isEqualTo(heard.getLast().find(Tags.SENDING_TIME));
            assertThat(again.getFirst().find(Tags.ORIG_SENDING_TIME))
                    .isEqualTo(heard.getFirst().find(Tags.SENDING_TIME));
        }
    }

    @Test
    void answersToStatusRequestsDoNotComeAgain() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.sends("H", "11=C9|55=AAPL|54=1|");
            assertThat(oms.hears("8").find(Tags.EXEC_TYPE)).contains("I");
        }
        Await.until("the end is seen", () -> !router.status("OMS44").connected());

        try (FixPeer oms = router.oms("OMS44").logsOnAnew()) {
            assertThat(oms.pings("NOTHING")).hasSize(1);
        }
    }

    @Test
    void rejectsOfCancelsWaitLikeReports() throws Exception {
        List<FixFields> orders = sendsAndLeaves(1);
        try (FixPeer oms = router.oms("OMS44").from(3).logsOn()) {
            alpha.sends("8", Bodies.accepted(orders.getFirst(), "E1"));
            oms.hears("8");
            oms.sends("F", "11=X1|41=C1|55=AAPL|54=1|38=100|60=20260302-09:00:00|");
            FixFields cancel = alpha.hears("F");
            oms.logsOut();
            Await.until("the end is seen", () -> !router.status("OMS44").connected());
            alpha.sends(
                    "9",
                    "37=V1|11=%s|41=%s|39=0|434=1|102=0|"
                            .formatted(
                                    cancel.find(Tags.CL_ORD_ID).orElseThrow(),
                                    cancel.find(Tags.ORIG_CL_ORD_ID).orElseThrow()));
            alpha.pings("DONE");
        }

        try (FixPeer oms = router.oms("OMS44").from(6).logsOn()) {
            List<FixFields> heard = hearsReports(oms, 1);
            assertThat(heard.getFirst().find(Tags.MSG_TYPE)).contains("9");
            assertThat(heard.getFirst().find(Tags.CL_ORD_ID)).contains("X1");
        }
    }

    /** Orders that the broker has, from an OMS that is gone. Its next number is two more. */
    private List<FixFields> sendsAndLeaves(int count) throws Exception {
        List<FixFields> orders = new ArrayList<>();
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            for (int i = 1; i <= count; i++) {
                oms.sends("D", Bodies.order("C" + i));
                orders.add(alpha.hears("D"));
            }
        }
        Await.until("the end is seen", () -> !router.status("OMS44").connected());
        return orders;
    }

    private void alphaAcceptsAndFills(List<FixFields> orders) throws Exception {
        for (FixFields order : orders) {
            String id = order.find(Tags.CL_ORD_ID).orElseThrow();
            alpha.sends("8", Bodies.accepted(order, "A" + id));
            alpha.sends("8", Bodies.filled(order, "F" + id));
        }
        alpha.pings("DONE");
    }

    private static void goesOneSlice(TestRouter router) throws Exception {
        router.onEngine(
                () -> {
                    router.deliverLane().letOneRoundGo();
                    return true;
                });
    }

    /** Denials of orders that have nowhere to go. */
    private static List<FixFields> hearsDenials(FixPeer oms, int count) throws Exception {
        List<FixFields> denials = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            oms.sends("D", Bodies.order("N" + i, "55=NOWHERE|38=100|"));
            denials.add(oms.hears("8"));
        }
        return denials;
    }

    private static boolean wasProven(TestRouter router) {
        return router.journal()
                .has(it -> it instanceof Frame.FixProven to && to.session().endsWith("OMS44"));
    }

    /** So many reports, and then none that anything is behind. */
    private static List<FixFields> hearsReports(FixPeer oms, int count) throws Exception {
        List<FixFields> heard = new ArrayList<>();
        while (heard.size() < count) {
            heard.addAll(reports(List.of(oms.hears())));
        }
        assertThat(reports(oms.pings("NO MORE"))).isEmpty();
        return heard;
    }

    static List<FixFields> reports(List<FixFields> heard) {
        return heard.stream()
                .filter(it -> List.of("8", "9").contains(it.find(Tags.MSG_TYPE).orElseThrow()))
                .toList();
    }

    static String execId(FixFields report) {
        return report.find(Tags.EXEC_ID).orElseThrow();
    }

    /** All of a message but what a possible duplicate has of its own. */
    static String withoutTimes(FixFields message) {
        StringBuilder text = new StringBuilder();
        for (FixFields.Field field : message.all()) {
            switch (field.tag()) {
                case 9, 10, 43, 52, 122 -> {}
                default -> text.append(field.tag()).append('=').append(field.value()).append('|');
            }
        }
        return text.toString();
    }

    private static List<String> clOrdIds(List<FixFields> reports) {
        return reports.stream().map(it -> it.find(Tags.CL_ORD_ID).orElseThrow()).toList();
    }

    private static List<Integer> numbers(List<FixFields> reports) {
        return reports.stream().map(HeldReportsTest::number).toList();
    }

    private static int number(FixFields message) {
        return Integer.parseInt(message.find(Tags.MSG_SEQ_NUM).orElseThrow());
    }

    private static List<Integer> numbersFrom(int first, int count) {
        return IntStream.range(first, first + count).boxed().toList();
    }
}
