package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.app.config.Config;
import io.sluice.app.config.ConfigLoader;
import io.sluice.endtoend.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void theStoreFollowsAndCanBeAskedWhileItRunsAndAfter() throws IOException {
        try (RunningRouter router = RunningRouter.start(config(), data);
                RouterClient client = RouterClient.find(List.of(data))) {
            assertThat(router.consolePort()).isPositive();
            Await.until(
                    "the store has everything",
                    () -> {
                        JsonNode store = client.get("/api/v1/status").path("store");
                        return store.path("connected").asBoolean()
                                && store.path("behindBytes").asLong() == 0;
                    });
            assertThat(client.get("/api/v1/executions").path("executions")).isEmpty();
            assertThat(command("store", "query", STARTS)).isEqualTo("STARTS\n     1\n");

            assertThat(command("store", "rebuild")).startsWith("the running router rebuilds it");
            Await.until(
                    "it is rebuilt",
                    () -> command("store", "query", STARTS).equals("STARTS\n     1\n"));
            assertThat(command("executions")).isEqualTo("no executions\n");
        }
        assertThat(command("store", "query", "--json", STARTS)).contains("\"STARTS\" : \"1\"");
        assertThat(command("store", "rebuild")).startsWith("rebuilt from ");
        assertThat(command("store", "query", STARTS)).isEqualTo("STARTS\n     1\n");
        assertThat(command("store", "query", VERSIONS)).isEqualTo("VERSIONS\n       1\n");
    }

    private static final String STARTS =
            "SELECT COUNT(*) AS starts FROM order_events WHERE event_type = 'RouterStarted'";
    private static final String VERSIONS = "SELECT COUNT(DISTINCT version) AS versions FROM limits";

    private String command(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--data=" + data);
        int code =
                Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                        .execute(all.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
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
