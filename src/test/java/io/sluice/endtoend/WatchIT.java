package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.app.RunFile;
import io.sluice.app.RunningRouter;
import io.sluice.app.config.Config;
import io.sluice.app.config.ConfigLoader;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics, stream and limits of a whole router that has traded. */
class WatchIT {

    private static final Pattern FAMILY = Pattern.compile("# TYPE (sluice_\\S+) \\S+");
    private static final Pattern DOCUMENTED = Pattern.compile("`(sluice_[a-z_]+)`");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path dir;
    private final Brokers brokers;
    private RunningRouter router;

    WatchIT(@TempDir Path dir) throws Exception {
        this.dir = dir;
        brokers = Brokers.start(dir.resolve("brokers"));
        router = start();
    }

    private RunningRouter start() throws IOException {
        Map<String, String> overrides = Routers.overrides(brokers.ports());
        Config config = ConfigLoader.load(Routers.CONFIG, overrides).config().orElseThrow();
        return RunningRouter.start(config, dir.resolve("data"));
    }

    @BeforeEach
    void ordersAreFilled() throws Exception {
        Await.until("ALPHA is up", () -> metric("sluice_venue_up{venue=\"ALPHA\"}") == 1);
        try (FixPeer oms = new FixPeer("OMS44")) {
            oms.connect(router.omsPort());
            for (int order = 0; order < 5; order++) {
                oms.send(
                        "D",
                        "11=W%d|1=ACC1|55=SIM.FILL|54=1|38=100|40=1|60=20260302-14:30:00"
                                .formatted(order));
                oms.hears(
                        "the order to be acknowledged", it -> it.find(150).orElse("").equals("0"));
                oms.hears("the order to be filled", it -> it.find(150).orElse("").equals("F"));
            }
            oms.logOut();
        }
        Await.until("the fills are counted", () -> metric("sluice_fills_total") == 5);
    }

    @AfterEach
    void everyoneLeaves() {
        router.close();
        brokers.close();
        http.close();
    }

    @Test
    void whatHappenedIsMeasured() throws Exception {
        assertThat(metric("sluice_orders_total{oms=\"OMS44\"}")).isEqualTo(5);
        assertThat(metric("sluice_executions_total{type=\"TRADE\"}")).isEqualTo(5);
        assertThat(metric("sluice_orders_open")).isZero();
        assertThat(metric("sluice_order_release_seconds_count")).isEqualTo(5);
        assertThat(metric("sluice_report_release_seconds_count")).isEqualTo(10);
        assertThat(metric("sluice_order_release_seconds_sum")).isBetween(0.000_01, 60.0);
        assertThat(metric("sluice_journal_force_seconds_count")).isPositive();
        assertThat(metric("sluice_journal_frames_total")).isGreaterThan(10);
        assertThat(metric("sluice_ready")).isEqualTo(1);
        assertThat(metric("sluice_engine_tick_age_seconds")).isBetween(0.0, 30.0);
        assertThat(metric("sluice_engine_parked_seconds_total")).isPositive();
        assertThat(page()).contains("jvm_memory_used_bytes", "process_cpu_usage", "jvm_gc");
    }

    @Test
    void everyMetricIsInTheTableAndTheTableNamesNoOther() throws Exception {
        List<String> families =
                FAMILY.matcher(page()).results().map(it -> it.group(1)).sorted().toList();
        List<String> documented =
                DOCUMENTED
                        .matcher(Files.readString(Path.of("docs/operations.md")))
                        .results()
                        .map(it -> it.group(1))
                        .distinct()
                        .sorted()
                        .toList();

        assertThat(documented)
                .as("docs/operations.md, Metrics: a row for each metric")
                .containsAll(families);
        assertThat(families)
                .containsAll(documented.stream().filter(WatchIT::isAlwaysThere).toList());
    }

    /** Counters by code appear with the first of their kind. */
    private static boolean isAlwaysThere(String name) {
        return !name.equals("sluice_denials_total") && !name.equals("sluice_kills_total");
    }

    @Test
    void noLabelNamesAnOrder() throws Exception {
        assertThat(page()).doesNotContain("S1" + "0").doesNotContain("=\"W1\"");
    }

    @Test
    void theStreamTellsAllOfTheJournalAgainAfterARestart() throws Exception {
        List<String> before = seqsFromOldest(1);

        router.close();
        router = start();

        List<String> after = seqsFromOldest(2);
        assertThat(after)
                .hasSizeGreaterThan(before.size())
                .startsWith(before.toArray(new String[0]));
    }

    @Test
    void theLimitsInForceHaveTheVersionOfTheirFile() throws Exception {
        JsonNode limits = JsonMapper.shared().readTree(body("/api/v1/limits"));

        assertThat(limits.path("version").asString()).matches("[0-9a-f]{64}");
        assertThat(limits.path("limits").valueStream())
                .anySatisfy(
                        it -> {
                            assertThat(it.path("scope").asString()).isEqualTo("firm");
                            assertThat(it.path("name").asString()).isEqualTo("maxPosition");
                            assertThat(it.path("used").asString()).isEqualTo("500");
                            assertThat(it.path("symbol").asString()).isEqualTo("SIM.FILL");
                        });
    }

    private List<String> seqsFromOldest(int runs) throws Exception {
        List<String> texts = new CopyOnWriteArrayList<>();
        WebSocket socket =
                http.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token())
                        .buildAsync(
                                URI.create(
                                        url().replace("http", "ws")
                                                + "/api/v1/stream?after=oldest"),
                                new Texts(texts))
                        .get();
        Await.until(
                "all fills of all runs to be told",
                () -> count(texts, "OrderFilled") == 5 && count(texts, "RouterStarted") == runs);
        socket.abort();
        return texts.stream()
                .map(it -> JsonMapper.shared().readTree(it))
                .filter(it -> !it.path("type").asString().equals("Heartbeat"))
                .map(it -> it.path("seq").asString())
                .toList();
    }

    private static long count(List<String> texts, String type) {
        return texts.stream().filter(it -> it.contains("\"type\":\"" + type + "\"")).count();
    }

    /** Puts messages together that come in parts. */
    private static final class Texts implements WebSocket.Listener {

        private final List<String> texts;
        private final StringBuilder part = new StringBuilder();

        Texts(List<String> texts) {
            this.texts = texts;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private double metric(String name) throws Exception {
        Matcher line =
                Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                        .matcher(page());
        return line.find() ? Double.parseDouble(line.group(1)) : -1;
    }

    private String page() throws Exception {
        return body("/metrics");
    }

    private String body(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Authorization", "Bearer " + token())
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String url() throws IOException {
        return RunFile.read(dir.resolve("data")).orElseThrow().url();
    }

    private String token() throws IOException {
        return Files.readString(dir.resolve("data/api.token")).strip();
    }
}
