package io.sluice.app.demo;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/** What the drop-copy reader says of itself once a second. */
record CopyFigures(long copies, long violations, boolean loggedOn) {

    static final CopyFigures NONE = new CopyFigures(0, 0, false);

    /** Nothing, when the line is about something else. */
    static Optional<CopyFigures> parse(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode said = JsonMapper.shared().readTree(line);
            return Optional.of(said)
                    .filter(it -> it.has("copies"))
                    .map(
                            it ->
                                    new CopyFigures(
                                            it.path("copies").asLong(),
                                            it.path("violations").asLong(),
                                            it.path("loggedOn").asBoolean()));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    String text() {
        return "copies %d%s%s"
                .formatted(
                        copies,
                        violations == 0 ? "" : "  COPY VIOLATIONS " + violations,
                        loggedOn ? "" : " (not logged on)");
    }
}
