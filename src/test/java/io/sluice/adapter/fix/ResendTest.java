package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a peer gets that asks for messages again. */
class ResendTest {

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
    void reportsComeAgainAsPossibleDuplicates() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.sends("D", Bodies.order("C1"));
            FixFields first = oms.hears("8");
            oms.sends("2", "7=1|16=0|");

            assertThat(gapFilledTo(oms.hears())).isEqualTo(2);
            FixFields again = oms.hears();
            assertThat(again.find(Tags.MSG_SEQ_NUM)).isEqualTo(first.find(Tags.MSG_SEQ_NUM));
            assertThat(again.find(Tags.POSS_DUP_FLAG)).contains("Y");
            assertThat(again.find(Tags.ORIG_SENDING_TIME)).isEqualTo(first.find(Tags.SENDING_TIME));
            assertThat(again.find(Tags.EXEC_ID)).isEqualTo(first.find(Tags.EXEC_ID));
            assertThat(oms.pings("DONE")).hasSize(1);
        }
    }

    @Test
    void ordersReplacesAndQuestionsAreNeverSentAgain() throws Exception {
        try (FixPeer alpha = router.alphaUp();
                FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.sends("D", Bodies.order("C1"));
            alpha.sends("8", Bodies.accepted(alpha.hears("D"), "E1"));
            oms.hears("8");
            oms.sends("G", "41=C1|" + Bodies.order("C2", "55=AAPL|38=200|"));
            alpha.hears("G");
            oms.sends("F", "11=C3|41=C1|55=AAPL|54=1|38=100|60=20260302-09:00:00|");
            FixFields cancel = alpha.hears("F");
            router.clock().forward(java.time.Duration.ofSeconds(6));
            int question = number(alpha.hears("H"));
            alpha.sends("2", "7=1|16=" + question + "|");

            List<FixFields> heard = alpha.hearsUntil(it -> gapFilledTo(it) == question + 1);
            assertThat(types(heard)).containsExactly("4", "F", "4");
            assertThat(heard.get(1).find(Tags.MSG_SEQ_NUM))
                    .isEqualTo(cancel.find(Tags.MSG_SEQ_NUM));
            assertThat(heard)
                    .allSatisfy(it -> assertThat(it.find(Tags.POSS_DUP_FLAG)).contains("Y"));
        }
    }

    @Test
    void aTestRequestThatAGapFillSwallowedIsAskedAgain() throws Exception {
        try (FixPeer alpha = router.alpha()) {
            alpha.hears("A");
            alpha.sends("A", "98=0|108=30|");
            FixFields swallowed = alpha.hears("1");
            alpha.sends("2", "7=1|16=0|");
            assertThat(gapFilledTo(alpha.hears())).isEqualTo(number(swallowed) + 1);

            alpha.answersTestRequest();

            Await.until("ALPHA is up", () -> router.status("ALPHA").synchronised());
        }
    }

    @Test
    void fiveThousandMessagesComeAgainWholeWithLiveOnesInBetween() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            List<Integer> reports = hearsReports(oms, 2_500);
            int last = router.status("OMS44").nextSender() - 1;
            oms.sends("2", "7=1|16=0|");
            for (int i = 0; i < 50; i++) {
                oms.sends("1", "112=LIVE" + i + "|");
            }

            List<FixFields> heard = hearsAgainUpTo(oms, last, 1);
            List<FixFields> live = heard.stream().filter(it -> !isAgain(it)).toList();
            while (live.size() < 50) {
                live = new ArrayList<>(live);
                live.add(oms.hears());
            }
            assertThat(live).allSatisfy(it -> assertThat(number(it)).isGreaterThan(last));
            assertThat(numbers(live))
                    .isEqualTo(IntStream.rangeClosed(last + 1, last + 50).boxed().toList());
            assertThat(covered(heard))
                    .isEqualTo(IntStream.rangeClosed(1, last).boxed().collect(set()));
            assertThat(numbers(heard.stream().filter(ResendTest::isReportAgain).toList()))
                    .isEqualTo(reports);
        }
    }

    @Test
    void aSecondRequestWhileTheFirstIsAnsweredIsAnsweredToo() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            List<Integer> reports = hearsReports(oms, 300);
            int last = router.status("OMS44").nextSender() - 1;
            oms.sends("2", "7=1|16=0|");
            oms.sends("2", "7=1|16=0|");

            List<FixFields> heard = hearsAgainUpTo(oms, last, 2);

            assertThat(numbers(heard.stream().filter(ResendTest::isReportAgain).toList()))
                    .hasSize(2 * reports.size())
                    .containsAll(reports);
            assertThat(oms.pings("DONE")).hasSize(1);
            assertThat(router.status("OMS44").loggedOn()).isTrue();
        }
    }

    @Test
    void aRequestForNothingGetsNothing() throws Exception {
        try (FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.sends("2", "7=500|16=0|");
            oms.sends("2", "7=5|16=3|");
            oms.pings("DONE");

            oms.sends("2", "7=0|16=1|");

            FixFields reject = oms.hears();
            assertThat(reject.find(Tags.MSG_TYPE)).contains("3");
            assertThat(reject.find(Tags.REF_TAG_ID)).contains("7");
            assertThat(oms.pings("NEXT"))
                    .singleElement()
                    .satisfies(it -> assertThat(number(it)).isEqualTo(number(reject) + 1));
        }
    }

    /** Denials of orders that have nowhere to go, each behind a heartbeat. */
    private static List<Integer> hearsReports(FixPeer oms, int count) throws Exception {
        List<Integer> reports = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            oms.sends("D", Bodies.order("C" + i));
            oms.sends("1", "112=P" + i + "|");
        }
        String end = "P" + count;
        for (FixFields heard :
                oms.hearsUntil(it -> it.find(Tags.TEST_REQ_ID).map(end::equals).orElse(false))) {
            if (heard.find(Tags.MSG_TYPE).orElseThrow().equals("8")) {
                reports.add(number(heard));
            }
        }
        assertThat(reports).hasSize(count);
        return reports;
    }

    /** Everything until so many answers have ended with this number. */
    private static List<FixFields> hearsAgainUpTo(FixPeer oms, int last, int answers)
            throws Exception {
        List<FixFields> heard = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            heard.addAll(
                    oms.hearsUntil(
                            it -> isAgain(it) && (gapFilledTo(it) > last || number(it) == last)));
        }
        return heard;
    }

    /** The numbers that were answered for, as a report or within a gap fill. */
    private static Set<Integer> covered(List<FixFields> heard) {
        Set<Integer> covered = new TreeSet<>();
        for (FixFields message : heard) {
            if (isAgain(message)) {
                int end = Math.max(number(message) + 1, gapFilledTo(message));
                IntStream.range(number(message), end).forEach(covered::add);
            }
        }
        return covered;
    }

    private static java.util.stream.Collector<Integer, ?, Set<Integer>> set() {
        return Collectors.toCollection(TreeSet::new);
    }

    private static boolean isAgain(FixFields message) {
        return message.has(Tags.POSS_DUP_FLAG);
    }

    private static boolean isReportAgain(FixFields message) {
        return isAgain(message) && message.find(Tags.MSG_TYPE).orElseThrow().equals("8");
    }

    /** 0 for what is no gap fill. */
    private static int gapFilledTo(FixFields message) {
        return message.find(Tags.MSG_TYPE).orElseThrow().equals("4")
                ? Integer.parseInt(message.find(36).orElseThrow())
                : 0;
    }

    private static int number(FixFields message) {
        return Integer.parseInt(message.find(Tags.MSG_SEQ_NUM).orElseThrow());
    }

    private static List<Integer> numbers(List<FixFields> messages) {
        return messages.stream().map(ResendTest::number).toList();
    }

    private static List<String> types(List<FixFields> messages) {
        return messages.stream().map(it -> it.find(Tags.MSG_TYPE).orElseThrow()).toList();
    }
}
