package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Frame;

import org.junit.jupiter.api.Test;

import quickfix.SessionID;

import java.time.Instant;

/** What of the journal is a report, and what becomes of it in a copy. */
class JournaledReportTest {

    private static final String OMS = "FIX.4.4:SLUICE/DESK->OMS44/ROOM:Q";
    private static final String DROP = "FIX.4.4:SLUICE->DROP44";
    private static final String FILL = "37=O1|11=C1|17=E1|150=F|39=2|5001=x|";

    @Test
    void aStoredReportIsReadWithoutHeaderAndTrailer() {
        JournaledReport report = JournaledReport.of(stored("8", "", FILL)).orElseThrow();

        assertThat(report).isEqualTo(new JournaledReport(OMS, "8", soh(FILL)));
    }

    @Test
    void everyFieldThatAHeaderOfOursMayHaveIsOfTheHeader() {
        String header = "50=DESK|57=ROOM|97=Y|115=X|142=L|143=M|369=7|";

        assertThat(JournaledReport.of(stored("9", header, "37=O1|11=X1|434=1|")))
                .contains(new JournaledReport(OMS, "9", soh("37=O1|11=X1|434=1|")));
    }

    @Test
    void answersToStatusRequestsAndOtherMessagesAreNone() {
        assertThat(JournaledReport.of(stored("8", "", "37=O1|11=C1|17=0|150=I|"))).isEmpty();
        assertThat(JournaledReport.of(stored("j", "", "45=2|372=D|380=6|"))).isEmpty();
        assertThat(JournaledReport.of(stored("0", "", "112=T|"))).isEmpty();
        assertThat(JournaledReport.of(new Frame.FixNumbers(OMS, 2, 2))).isEmpty();
    }

    @Test
    void whatABrokerPutsIntoItsDataDoesNotMakeAFillAnAnswer() {
        String body = "37=O1|11=C1|17=E1|354=12|355=a|17=0|150=I|39=2|150=F|";

        assertThat(JournaledReport.of(stored("8", "", body))).isPresent();
    }

    @Test
    void aCopyIsMarkedAndSaysWhoseItIs() {
        OutboundMessage copy = report("8", FILL).to(DROP);

        assertThat(copy.body()).isEqualTo(soh("797=Y|" + FILL));
        assertThat(copy.getHeader().getOptionalString(115)).contains("OMS44");
    }

    @Test
    void aMarkOfTheBrokersGivesWay() {
        assertThat(report("8", "37=O1|797=N|58=t|").to(DROP).body())
                .isEqualTo(soh("797=Y|37=O1|58=t|"));
        assertThat(report("8", "37=O1|354=9|355=a|797=N|b|58=t|").to(DROP).body())
                .isEqualTo(soh("797=Y|37=O1|354=9|355=a|797=N|b|58=t|"));
    }

    @Test
    void aBodyThatCannotBeReadGoesAsItIs() {
        String broken = "37=O1|797=N|354=abc|355=a|";

        assertThat(report("8", broken).to(DROP).body()).isEqualTo(soh(broken));
    }

    @Test
    void aRejectOfACancelHasNoMark() {
        OutboundMessage copy = report("9", "37=O1|11=X1|").to(DROP);

        assertThat(copy.body()).isEqualTo(soh("37=O1|11=X1|"));
        assertThat(copy.getHeader().getOptionalString(115)).contains("OMS44");
    }

    @Test
    void toItsOwnOmsItIsAsItWas() {
        OutboundMessage again = report("8", FILL).to(OMS).mayRepeat(true);

        assertThat(
                        again.sentAt(Instant.parse("2026-03-02T09:00:00.123Z"))
                                .text(new SessionID("FIX.4.4", "SLUICE", "OMS44"), 7)
                                .replace(FixFields.SOH, '|'))
                .startsWith("8=FIX.4.4|9=")
                .contains("|35=8|49=SLUICE|56=OMS44|34=7|52=20260302-09:00:00.123|97=Y|" + FILL);
    }

    private static JournaledReport report(String msgType, String body) {
        return new JournaledReport(OMS, msgType, soh(body));
    }

    private static Frame.FixStored stored(String msgType, String header, String body) {
        String text =
                "35=%s|49=SLUICE|56=OMS44|34=9|52=20260302-09:00:00.000|%s%s"
                        .formatted(msgType, header, body);
        return new Frame.FixStored(OMS, 9, FixText.message("FIX.4.4", soh(text)));
    }

    private static String soh(String text) {
        return text.replace('|', FixFields.SOH);
    }
}
