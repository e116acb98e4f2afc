package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** The limits that the running router applies, and how much of them is used. */
@Command(
        name = "limits",
        description = "The limits that the running router applies, and how much of them is used.")
final class LimitsCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    LimitsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (RouterClient router = options.connect()) {
            options.print(out, router.get("/api/v1/limits"), LimitsCommand::table);
            return ExitCode.OK;
        }
    }

    private static String table(JsonNode answer) {
        Table table = new Table("SCOPE", "LIMIT", "VALUE", "USED", "HEADROOM", "SYMBOL");
        for (JsonNode limit : answer.path("limits")) {
            table.row(
                    text(limit, "scope"),
                    text(limit, "name"),
                    text(limit, "limit"),
                    text(limit, "used"),
                    text(limit, "headroom"),
                    text(limit, "symbol"));
        }
        return table + "version " + answer.path("version").asString("") + "\n";
    }

    private static String text(JsonNode limit, String name) {
        return limit.path(name).asString("");
    }
}
