package io.sluice.app;

import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The options of every command that asks a running router. */
final class RouterOptions {

    static final Path DEFAULT_DATA = Path.of("data");
    static final Path DEMO_DATA = DEFAULT_DATA.resolve("demo");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "the router's data directory (default: data; where none runs there, data/demo)")
    private List<Path> data = List.of();

    @Option(names = "--json", description = "print the router's answer as JSON")
    private boolean json;

    RouterClient connect() throws IOException {
        return RouterClient.find(data.isEmpty() ? List.of(DEFAULT_DATA, DEMO_DATA) : data);
    }

    /** The answer itself, or what people read of it. */
    void print(PrintWriter out, JsonNode answer, Function<JsonNode, String> forPeople) {
        out.println(json ? answer.toPrettyString() : forPeople.apply(answer).stripTrailing());
        out.flush();
    }
}
