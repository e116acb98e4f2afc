package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class OmsLedgerTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir private Path directory;

    @Test
    void aRequestIsInTheFileWhenTheCallReturns() throws IOException {
        try (OmsLedger ledger = OmsLedger.open(directory, CLOCK)) {
            ledger.sent(new Request.Replace("R-2", "R-1", Conversation.TERMS));

            assertThat(lines())
                    .containsExactly(
                            "{\"t\":\"sent\",\"msgType\":\"G\",\"clOrdId\":\"R-2\","
                                    + "\"origClOrdId\":\"R-1\",\"symbol\":\"AAPL\","
                                    + "\"side\":\"1\",\"qty\":\"300\",\"price\":\"190.00\","
                                    + "\"ordType\":\"2\",\"tif\":\"0\",\"account\":\"ACC1\","
                                    + "\"at\":\"2026-01-02T03:04:05Z\"}");
        }
    }

    @Test
    void aReportKeepsItsNumbersAsWritten() throws IOException {
        try (OmsLedger ledger = OmsLedger.open(directory, CLOCK)) {
            ledger.report(
                    Answer.parse(
                            "35=8|17=E1|527=B1|150=F|39=1|11=R-1|37=O1|32=0100|31=10.50|43=Y"));

            assertThat(lines())
                    .containsExactly(
                            "{\"t\":\"report\",\"msgType\":\"8\",\"execId\":\"E1\","
                                    + "\"secondaryExecId\":\"B1\",\"execType\":\"F\","
                                    + "\"ordStatus\":\"1\",\"clOrdId\":\"R-1\",\"orderId\":\"O1\","
                                    + "\"lastQty\":\"0100\",\"lastPx\":\"10.50\",\"possDup\":true,"
                                    + "\"possResend\":false,\"at\":\"2026-01-02T03:04:05Z\"}");
        }
    }

    @Test
    void aLaterRunKnowsTheEarlierOnes() throws IOException {
        assertThat(OmsLedger.earlierRuns(directory)).isEmpty();
        for (String prefix : List.of("AA", "BB")) {
            try (OmsLedger ledger = OmsLedger.open(directory, CLOCK)) {
                ledger.run(
                        new OrderFlow.Plan(
                                1, prefix, Instrument.stock(), List.of("ACC1"), Mix.STOCK, 10));
            }
        }

        assertThat(OmsLedger.earlierRuns(directory)).containsExactlyInAnyOrder("AA", "BB");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(directory.resolve("ledger.jsonl"));
    }
}
