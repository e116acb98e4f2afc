package io.sluice.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

import io.sluice.adapter.console.Story;
import io.sluice.app.config.RouterSettings.LogFormat;
import io.sluice.order.Event;
import io.sluice.order.Event.VenueWentDown;
import io.sluice.order.VenueId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a line says, and how it looks as JSON. */
@Isolated
class EventLogTest {

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream terminal = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogOutput.configure(context, LogFormat.JSON);
    }

    @AfterEach
    void giveTheTerminalBack() {
        System.setErr(terminal);
    }

    @Test
    void anOrderIsALine() {
        assertThat(line(Story.received(1, "AAPL")))
                .isEqualTo(
                        "order O1 received from DEMO as C1:"
                                + " BUY 100 AAPL LIMIT 10.5 DAY, account ACC1");
        assertThat(line(Story.routed(1))).isEqualTo("order O1 routed to ALPHA as V1");
        assertThat(line(Story.denied(1))).isEqualTo("order O1 denied: NO_ROUTE nothing routes it");
        assertThat(line(Story.filled(1, "40", "40")))
                .isEqualTo("order O1 filled 40 at 10.5, PARTIALLY_FILLED, cum 40, leaves 60");
        assertThat(line(Story.cancelRequested(1, "kim")))
                .isEqualTo("order O1 cancel requested by kim as V1X");
        assertThat(line(new VenueWentDown(new VenueId("ALPHA"), "logged out")))
                .isEqualTo("venue ALPHA is down: logged out");
    }

    @Test
    void aJsonLineHasFieldsAndNoSecrets() {
        context.getLogger("io.sluice.orders")
                .atInfo()
                .addKeyValue("orderId", "O1")
                .addKeyValue("position", 10L)
                .log("rejected: {}", "x 554=sesame\u00019=5\nforged");
        context.getLogger("io.sluice.orders")
                .error("failed", new IllegalStateException("bad 554=sesame"));
        context.stop();

        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("sesame");
        assertThat(text.lines()).hasSize(2);
        JsonNode line = JsonMapper.shared().readTree(text.lines().findFirst().orElseThrow());
        assertThat(line.path("message").asString()).isEqualTo("rejected: x 554=***|9=5 forged");
        assertThat(line.path("level").asString()).isEqualTo("INFO");
        assertThat(line.path("logger").asString()).isEqualTo("io.sluice.orders");
        assertThat(line.path("orderId").asString()).isEqualTo("O1");
        assertThat(line.path("position").asLong()).isEqualTo(10);
        assertThat(line.path("at").asString()).endsWith("Z");
        JsonNode failure =
                JsonMapper.shared().readTree(text.lines().skip(1).findFirst().orElse(""));
        assertThat(failure.path("stackTrace").asString()).contains("bad 554=***");
    }

    private static String line(Event event) {
        return EventLine.of(event).orElseThrow();
    }
}
