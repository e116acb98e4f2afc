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
