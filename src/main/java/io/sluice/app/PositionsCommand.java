package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** What the accounts hold, by the running router's own count. */
@Command(name = "positions", description = "What the accounts hold, by the router's own count.")
final class PositionsCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    PositionsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (RouterClient router = options.connect()) {
            options.print(out, router.get("/api/v1/positions"), PositionsCommand::table);
            return ExitCode.OK;
        }
    }

    private static String table(JsonNode answer) {
        if (answer.path("positions").isEmpty()) {
            return "no positions";
        }
        Table table = new Table("ACCOUNT", "SYMBOL", "QTY");
        for (JsonNode position : answer.path("positions")) {
            table.row(
                    position.path("account").asString(""),
                    position.path("symbol").asString(""),
                    position.path("qty").asString(""));
        }
        return table.toString();
    }
}
