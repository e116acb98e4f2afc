package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Lifts the block of one scope. */
@Command(
        name = "rearm",
        description = {
            "Lifts the block of exactly this scope; blocks of other scopes stand.",
            "What was canceled stays canceled, and cancels that run go on."
        })
final class RearmCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    @Option(
            names = "--scope",
            required = true,
            paramLabel = "SCOPE",
            description = "all, oms:ID, venue:ID, account:ID or symbol:ID")
    private String scope = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why it may trade again")
    private String reason = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "who re-arms (default: ${DEFAULT-VALUE})")
    private String operator = System.getProperty("user.name", "operator");

    RearmCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        String path =
                "/api/v1/kill-switch/%s?reason=%s&operator=%s"
                        .formatted(
                                RouterClient.encoded(scope),
                                RouterClient.encoded(reason),
                                RouterClient.encoded(operator));
        try (RouterClient router = options.connect()) {
            JsonNode answer = router.delete(path);
            options.print(
                    out,
                    answer,
                    it ->
                            "re-armed %s: %s"
                                    .formatted(
                                            it.path("scope").asString(),
                                            it.path("reason").asString()));
            return ExitCode.OK;
        }
    }
}
