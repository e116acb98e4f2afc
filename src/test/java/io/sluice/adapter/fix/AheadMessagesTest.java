package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Frame;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** A frame has a longest length; what is too long for it would end the router. */
    @Test
    void longMessagesAreTakenInSmallerPortions() throws Exception {
        String text = "58=" + "x".repeat(60_000) + "|";
        try (TestRouter router = TestRouter.start();
                FixPeer oms = router.oms("OMS44").logsOn().from(LOST + 1)) {
            for (int i = 1; i <= AheadMessages.PORTION; i++) {
                oms.sends("D", Bodies.order("C" + i) + text);
            }
            oms.hears("2");
            oms.sendsAgain("1", LOST, "112=T0|");

            oms.pings("DONE");

            assertThat(router.stored("OMS44", "8")).isEqualTo(AheadMessages.PORTION);
            assertThat(longestFrame(router)).isBetween(60_000L, 2L << 20);
        }
    }

    private static long longestFrame(TestRouter router) {
        return router.journal().frames().stream()
                .mapToLong(frame -> frame.entries().toString().length())
                .max()
                .orElseThrow();
    }

    @Test
    void aResetForgetsWhatWaited() throws Exception {
        try (TestRouter router = TestRouter.start();
                FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.write(oms.message("D", 5, "", Bodies.order("OLD5")));
            oms.hears("2");

            oms.from(1).sends("A", "98=0|108=30|141=Y|");
            oms.hears("A");
            List.of("N2", "N3", "N4").forEach(id -> sends(oms, id));

            assertThat(ids(oms, "N4")).containsExactly("N2", "N3", "N4");
            assertThat(oms.pings("N5")).hasSize(1);
            assertThat(router.happened(it -> it.toString().contains("OLD5"))).isFalse();
        }
    }

    private static void sends(FixPeer oms, String id) {
        try {
            oms.sends("1", "112=" + id + "|");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
