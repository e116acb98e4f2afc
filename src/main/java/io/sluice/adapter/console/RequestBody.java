package io.sluice.adapter.console;

import io.javalin.http.Context;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Optional;

/** The body of a request: one JSON object of bounded size. */
record RequestBody(JsonNode object) {

    static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_NAME = 64;

    static RequestBody of(Context http) throws IOException {
        byte[] bytes = http.req().getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw Problem.of(
                            413,
                            "Body too large",
                            "The body must be at most " + MAX_BYTES + " bytes")
                    .asException();
        }
        JsonNode read = parse(bytes);
        if (!read.isObject()) {
            throw Problem.badBody("The body must be a JSON object, was: " + read.getNodeType());
        }
        return new RequestBody(read);
    }

    /** Who asks: a name that can stand in a FIX text. */
    String operator() {
        JsonNode name = object.path("operator");
        String text = name.isString() ? name.stringValue().strip() : "";
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 127);
        if (text.isEmpty() || text.length() > MAX_NAME || !printable) {
            throw Problem.badParameter(
                    "operator", name.toString(), "a name of 1 to 64 printable ASCII characters");
        }
        return text;
    }

    /** A field that is text; one of another kind is refused, never guessed at. */
    Optional<String> text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw Problem.badParameter(name, value.toString(), "a text");
        }
        return Optional.of(value.stringValue());
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return ConsoleJson.MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw Problem.badBody("The body is not JSON: " + e.getOriginalMessage());
        }
    }
}
