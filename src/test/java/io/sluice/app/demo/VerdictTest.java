package io.sluice.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

class VerdictTest {

    private final Tale tale =
            new Tale().filledOrder("C1", "V1").deniedOrder("C2").canceledOrder("C3", "V3");

    @Test
    void storiesThatAgreeAgree() {
        Verdict verdict = tale.verdict();

        assertThat(verdict.disagreements()).isEmpty();
        assertThat(verdict.agrees()).isTrue();
        assertThat(verdict.counts()).isEqualTo(new Verdict.Counts(3, 2, 3, 3, 3, 1));
        assertThat(verdict.text())
                .endsWith("the ledgers of OMS and brokers and the router's book agree");
    }

    @Test
    void anOrderThatReachedABrokerTwiceUnderOneIdIsSeen() {
        tale.received("V1", "C1");

        disagrees("ClOrdID V1 came to a broker twice");
    }

    @Test
    void anOrderThatReachedABrokerTwiceUnderTwoIdsIsSeen() {
        tale.received("V9", "C1");

        disagrees("order C1 came to a broker twice");
    }

    @Test
    void aLostTagIsSeen() {
        Tale.change(tale.broker, "\"20001\":\"C1\"", "\"20002\":\"C1\"");

        disagrees("tag 20001 was lost");
    }

    @Test
    void aFillThatWasNotToldIsSeen() {
        tale.oms.removeIf(line -> line.contains("\"execId\":\"2C1\""));

        disagrees("order C1 fill 40@10.5 (ExecID F1V1) of the broker was not told");
    }

    @Test
    void aFillThatWasToldTwiceUnderTwoIdsIsSeen() {
        tale.told("C1", "9C1", "F2V1", "F", "2", "60", "10.49", "100");

        disagrees("order C1 fill 60@10.49 (ExecID F2V1) was told, and no broker did it");
    }

    @Test
    void aReportThatCameAgainUnmarkedIsSeen() {
        Tale.repeatLast(tale.oms, "", "");

        disagrees("order C3: ExecID 4C3 was told twice, unmarked");
    }

    @Test
    void aMarkedRepeatIsNoDisagreement() {
        Tale.repeatLast(tale.oms, "\"possDup\":false", "\"possDup\":true");
        Tale.repeatLast(tale.oms, "\"possResend\":false", "\"possResend\":true");

        assertThat(tale.verdict().disagreements()).isEmpty();
    }

    @Test
    void aMarkedReportThatIsTheFirstOfItsKindCounts() {
        Tale.change(tale.oms, "\"possDup\":false", "\"possDup\":true");

        assertThat(tale.verdict().disagreements()).isEmpty();
    }

    @Test
    void aRepeatOfTheBrokerIsNoFillOfItsOwn() {
        tale.filledOrder("C4", "V4");
        Tale.repeatLast(tale.broker, "\"execType\"", "\"repeat\":true,\"execType\"");

        assertThat(tale.verdict().disagreements()).isEmpty();
    }

    @Test
    void aWrongPriceIsSeen() {
        Tale.change(tale.oms, "\"lastPx\":\"10.49\"", "\"lastPx\":\"10.48\"");

        disagrees("order C1 fill 60@10.49 (ExecID F2V1) of the broker was not told");
        disagrees("order C1 fill 60@10.48 (ExecID F2V1) was told, and no broker did it");
    }

    @Test
    void aFillOfAnOrderThatNoBrokerHasIsSeen() {
        tale.told("C2", "9C2", "F1", "F", "8", "5", "10", "5");

        disagrees("order C2 fill 5@10 (ExecID F1) was told, and no broker has the order");
    }

    @Test
    void ofTwoEqualFillsOneLostAndOneToldTwiceAreSeen() {
        tale.exec("V1", "F3V1", "F", "2", "60", "10.49", "100");
        tale.told("C1", "9C1", "F2V1", "F", "2", "60", "10.49", "100");

        disagrees("order C1 fill 60@10.49 (ExecID F3V1) of the broker was not told");
        disagrees("order C1 fill 60@10.49 (ExecID F2V1) was told, and no broker did it");
    }

    @Test
    void aRunInWhichNoOrderReachedABrokerProvesNothing() {
        Verdict verdict = new Tale().deniedOrder("C1").deniedOrder("C2").verdict();

        assertThat(verdict.disagreements())
                .containsExactly("no order reached a broker: nothing was compared");
    }

    @Test
    void anOrderThatLivesWithoutABrokerIsSeen() {
        tale.sent("C9").told("C9", "1C9", "", "0", "0", "0", "0", "0");
        tale.booked("C9", "V9", "WORKING", "0");

        disagrees("order C9 OrdStatus is '0' to the OMS, and no broker has the order");
    }

    @Test
    void anOrderThatWasCanceledWithoutABrokerIsSeen() {
        tale.sent("C9").told("C9", "1C9", "", "4", "4", "0", "0", "0");
        tale.booked("C9", "V9", "CANCELED", "0");

        disagrees("order C9 OrdStatus is '4' to the OMS, and no broker has the order");
    }

    @Test
    void aBookWithAnotherAveragePriceIsSeen() {
        Tale.change(tale.book, "\"avgPx\":\"10.494\"", "\"avgPx\":\"10.495\"");

        disagrees("order C1 avgPx is 10.494 to the OMS and 10.495 in the book");
    }

    @Test
    void aBookWithAnotherAccountSymbolOrSideIsSeen() {
        Tale.change(tale.book, "\"ACC1\"", "\"ACC2\"");
        disagrees("order C1 in the end the OMS asks for ACC1 side 1 100 AAPL at 10.50, the book");

        Tale.change(tale.book, "\"ACC2\"", "\"ACC1\"");
        Tale.change(tale.book, "\"AAPL\"", "\"MSFT\"");
        disagrees("order C2 in the end the OMS asks for ACC1 side 1 100 AAPL at 10.50, the book");

        Tale.change(tale.book, "\"MSFT\"", "\"AAPL\"");
        Tale.change(tale.book, "\"BUY\"", "\"SELL\"");
        disagrees("order C3 in the end the OMS asks for ACC1 side 1 120 AAPL at 10.60, the book");
    }

    @Test
    void aBookThatMissedAReplaceIsSeen() {
        Tale.change(tale.book, "\"qty\":\"120\"", "\"qty\":\"100\"");

        disagrees("order C3 in the end the OMS asks for ACC1 side 1 120 AAPL at 10.60, the book");
    }

    @Test
    void aBrokerThatReplacedByOtherTermsIsSeen() {
        Tale.change(tale.broker, "\"price\":\"10.6\"", "\"price\":\"10.7\"");

        disagrees("order C3 in the end the OMS asks for ACC1 side 1 120 AAPL at 10.60, the broker");
    }

    @Test
    void aReplaceThatTheOmsNeverHeardOfIsSeen() {
        tale.oms.removeIf(line -> line.contains("\"execType\":\"5\""));

        disagrees("order C3 in the end the OMS asks for ACC1 side 1 100 AAPL at 10.50, the broker");
    }

    @Test
    void aReplaceThatReachedABrokerTwiceIsSeen() {
        tale.broker.addAll(
                tale.broker.stream().filter(line -> line.contains("\"msgType\":\"G\"")).toList());

        disagrees("replace V3R came to a broker twice");
    }

    @Test
    void aRouterThatCountsOtherPositionsThanItsBookIsSeen() {
        tale.held = new BigDecimal("139");

        disagrees("position ACC1 AAPL: OMS 140, brokers 140, book 140, router 139");
    }

    @Test
    void aWrongCumQtyIsSeen() {
        Tale.change(tale.oms, "\"cumQty\":\"100.0\"", "\"cumQty\":\"110\"");

        disagrees("order C1 CumQty was told as 110, the fills told make 100");
    }

    @Test
    void aWrongFinalStateIsSeen() {
        Tale.change(tale.broker, "\"ordStatus\":\"4\"", "\"ordStatus\":\"C\"");

        disagrees("order C3 OrdStatus is '4' to the OMS and 'C' at the broker");
    }

    @Test
    void aBookThatSaysSomethingElseIsSeen() {
        Tale.change(tale.book, "\"state\":\"CANCELED\"", "\"state\":\"WORKING\"");
        Tale.change(tale.book, "\"cumQty\":\"40\"", "\"cumQty\":\"30\"");

        disagrees("order C3 OrdStatus is '4' to the OMS and '0' in the book");
        disagrees("order C3 cumQty is 40 to the OMS and 30 in the book");
        disagrees("position ACC1 AAPL: OMS 140, brokers 140, book 130");
    }

    @Test
    void aPositionOnTheWrongSideIsSeen() {
        Tale.change(tale.book, "\"side\":\"BUY\"", "\"side\":\"SELL\"");

        disagrees("position ACC1 AAPL: OMS 140, brokers 140, book -140");
    }

    @Test
    void anOrderWithOtherTermsAtTheBrokerIsSeen() {
        Tale.change(tale.broker, "\"qty\":\"100\"", "\"qty\":\"1000\"");

        disagrees(
                "order C1 OMS asked for ACC1 side 1 100 AAPL at 10.50, broker for ACC1 side 1 1000");
    }

    @Test
    void anOrderWithoutAnAnswerIsSeen() {
        tale.sent("C9");

        disagrees("order C9 has no answer");
    }

    @Test
    void anOrderThatTheBookLostIsSeen() {
        tale.book.removeFirst();

        disagrees("order C1 is not in the router's book");
        disagrees("a broker has order V1, which the book does not know");
    }

    @Test
    void anOrderThatWasRefusedBeforeItStoodInTheBookIsFine() {
        tale.sent("C9").told("C9", "1C9", "", "8", "8", "0", "0", "0");

        assertThat(tale.verdict().disagreements()).isEmpty();
    }

    @Test
    void anOrderThatTheBookTiesToAnotherIsSeen() {
        Tale.change(tale.book, "\"V1\"", "\"V3\"");

        disagrees("order C1 is V3 in the book, which is another order at the broker");
    }

    @Test
    void ordersThatNobodySentAreSeen() {
        tale.received("V9", "C9").booked("C9", "V9", "ROUTED", "0");
        tale.told("C8", "1C8", "", "0", "0", "0", "0", "0");

        disagrees("order C9 is at a broker, and the OMS never sent it");
        disagrees("order C9 is in the book, and the OMS never sent it");
        disagrees("OMS was told of an order it never sent");
    }

    @Test
    void aViolationThatTheOmsFoundIsADisagreement() {
        tale.oms.add("{\"t\":\"violation\",\"rule\":\"LeavesQty\",\"text\":\"was 3\"}");

        disagrees("the OMS objects: LeavesQty: was 3");
    }

    @Test
    void onlyTheFirstTwentyDisagreementsAreShown() {
        for (int i = 100; i < 130; i++) {
            tale.sent("C" + i);
        }

        assertThat(tale.verdict().text().lines().filter(line -> line.startsWith("DISAGREE")))
                .hasSize(20);
        assertThat(tale.verdict().text()).contains("and 40 more").endsWith("60 disagreements");
    }

    private void disagrees(String what) {
        assertThat(tale.verdict().agrees()).isFalse();
        assertThat(tale.verdict().disagreements()).anyMatch(line -> line.startsWith(what));
    }
}
