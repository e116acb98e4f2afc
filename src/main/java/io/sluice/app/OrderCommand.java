package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** One order, its requests and everything that happened to it. */
@Command(
        name = "order",
        description = "One order, its requests and everything that happened to it.")
final class OrderCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    @Parameters(paramLabel = "ID", description = "the router's OrderID, or OMS:CLORDID")
    private String id = "";

    OrderCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (RouterClient router = options.connect()) {
            JsonNode answer = router.get("/api/v1/orders/" + RouterClient.encoded(id));
            options.print(out, answer, OrderCommand::text);
            return ExitCode.OK;
        }
    }

    /** The state, and what stands beside it. */
    static String state(JsonNode order) {
        return order.path("state").asString("")
                + (order.path("cancelPending").asBoolean() ? "+cancel" : "")
                + (order.path("replacePending").asBoolean() ? "+replace" : "")
                + (order.path("unknown").isNull() ? "" : "+unknown");
    }

    private static String text(JsonNode order) {
        StringBuilder text = new StringBuilder();
        text.append("order ").append(word(order, "id")).append(' ').append(state(order));
        for (String name :
                new String[] {"side", "qty", "symbol", "orderType", "price", "timeInForce"}) {
            text.append(' ').append(word(order, name));
        }
        text.append("\naccount ").append(word(order, "account"));
        text.append(", filled ").append(word(order, "cumQty"));
        text.append(" at ").append(word(order, "avgPx"));
        text.append(", leaves ").append(word(order, "leavesQty"));
        text.append(", venue ").append(word(order, "venue"));
        text.append(" as ").append(word(order, "venueOrderId")).append('\n');
        if (!order.path("unknown").isNull()) {
            text.append("unknown: ").append(word(order, "unknown")).append('\n');
        }
        return text.append('\n').append(links(order)).append('\n').append(events(order)).toString();
    }

    private static Table links(JsonNode order) {
        Table links = new Table("REQUEST", "CLORDID", "TO VENUE", "QTY", "PRICE", "ANSWER");
        for (JsonNode link : order.path("links")) {
            links.row(
                    word(link, "kind"),
                    word(link, "clOrdId"),
                    word(link, "venueClOrdId"),
                    word(link, "qty"),
                    word(link, "price"),
                    word(link, "answer"));
        }
        return links;
    }

    private static String events(JsonNode order) {
        Table events = new Table("AT", "EVENT", "WHAT");
        for (JsonNode event : order.path("events")) {
            events.row(word(event, "at"), word(event, "type"), EventText.of(event));
        }
        int omitted = order.path("framesOmitted").asInt();
        return events + (omitted == 0 ? "" : "(" + omitted + " older frames are left out)\n");
    }

    private static String word(JsonNode node, String name) {
        String word = node.path(name).asString("");
        return word.isEmpty() ? "-" : word;
    }
}
