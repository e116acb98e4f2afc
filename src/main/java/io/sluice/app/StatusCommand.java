package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** How the running router is. */
@Command(name = "status", description = "How the running router is.")
final class StatusCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    StatusCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (RouterClient router = options.connect()) {
            JsonNode status = router.get("/api/v1/status");
            options.print(out, status, answer -> text(answer, router.run()));
            return status.path("ready").asBoolean() ? ExitCode.OK : ExitCode.NO;
        }
    }

    private static String text(JsonNode status, RunFile run) {
        StringBuilder text = new StringBuilder();
        text.append(status.path("ready").asBoolean() ? "ready" : "NOT READY")
                .append(", version ")
                .append(status.path("version").asString())
                .append(", process ")
                .append(status.path("pid").asLong())
                .append(", up ")
                .append(status.path("uptimeSeconds").asLong())
                .append(" s, OMS port ")
                .append(run.ports().oms())
                .append(", ")
                .append(run.url())
                .append("\n\n");
        Table checks = new Table("CHECK", "OK", "DETAIL");
        for (JsonNode check : status.path("checks")) {
            checks.row(
                    check.path("name").asString(),
                    check.path("ok").asBoolean() ? "yes" : "NO",
                    check.path("detail").asString());
        }
        text.append(checks).append('\n');
        for (JsonNode block : status.path("blocks")) {
            text.append("BLOCKED ")
                    .append(block.path("scope").asString())
                    .append(" by ")
                    .append(block.path("why").asString())
                    .append('\n');
        }
        return text.append(counters(status)).toString();
    }

    private static String counters(JsonNode status) {
        return line("", status.path("counters"))
                + "\n"
                + line("journal.", status.path("journal"))
                + (status.path("store").isObject()
                        ? "\n" + line("store.", status.path("store"))
                        : "\nno order book store");
    }

    private static String line(String prefix, JsonNode numbers) {
        return numbers.properties().stream()
                .map(number -> prefix + number.getKey() + " " + number.getValue().asString())
                .collect(Collectors.joining("  "));
    }
}
