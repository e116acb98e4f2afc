package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The executions that the order book store has, newest first. */
@Command(name = "executions", description = "The executions of all orders, newest first.")
final class ExecutionsCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    @Option(names = "--order", paramLabel = "ID", description = "of one order")
    private String order = "";

    @Option(names = "--oms", paramLabel = "ID", description = "of one OMS")
    private String oms = "";

    @Option(names = "--account", paramLabel = "ID", description = "of one account")
    private String account = "";

    @Option(names = "--symbol", paramLabel = "ID", description = "of one symbol")
    private String symbol = "";

    @Option(names = "--from", paramLabel = "TIME", description = "from this time on")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "before this time")
    private String to = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many, up to 1000 (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "NEXT", description = "where an answer's next begins")
    private String after = "";

    ExecutionsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (RouterClient router = options.connect()) {
            JsonNode answer = router.get("/api/v1/executions?" + parameters());
            options.print(out, answer, ExecutionsCommand::table);
            return ExitCode.OK;
        }
    }

    private String parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("order", order);
        all.put("oms", oms);
        all.put("account", account);
        all.put("symbol", symbol);
        all.put("from", from);
        all.put("to", to);
        all.put("limit", String.valueOf(limit));
        all.put("after", after);
        return all.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + RouterClient.encoded(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String table(JsonNode answer) {
        if (answer.path("executions").isEmpty()) {
            return "no executions";
        }
        Table table =
                new Table(
                        "TIME", "ORDER", "OMS", "CLORDID", "ACCOUNT", "SIDE", "SYMBOL", "TYPE",
                        "LASTQTY", "LASTPX", "CUMQTY", "VENUE", "EXECID");
        for (JsonNode it : answer.path("executions")) {
            table.row(
                    text(it, "at"),
                    text(it, "orderId"),
                    text(it, "oms"),
                    text(it, "clOrdId"),
                    text(it, "account"),
                    text(it, "side"),
                    text(it, "symbol"),
                    text(it, "execType"),
                    text(it, "lastQty"),
                    text(it, "lastPx"),
                    text(it, "cumQty"),
                    text(it, "venue"),
                    text(it, "execId"));
        }
        String next = answer.path("next").asString("");
        return table + (next.isEmpty() ? "" : "(more: --after " + next + ")\n");
    }

    private static String text(JsonNode execution, String name) {
        return execution.path(name).asString("");
    }
}
