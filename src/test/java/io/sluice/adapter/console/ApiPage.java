package io.sluice.adapter.console;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code docs/api.md} as a test reads it: a table of routes, and a section for each. */
record ApiPage(List<String> lines) {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| .* \\| ([0-9, ]+) \\|");
    private static final Pattern PROBLEM_ROW = Pattern.compile("\\| `([a-z-]+)` \\| (\\d+) \\| .*");
    private static final Pattern LEFT_OUT_BETWEEN = Pattern.compile(",\\s*…\\s*,");
    private static final Pattern LEFT_OUT = Pattern.compile(",\\s*…");

    /** An example in the page, and whether some of it was left out. */
    record Example(JsonNode json, boolean isPart) {}

    static ApiPage read() throws IOException {
        return new ApiPage(Files.readAllLines(Path.of("docs/api.md")));
    }

    /** The statuses that the table says the route answers with. */
    Optional<List<Integer>> statuses(String route) {
        return lines.stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(1).equals(route))
                .map(row -> List.of(row.group(2).split(", ")).stream().map(Integer::parseInt))
                .map(java.util.stream.Stream::toList)
                .findFirst();
    }

    /** The words of the problems that the page explains. */
    List<String> problems() {
        return lines.stream()
                .map(PROBLEM_ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .toList();
    }

    List<Integer> problemStatuses() {
        return lines.stream()
                .flatMap(line -> PROBLEM_ROW.matcher(line).results())
                .map((MatchResult row) -> Integer.parseInt(row.group(2)))
                .distinct()
                .toList();
    }

    /** What stands under the route's heading. */
    Optional<List<String>> section(String route) {
        int heading = lines.indexOf("## " + route);
        if (heading < 0) {
            return Optional.empty();
        }
        List<String> section = new ArrayList<>();
        for (String line : lines.subList(heading + 1, lines.size())) {
            if (line.startsWith("## ")) {
                break;
            }
            section.add(line);
        }
        return Optional.of(section);
    }

    /** The JSON in a section, without the commands that asked for it. */
    static List<Example> examples(List<String> section) {
        List<Example> examples = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : section) {
            if (line.startsWith("    ") && !line.startsWith("    $ ")) {
                block.append(line.strip()).append('\n');
            } else {
                example(block.toString()).ifPresent(examples::add);
                block.setLength(0);
            }
        }
        example(block.toString()).ifPresent(examples::add);
        return examples;
    }

    private static Optional<Example> example(String text) {
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        String between = LEFT_OUT_BETWEEN.matcher(text).replaceAll(",");
        String whole = LEFT_OUT.matcher(between).replaceAll("");
        try {
            boolean isPart = !whole.equals(text);
            return Optional.of(new Example(JsonMapper.shared().readTree(whole), isPart));
        } catch (JacksonException e) {
            throw new AssertionError("docs/api.md: this example is no JSON: " + text, e);
        }
    }
}
