package io.sluice.app;

import tools.jackson.databind.JsonNode;

import java.util.Set;

/** The fields of an event in one line. */
final class EventText {

    /** Shown elsewhere, or too long for a line. */
    private static final Set<String> LEFT_OUT =
            Set.of("position", "at", "type", "orderId", "carried", "checks");

    static String of(JsonNode event) {
        StringBuilder line = new StringBuilder();
        append(line, event);
        return Terminal.safe(line.toString());
    }

    private static void append(StringBuilder line, JsonNode object) {
        object.properties()
                .forEach(
                        field -> {
                            JsonNode value = field.getValue();
                            if (LEFT_OUT.contains(field.getKey()) || value.isNull()) {
                                return;
                            }
                            if (value.isObject()) {
                                append(line, value);
                            } else if (!value.asString("").isEmpty()) {
                                line.append(line.isEmpty() ? "" : " ")
                                        .append(field.getKey())
                                        .append('=')
                                        .append(value.asString(""));
                            }
                        });
    }

    private EventText() {}
}
