package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Asks the running router to cancel an order. */
@Command(name = "cancel", description = "Asks the running router to cancel an order.")
final class CancelCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    @Parameters(paramLabel = "ORDER", description = "the router's OrderID, or OMS:CLORDID")
    private String id = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "who cancels (default: ${DEFAULT-VALUE})")
    private String operator = System.getProperty("user.name", "operator");

    CancelCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        String body = JsonMapper.shared().createObjectNode().put("operator", operator).toString();
        try (RouterClient router = options.connect()) {
            JsonNode answer =
                    router.post("/api/v1/orders/" + RouterClient.encoded(id) + "/cancel", body);
            options.print(out, answer, CancelCommand::text);
            return ExitCode.OK;
        }
    }

    private static String text(JsonNode answer) {
        StringBuilder text = new StringBuilder();
        text.append("cancel of order ").append(answer.path("orderId").asString()).append(":\n");
        for (JsonNode event : answer.path("events")) {
            text.append("  ")
                    .append(event.path("type").asString())
                    .append(' ')
                    .append(EventText.of(event))
                    .append('\n');
        }
        return text.toString();
    }
}
