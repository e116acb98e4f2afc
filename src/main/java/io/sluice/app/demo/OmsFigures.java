package io.sluice.app.demo;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/** What the OMS simulator says of itself once a second. */
record OmsFigures(JsonNode line) {

    /** Nothing, when the line is about something else. */
    static Optional<OmsFigures> parse(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode parsed = JsonMapper.shared().readTree(line);
            return Optional.of(new OmsFigures(parsed)).filter(figures -> parsed.has("orders"));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    long orders() {
        return line.path("orders").asLong(0);
    }

    String text() {
        return "orders %s  fills %s  denied %s  rejected %s  canceled %s  replaced %s  open %s"
                        .formatted(
                                word("orders"),
                                word("fills"),
                                word("denied"),
                                word("rejected"),
                                word("canceled"),
                                word("replaced"),
                                word("open"))
                + "  unanswered %s  latency ms p50 %s p99 %s max %s%s%s"
                        .formatted(
                                word("unanswered"),
                                word("p50ms"),
                                word("p99ms"),
                                word("maxms"),
                                line.path("violations").asLong(0) == 0
                                        ? ""
                                        : "  VIOLATIONS " + word("violations"),
                                line.path("loggedOn").asBoolean(true) ? "" : "  (not logged on)");
    }

    private String word(String name) {
        return line.path(name).asString("?");
    }
}
