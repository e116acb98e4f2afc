package io.sluice.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyVerdictTest {

    private static final String CANCEL_REJECT =
            """
            {"t":"report","msgType":"9","orderId":"OC1","clOrdId":"C1X","origClOrdId":"C1",\
            "cxlRejResponseTo":"1","cxlRejReason":"0","possDup":false,"possResend":false}\
            """;

    private final Tale tale = new Tale().filledOrder("C1", "V1").deniedOrder("C2").copied();

    @Test
    void copiesOfAllThatWasToldAgree() {
        Verdict verdict = tale.copyVerdict();

        assertThat(verdict.disagreements()).isEmpty();
        assertThat(verdict.copies()).contains(new Verdict.Copies(4, 4));
        assertThat(verdict.text())
                .contains("reports    told to the OMS 4, drop copies 4\n")
                .endsWith("the ledgers of OMS, brokers and drop copy and the router's book agree");
    }

    @Test
    void aCopyThatIsMissingIsSeen() {
        tale.copies.remove(1);

        disagrees("ExecID 2C1 was told to the OMS and not copied");
    }

    @Test
    void aCopyThatNobodyWasToldIsSeen() {
        Tale.repeatLast(tale.copies, "\"execId\":\"1C2\"", "\"execId\":\"9C2\"");

        disagrees("ExecID 9C2 was copied, and the OMS was never told");
    }

    @Test
    void aCopyThatTellsOtherIdsOrQuantitiesIsSeen() {
        Tale.change(tale.copies, "\"clOrdId\":\"C2\"", "\"clOrdId\":\"C7\"");
        Tale.change(tale.copies, "\"lastQty\":\"40\"", "\"lastQty\":\"41\"");

        disagrees("in the copy of ExecID 1C2 clOrdId is 'C7' and not 'C2'");
        disagrees("in the copy of ExecID 2C1 lastQty is '41' and not '40'");
    }

    @Test
    void aQuantityMayBeWrittenOtherwise() {
        Tale.change(tale.copies, "\"cumQty\":\"40\"", "\"cumQty\":\"40.00\"");

        assertThat(tale.copyVerdict().disagreements()).isEmpty();
    }

    @Test
    void aCopyThatCameAgainMustBeMarked() {
        Tale.repeatLast(tale.copies, "", "");

        disagrees("ExecID 1C2 was copied 2 times without a mark");
    }

    @Test
    void aMarkedCopyMayComeAgainAndTellsTheSame() {
        Tale.repeatLast(tale.copies, "\"possResend\":false", "\"possResend\":true");
        assertThat(tale.copyVerdict().disagreements()).isEmpty();

        Tale.repeatLast(tale.copies, "\"cumQty\":\"0\"", "\"cumQty\":\"1\"");
        disagrees("copies of ExecID 1C2 differ: cumQty is '1' and not '0'");
    }

    @Test
    void anAnswerToAStatusRequestIsNotMissed() {
        tale.told("C1", "0", "", "I", "2", "0", "0", "100");

        assertThat(tale.copyVerdict().disagreements()).isEmpty();
    }

    @Test
    void anAnswerToAStatusRequestThatIsCopiedIsSeen() {
        tale.told("C1", "8C1", "", "I", "2", "0", "0", "100");
        tale.copies.clear();
        tale.copied();

        disagrees("ExecID 8C1 was copied, and the OMS was never told");
    }

    @Test
    void theCopyOfACancelRejectIsWanted() {
        tale.oms.add(CANCEL_REJECT);
        disagrees("cancel reject [C1X, C1, OC1, 1, 0] was told to the OMS and not copied");

        tale.copies.clear();
        tale.copied();
        assertThat(tale.copyVerdict().disagreements()).isEmpty();
        assertThat(tale.copyVerdict().copies()).contains(new Verdict.Copies(5, 5));
    }

    @Test
    void aCancelRejectThatWasCopiedTwiceIsSeen() {
        tale.oms.add(CANCEL_REJECT);
        tale.copies.clear();
        tale.copied();
        Tale.repeatLast(tale.copies, "", "");

        disagrees("cancel reject [C1X, C1, OC1, 1, 0] was told 1 times and copied 2 times");
    }

    @Test
    void aCopyInTheNameOfAnotherOmsIsSeen() {
        Tale.change(tale.copies, "\"oms\":\"DEMO\"", "\"oms\":\"OMS44\"");

        disagrees("the copy of ExecID 1C1 names the OMS 'OMS44' and not 'DEMO'");
    }

    @Test
    void aViolationThatTheReaderFoundIsADisagreement() {
        tale.copies.add("{\"t\":\"violation\",\"rule\":\"copy-indicator\",\"text\":\"was N\"}");

        disagrees("the drop-copy reader objects: copy-indicator: was N");
    }

    @Test
    void aRunInWhichNothingWasToldProvesNothing() {
        Verdict verdict = new Tale().copyVerdict();

        assertThat(verdict.disagreements())
                .contains("the OMS was told nothing: no copy was compared");
    }

    private void disagrees(String what) {
        assertThat(tale.copyVerdict().agrees()).isFalse();
        assertThat(tale.copyVerdict().disagreements()).contains(what);
    }
}
