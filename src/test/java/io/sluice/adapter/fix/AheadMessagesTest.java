package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Frame;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** Messages that came before one they follow: all are answered, in order, in small frames. */
class AheadMessagesTest {

    private static final int MANY = 3 * AheadMessages.PORTION;
    private static final int LOST = 2;

    @Test
    void whatWaitedForALostMessageIsAnsweredInOrderAndInPortions() throws Exception {
        try (TestRouter router = TestRouter.start();
                FixPeer oms = router.oms("OMS44").logsOn().from(LOST + 1)) {
            for (int i = 1; i <= MANY; i++) {
                oms.sends("1", "112=T" + i + "|");
            }
            oms.hears("2");
            oms.sendsAgain("1", LOST, "112=T0|");

            List<String> answers = ids(oms, "T" + MANY);

            assertThat(answers)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(0, MANY).mapToObj(i -> "T" + i).toList());
            assertThat(oms.pings("AFTER")).hasSize(1);
            assertThat(largestFrame(router)).isBetween(2L, AheadMessages.PORTION + 2L);
        }
    }

    private static List<String> ids(FixPeer oms, String last) throws Exception {
        return oms
                .hearsUntil(it -> it.find(Tags.TEST_REQ_ID).map(last::equals).orElse(false))
                .stream()
                .flatMap(it -> it.find(Tags.TEST_REQ_ID).stream())
                .toList();
    }

    /** The most answers that one frame keeps. */
    private static long largestFrame(TestRouter router) {
        return router.journal().frames().stream()
                .mapToLong(frame -> answersOf(frame.entries()))
                .max()
                .orElseThrow();
    }

    private static long answersOf(List<Frame.Entry> entries) {
        return entries.stream()
                .filter(it -> it instanceof Frame.FixStored s && s.session().endsWith("OMS44"))
                .count();
    }
}
