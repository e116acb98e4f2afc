package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Stops a scope: blocks it and cancels what is open in it. */
@Command(
        name = "kill",
        description = {
            "Stops a scope: blocks new orders and replaces in it and cancels what is open.",
            "Ends with 0, or with --wait with 3 when orders are left that have not ended."
        })
final class KillCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Orders printed by name; the API names more. */
    private static final int PRINTED = 50;

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
            description = "why; OMSs read it in their rejects")
    private String reason = "";

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "block, cancel or block-and-cancel (default: ${DEFAULT-VALUE})")
    private String mode = "block-and-cancel";

    @Option(
            names = "--id",
            paramLabel = "KILLID",
            description = "the kill's id; the same id again is the same kill")
    private String id = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "who kills (default: ${DEFAULT-VALUE})")
    private String operator = System.getProperty("user.name", "operator");

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "30s",
            paramLabel = "TIME",
            converter = DurationWords.class,
            description = "wait until every order has ended, for 30s or this time")
    private Duration wait = Duration.ZERO;

    KillCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (RouterClient router = options.connect()) {
            JsonNode taken = router.post("/api/v1/kill-switch", body());
            JsonNode answer = wait.isZero() ? taken : awaitEnd(router, taken);
            options.print(out, answer, KillCommand::text);
            boolean unconfirmed = !wait.isZero() && !isDone(answer);
            return unconfirmed ? ExitCode.UNCONFIRMED : ExitCode.OK;
        }
    }

    private String body() {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("scope", scope);
        body.put("mode", mode.toUpperCase(Locale.ROOT).replace('-', '_'));
        body.put("reason", reason).put("operator", operator);
        if (!id.isEmpty()) {
            body.put("killId", id);
        }
        return body.toString();
    }

    private JsonNode awaitEnd(RouterClient router, JsonNode taken) throws IOException {
        String path =
                "/api/v1/kill-switch/" + RouterClient.encoded(taken.path("killId").asString());
        long deadline = System.nanoTime() + wait.toNanos();
        JsonNode last = taken;
        while (!isDone(last) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            last = router.get(path);
        }
        return last;
    }

    /** A kill that only blocks has nothing to wait for. */
    private static boolean isDone(JsonNode kill) {
        String state = kill.path("state").asString();
        return state.equals("KILLED_CONFIRMED") || state.equals("BLOCKED");
    }

    private static String text(JsonNode kill) {
        StringBuilder text = new StringBuilder();
        text.append(
                "kill %s of %s: %s\n"
                        .formatted(of(kill, "killId"), of(kill, "scope"), of(kill, "state")));
        text.append(
                "  mode %s, taken at %s, %s orders, %s of them left\n"
                        .formatted(
                                of(kill, "mode"),
                                of(kill, "at"),
                                of(kill, "targets"),
                                of(kill, "left")));
        for (JsonNode session : kill.path("notQuiesced")) {
            text.append("  NOT QUIESCED: bytes from before the block may still leave to ")
                    .append(session.asString())
                    .append('\n');
        }
        kill.path("residue").values().stream()
                .limit(PRINTED)
                .forEach(order -> text.append("  left: ").append(order.asString()).append('\n'));
        int more = kill.path("left").asInt() - PRINTED;
        if (more > 0) {
            text.append("  and ").append(more).append(" more\n");
        }
        return text.toString();
    }

    private static String of(JsonNode kill, String field) {
        return kill.path(field).asString();
    }
}
