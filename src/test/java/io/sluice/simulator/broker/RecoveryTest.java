package io.sluice.simulator.broker;

import static io.sluice.simulator.broker.Customer.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.FixText;
import io.sluice.simulator.Ledger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quickfix.MemoryStore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class RecoveryTest {

    @TempDir private Path folder = Path.of("");

    private final Customer before = Customer.of(1);
    private Path file = folder;

    @BeforeEach
    void inANewFolder() {
        file = folder.resolve("ledger.jsonl");
    }

    @Test
    void anOrderIsAsItWas() throws IOException {
        before.buys("C1", "100", "SIM.PARTIAL", "10.00");
        before.replaces("C2", "C1", limit('1', "80", "SIM.PARTIAL", "10.10"));
        writeReports();

        Customer after = restarted();

        assertThat(after.cancels("C3", "C1", "SIM.PARTIAL"))
                .containsExactly("9 11=C3 41=C2 39=1 434=1 102=99");
        assertThat(after.cancels("C4", "C2", "SIM.PARTIAL"))
                .containsExactly("8 11=C4 41=C2 150=4 39=4 38=80 14=50 151=0");
        assertThat(after.executions().getLast().order().avgPx()).isEqualByComparingTo("10");
    }

    @Test
    void anEndedOrderIsStillKnown() throws IOException {
        before.buys("C1", "100", "SIM.FILL", "10.00");
        before.cancels("C2", "C1", "SIM.FILL");
        writeReports();

        Customer after = restarted();

        assertThat(after.buys("C1", "100", "SIM.FILL", "10.00"))
                .containsExactly("8 11=C1 150=8 39=2 38=100 14=100 151=0 103=6");
        assertThat(after.cancels("C2", "C1", "SIM.FILL"))
                .containsExactly("9 11=C2 41=C1 39=2 434=1 102=6");
    }

    @Test
    void theBookIsRestored() throws IOException {
        before.buys("B1", "60", "AAPL", "190.00");
        before.buys("B2", "60", "AAPL", "190.00");
        before.cancels("B3", "B1", "AAPL");
        writeReports();

        assertThat(restarted().sells("S1", "60", "AAPL", "190.00"))
                .contains("8 11=B2 150=F 39=2 38=60 14=60 151=0 32=60 31=190.00")
                .noneMatch(line -> line.contains("11=B1"));
    }

    @Test
    void aRequestWithoutAnAnswerIsFound() throws IOException {
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(order("C1").line("ALPHA", Customer.OPENING));
            ledger.append(order("C2").line("ALPHA", Customer.OPENING));
            ledger.append(order("C3").line("DELTA", Customer.OPENING));
        }
        before.buys("C1", "100", "SIM.FILL", "10.00");
        writeReports();

        assertThat(recovery().unanswered())
                .extracting(received -> received.column(Column.CL_ORD_ID))
                .containsExactly("C2");
    }

    @Test
    void reportsAfterTheLastStoredOneAreUnsent() throws IOException {
        before.buys("C1", "100", "SIM.FILL", "10.00");
        before.cancels("C2", "C1", "SIM.FILL");
        writeReports();
        MemoryStore store = new MemoryStore();
        store.set(1, "35=A|34=1|".replace('|', '\u0001'));
        store.set(2, FixReports.message(before.reports().getFirst(), Instant.EPOCH).toString());
        store.set(3, "35=0|34=3|".replace('|', '\u0001'));
        store.setNextSenderMsgSeqNum(4);

        assertThat(recovery().unsent(store)).isEqualTo(before.reports().subList(1, 3));
    }

    @Test
    void nothingIsUnsentWhenTheLastReportIsStored() throws IOException {
        before.buys("C1", "100", "SIM.FILL", "10.00");
        writeReports();
        MemoryStore store = new MemoryStore();
        store.set(1, FixReports.message(before.reports().getLast(), Instant.EPOCH).toString());
        store.setNextSenderMsgSeqNum(2);

        assertThat(recovery().unsent(store)).isEmpty();
    }

    @Test
    void reportsFromBeforeTheStoreWasMadeAreNotSentAgain() throws IOException {
        before.buys("C1", "100", "SIM.FILL", "10.00");
        writeReports();

        assertThat(recovery().unsent(new MemoryStore())).isEmpty();
    }

    private Customer restarted() throws IOException {
        Exchange exchange = Customer.exchange(2);
        Recovery.of(file, "ALPHA", exchange);
        return new Customer(exchange);
    }

    private Recovery recovery() throws IOException {
        return Recovery.of(file, "ALPHA", Customer.exchange(2));
    }

    private void writeReports() throws IOException {
        try (Ledger ledger = Ledger.open(file)) {
            for (Report report : before.reports()) {
                ledger.append(List.of(LedgerLines.line("ALPHA", report, Customer.OPENING)));
            }
        }
    }

    private static Received order(String clOrdId) {
        String message = "35=D|34=2|11=" + clOrdId + "|55=SIM.FILL|54=1|60=now|38=100|40=1|";
        return Received.of(FixText.of(message.replace('|', '\u0001')));
    }
}
