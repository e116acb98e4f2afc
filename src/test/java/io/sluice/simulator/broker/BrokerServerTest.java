package io.sluice.simulator.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.simulator.FixText;
import io.sluice.simulator.Ledger;
import io.sluice.simulator.QuietLog;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quickfix.ConfigError;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class BrokerServerTest {

    private static final String ORDER = "54=1|38=100|40=2|44=10.00|59=0|1=ACC1|";

    @TempDir private Path data = Path.of("");

    @BeforeAll
    static void quietly() {
        QuietLog.warningsOnly();
    }

    @Test
    void anOrderIsFilledOverFixAndInTheLedger() throws Exception {
        try (BrokerServer server = start();
                FixCustomer customer = customer(server)) {
            customer.sends("35=D|11=C1|55=SIM.FILL|20001=mine|" + ORDER);

            FixText accepted = customer.hears();
            assertThat(accepted.first(150)).contains("0");
            assertThat(accepted.first(20001)).isEmpty();
            FixText filled = customer.hears();
            assertThat(filled.first(150)).contains("F");
            assertThat(filled.first(39)).contains("2");
            assertThat(filled.first(32)).contains("100");
            assertThat(filled.first(31)).contains("10.00");
            assertThat(filled.first(37)).isEqualTo(accepted.first(37));
            assertThat(ledger("t")).containsExactly("received", "exec", "exec");
            assertThat(ledger("execType")).containsExactly("", "0", "F");
        }
    }

    @Test
    void anUnknownRepeatingGroupIsNoReasonToReject() throws Exception {
        try (BrokerServer server = start();
                RawCustomer customer = new RawCustomer(server.port("ALPHA"))) {
            customer.sends(
                    "D",
                    "9100=2|9101=a|9102=b|9101=c|9102=d|11=C1|60=20260105-09:30:00|55=SIM.REST|"
                            + ORDER);

            assertThat(customer.hears("8").first(150)).contains("0");
            List<String> others = new ArrayList<>();
            Ledger.read(file(), line -> others.add(line.path("other").toString()));
            assertThat(others)
                    .contains("{\"9100\":\"2\",\"9101\":[\"a\",\"c\"],\"9102\":[\"b\",\"d\"]}");
        }
    }

    @Test
    void aMalformedFieldIsRejectedAndAnUnsupportedMessageIsToo() throws Exception {
        try (BrokerServer server = start();
                FixCustomer customer = customer(server)) {
            customer.sends("35=D|11=C1|55=AAPL|54=1|38=1e400|40=1|");
            FixText reject = customer.hears();
            assertThat(reject.first(35)).contains("3");
            assertThat(reject.first(371)).contains("38");

            customer.sends("35=q|11=C2|530=7|");
            FixText businessReject = customer.hears();
            assertThat(businessReject.first(35)).contains("j");
            assertThat(businessReject.first(380)).contains("3");
        }
    }

    @Test
    void aRestartedBrokerKnowsItsOrders() throws Exception {
        try (BrokerServer server = start();
                FixCustomer customer = customer(server)) {
            customer.sends("35=D|11=C1|55=SIM.REST|" + ORDER);
            customer.hears();
            customer.sends("35=D|11=C2|55=SIM.SILENT|" + ORDER);
            customer.sends("35=H|11=C2|55=SIM.SILENT|54=1|");
            assertThat(customer.hears().first(39)).contains("0");
        }
        try (BrokerServer server = start();
                FixCustomer customer = customer(server)) {
            customer.sends("35=H|11=C2|55=SIM.SILENT|54=1|");
            assertThat(customer.hears().first(39)).contains("0");
            customer.sends("35=F|11=C3|41=C1|55=SIM.REST|54=1|38=100|");
            FixText canceled = customer.hears();
            assertThat(canceled.first(150)).contains("4");
            assertThat(canceled.first(41)).contains("C1");
        }
    }

    @Test
    void reportsThatWereNeverSentLeaveAfterTheRestart() throws Exception {
        try (BrokerServer server = start();
                FixCustomer customer = customer(server)) {
            customer.sends("35=D|11=C1|55=SIM.REST|" + ORDER);
            customer.hears();
        }
        Customer lost = Customer.of(1);
        lost.buys("C2", "100", "SIM.FILL", "10.00");
        try (Ledger ledger = Ledger.open(file())) {
            for (Report report : lost.reports()) {
                ledger.append(LedgerLines.line("ALPHA", report, Customer.OPENING));
            }
        }

        try (BrokerServer server = start();
                FixCustomer customer = customer(server)) {
            assertThat(customer.hears().first(150)).contains("0");
            FixText filled = customer.hears();
            assertThat(filled.first(11)).contains("C2");
            assertThat(filled.first(17)).contains(lost.executions().getLast().execId());
        }
    }

    @Test
    void everyBrokerHasItsOwnPort() throws Exception {
        try (BrokerServer server = BrokerServer.start(data, Map.of("ALPHA", 0, "DELTA", 0), 1);
                FixCustomer customer = new FixCustomer("DELTA", server.port("DELTA"), data)) {
            customer.sends("35=D|11=C1|55=SIM.REJECT|" + ORDER);

            assertThat(customer.hears().first(39)).contains("8");
            assertThat(server.ports().values()).doesNotHaveDuplicates().doesNotContain(0);
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Integer> ports = Map.of("ALPHA", taken.getLocalPort());

            assertThatThrownBy(() -> BrokerServer.start(data, ports, 1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ALPHA")
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private BrokerServer start() throws IOException {
        return BrokerServer.start(data, Map.of("ALPHA", 0), 1);
    }

    private FixCustomer customer(BrokerServer server) throws ConfigError, InterruptedException {
        return new FixCustomer("ALPHA", server.port("ALPHA"), data);
    }

    private Path file() {
        return BrokerServer.ledgerFile(data);
    }

    private List<String> ledger(String key) throws IOException {
        List<String> values = new ArrayList<>();
        Ledger.read(file(), line -> values.add(line.path(key).asString("")));
        return values;
    }
}
