package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quickfix.InvalidMessage;
import quickfix.Message;
import quickfix.SessionID;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class OmsSessionTest {

    private static final SessionID SESSION = new SessionID("FIX.4.4", "DEMO", "SLUICE");

    @TempDir private Path directory;

    private final List<Violation> violations = new ArrayList<>();
    private final Desk desk =
            new Desk(
                    new OrderFlow(
                            new OrderFlow.Plan(
                                    1,
                                    "R",
                                    Instrument.stock(),
                                    List.of("ACC1"),
                                    new Mix(1, 0, 0, 0),
                                    10)),
                    Set.of());
    private OmsLedger ledger;
    private OmsSession session;

    @BeforeEach
    void anOrderIsSentUnderNumberSeven() throws IOException {
        ledger = OmsLedger.open(directory, Clock.systemUTC());
        session = new OmsSession(desk, ledger, violations::add);
        Message order = FixMessages.message(desk.next(0).orElseThrow(), Instant.EPOCH);
        order.getHeader().setInt(FixTag.MSG_SEQ_NUM, 7);
        session.toApp(order, SESSION);
    }

    @AfterEach
    void theLedgerIsClosed() throws IOException {
        ledger.close();
    }

    @Test
    void aSessionRejectIsMatchedByItsSequenceNumber() throws InvalidMessage {
        session.fromAdmin(message("35=3|34=2|45=7|58=no"), SESSION);

        assertThat(violations).extracting(Violation::rule).containsExactly("refused");
        assertThat(desk.isQuiet()).isTrue();
    }

    @Test
    void aBusinessRejectIsMatchedByItsReferenceOrItsSequenceNumber() throws InvalidMessage {
        session.fromApp(message("35=j|34=2|45=9|379=R-1|372=D|380=4|58=no"), SESSION);

        assertThat(violations).extracting(Violation::rule).containsExactly("refused");
        assertThat(desk.isQuiet()).isTrue();
    }

    @Test
    void aRefusalOfAnotherMessageLeavesTheOrderUnanswered() throws InvalidMessage {
        session.fromAdmin(message("35=3|34=2|45=8|58=no"), SESSION);

        assertThat(violations).hasSize(1);
        assertThat(desk.isQuiet()).isFalse();
    }

    @Test
    void whatOurOwnEngineRefusesIsAViolation() {
        Message reject = new Message();
        reject.getHeader().setString(FixTag.MSG_TYPE, "3");
        reject.setString(FixTag.TEXT, "Required tag missing");

        session.toAdmin(reject, SESSION);

        assertThat(violations).extracting(Violation::rule).containsExactly("malformed");
        assertThat(desk.total(true).violations()).isEqualTo(1);
    }

    @Test
    void theLinkIsUpBetweenLogonAndLogout() {
        assertThat(session.isLoggedOn()).isFalse();
        session.onLogon(SESSION);
        assertThat(session.isLoggedOn()).isTrue();
        session.onLogout(SESSION);
        assertThat(session.isLoggedOn()).isFalse();
    }

    private static Message message(String fields) throws InvalidMessage {
        String text = "8=FIX.4.4|9=0|" + fields + "|10=000|";
        return new Message(text.replace('|', '\u0001'), false);
    }
}
