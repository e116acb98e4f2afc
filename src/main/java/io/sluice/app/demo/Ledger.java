package io.sluice.app.demo;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of JSON lines in which one side of a conversation has written down its own truth. */
record Ledger(List<JsonNode> lines) {

    /** A last line without its end was being written when its writer died, and is left out. */
    static Ledger read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException _) {
            return new Ledger(List.of());
        }
        List<JsonNode> lines = new ArrayList<>();
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        for (String line : whole.split("\n", -1)) {
            if (!line.isBlank()) {
                lines.add(parsed(file, lines.size() + 1, line));
            }
        }
        return new Ledger(lines);
    }

    static String text(JsonNode line, String name) {
        return line.path(name).asString("");
    }

    static BigDecimal decimal(JsonNode line, String name) {
        String text = text(line, name);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    static boolean flag(JsonNode line, String name) {
        return line.path(name).asBoolean(false);
    }

    private static JsonNode parsed(Path file, int number, String line) throws IOException {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new IOException(file + ":" + number + " is not JSON: " + line, e);
        }
    }
}
