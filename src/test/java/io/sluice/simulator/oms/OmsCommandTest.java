package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import quickfix.ConfigError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The whole OMS over a real socket. */
@Timeout(30)
class OmsCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path data;

    @Test
    void aRunThatLosesItsLinkOnTheWayEndsWellAndIsInTheLedger() throws ConfigError, IOException {
        assertThat(run(new FakeRouter(0, 25), 60)).isZero();

        JsonNode summary = JSON.readTree(data.resolve("summary.json"));
        assertThat(summary.path("orders").asLong()).isEqualTo(60);
        assertThat(summary.path("acked").asLong()).isEqualTo(60);
        assertThat(summary.path("fills").asLong()).isPositive();
        assertThat(summary.path("replaced").asLong()).isPositive();
        assertThat(summary.path("unanswered").asLong()).isZero();
        assertThat(summary.path("violationList").size()).isZero();
        List<JsonNode> ledger = ledger();
        assertThat(ledger).filteredOn(line -> is(line, "sent", "D")).hasSize(60);
        assertThat(ledger)
                .filteredOn(line -> line.path("execType").asString("").equals("F"))
                .hasSize(summary.path("fills").asInt());
    }

    @Test
    void aPeerThatRepeatsAnExecIdEndsTheRunBadly() throws ConfigError, IOException {
        assertThat(run(new FakeRouter(1, 0), 30)).isEqualTo(1);

        JsonNode summary = JSON.readTree(data.resolve("summary.json"));
        assertThat(summary.path("violationList").path(0).path("rule").asString())
                .isEqualTo("exec-id");
        assertThat(ledger()).anyMatch(line -> line.path("t").asString().equals("violation"));
    }

    private int run(FakeRouter router, int orders) {
        try (router) {
            return new CommandLine(new OmsCommand())
                    .execute(
                            "--port=" + router.port(),
                            "--orders=" + orders,
                            "--rate=400",
                            "--seed=42",
                            "--settle=5s",
                            "--json",
                            "--data=" + data);
        }
    }

    private List<JsonNode> ledger() throws IOException {
        return Files.readAllLines(data.resolve("ledger.jsonl")).stream()
                .map(JSON::readTree)
                .toList();
    }

    private static boolean is(JsonNode line, String kind, String msgType) {
        return line.path("t").asString().equals(kind)
                && line.path("msgType").asString("").equals(msgType);
    }
}
