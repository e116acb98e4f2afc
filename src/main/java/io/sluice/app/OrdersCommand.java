package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** The orders of the running router, newest first. */
@Command(name = "orders", description = "The orders of the running router, newest first.")
final class OrdersCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    @Option(
            names = "--state",
            paramLabel = "open|all",
            description = "which orders (default: ${DEFAULT-VALUE})")
    private String state = "open";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many, up to 1000 (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    OrdersCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (RouterClient router = options.connect()) {
            JsonNode answer =
                    router.get(
                            "/api/v1/orders?state="
                                    + RouterClient.encoded(state)
                                    + "&limit="
                                    + limit);
            options.print(out, answer, this::table);
            return ExitCode.OK;
        }
    }

    private String table(JsonNode answer) {
        if (answer.path("orders").isEmpty()) {
            return "no " + (state.equals("open") ? "open " : "") + "orders";
        }
        Table table =
                new Table(
                        "ORDER",
                        "OMS",
                        "CLORDID",
                        "STATE",
                        "SIDE",
                        "QTY",
                        "SYMBOL",
                        "PRICE",
                        "CUMQTY",
                        "AVGPX",
                        "VENUE",
                        "RECEIVED");
        for (JsonNode order : answer.path("orders")) {
            table.row(
                    text(order, "id"),
                    text(order, "oms"),
                    text(order, "clOrdId"),
                    OrderCommand.state(order),
                    text(order, "side"),
                    text(order, "qty"),
                    text(order, "symbol"),
                    text(order, "price"),
                    text(order, "cumQty"),
                    text(order, "avgPx"),
                    text(order, "venue"),
                    text(order, "receivedAt"));
        }
        String more = answer.path("next").isNull() ? "" : "(more: --limit, or --json)\n";
        return table + more;
    }

    private static String text(JsonNode order, String name) {
        return order.path(name).asString("");
    }
}
