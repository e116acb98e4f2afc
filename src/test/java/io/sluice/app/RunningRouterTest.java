package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.app.config.Config;
import io.sluice.app.config.ConfigLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A whole router, whose brokers cannot be reached. */
@Isolated
class RunningRouterTest {

    @TempDir private Path data = Path.of("");

    @Test
    void theApiAsksTheRouterItself() throws IOException {
        try (RunningRouter router = RunningRouter.start(config(), data);
                RouterClient client = RouterClient.find(List.of(data))) {
            assertThat(router.consolePort()).isPositive();

            assertThat(client.get("/health/ready").path("checks"))
                    .anyMatch(check -> isSound(check, "console"));
            assertThat(client.get("/api/v1/positions").toString()).isEqualTo("{\"positions\":[]}");
            assertThatThrownBy(
                            () ->
                                    client.post(
                                            "/api/v1/orders/O99/cancel", "{\"operator\":\"kim\"}"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("UNKNOWN_ORDER");
        }
    }

    @Test
    void aKillOutlivesTheRouterAndAloneARearmLiftsIt() throws IOException {
        String body = "{\"scope\":\"oms:OMS44\",\"reason\":\"a test\",\"killId\":\"K1\"}";
        try (RunningRouter router = RunningRouter.start(config(), data);
                RouterClient client = RouterClient.find(List.of(data))) {
            assertThat(client.post("/api/v1/kill-switch", body).path("state").asString())
                    .isEqualTo("KILLED_CONFIRMED");
            assertThat(router.killSwitch().blocks()).hasSize(1);
            assertThat(Files.readString(data.resolve("kill.latch")))
                    .startsWith("{\"killId\":\"K1\"");
        }
        try (RunningRouter _ = RunningRouter.start(config(), data);
                RouterClient client = RouterClient.find(List.of(data))) {
            assertThat(client.get("/api/v1/status").path("blocks").path(0).path("why").asString())
                    .isEqualTo("kill K1: a test");
            assertThat(client.delete("/api/v1/kill-switch/oms:OMS44?reason=done").toString())
                    .contains("oms:OMS44");
            assertThat(client.get("/health/ready").path("blocks")).isEmpty();
        }
        assertThat(Files.readString(data.resolve("kill.latch"))).startsWith("#");
    }

    /** A crash between the latch and the journal: the latch alone knows of the kill. */
    @Test
    void aKillThatOnlyTheLatchKnowsBlocksFromTheStart() throws IOException {
        RunningRouter.start(config(), data).close();
        byte[] latch = Files.readAllBytes(data.resolve("kill.latch"));
        byte[] line =
                ("{\"killId\":\"K7\",\"scope\":\"all\",\"mode\":\"BLOCK_AND_CANCEL\","
                                + "\"reason\":\"lost\",\"by\":\"ann\"}\n")
                        .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(line, 0, latch, 0, line.length);
        Files.write(data.resolve("kill.latch"), latch);

        try (RunningRouter router = RunningRouter.start(config(), data);
                RouterClient client = RouterClient.find(List.of(data))) {
            assertThat(router.killSwitch().blocks()).hasSize(1);
            assertThat(client.get("/api/v1/kill-switch/K7").path("state").asString())
                    .isEqualTo("KILLED_CONFIRMED");
        }
    }

    private static boolean isSound(JsonNode check, String name) {
        return check.path("name").asString("").equals(name) && check.path("ok").asBoolean();
    }

    private static Config config() {
        return ConfigLoader.load(
                        Path.of("config"),
                        Map.of(
                                "console.port", "0",
                                "oms.SocketAcceptPort", "0",
                                "brokers.ALPHA.SocketConnectPort", "1",
                                "brokers.DELTA.SocketConnectPort", "1"))
                .config()
                .orElseThrow();
    }
}
