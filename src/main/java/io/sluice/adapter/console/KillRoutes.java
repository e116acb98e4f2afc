package io.sluice.adapter.console;

import io.javalin.http.Context;
import io.sluice.order.Command;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.port.KillSwitch;
import io.sluice.port.KillSwitch.Answer;
import io.sluice.port.KillSwitch.Block;
import io.sluice.port.KillSwitch.KillRecord;
import io.sluice.port.KillSwitch.Rearmed;
import io.sluice.port.KillSwitch.Refused;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The routes under {@code /api/v1/kill-switch}. */
record KillRoutes(KillSwitch killSwitch, KnownScopes scopes) {

    private static final long ANSWER_SECONDS = 10;
    private static final String NOBODY = "api";
    private static final List<String> FIELDS =
            List.of("scope", "mode", "reason", "killId", "operator");

    /** Said when the router does not answer: the block does not wait for it. */
    private static final String BLOCKED = ", whose block stands,";

    /** What is blocked, and every kill that is remembered, the newest first. */
    record Kills(List<Block> blocks, List<KillRecord> kills) {}

    void kill(Context http) throws IOException {
        Command.Kill kill = command(RequestBody.of(http));
        String what = "The kill of " + kill.scope();
        Answer answer = await(killSwitch.kill(kill), what + (kill.mode().blocks() ? BLOCKED : ""));
        answer(http.status(202), answer);
    }

    /** A field that is misspelt must not leave the widest act to stand for what was meant. */
    private static void refuseUnknown(RequestBody body) {
        body.object().properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw Problem.badBody(
                                    "The field '%s' is unknown; known are %s"
                                            .formatted(name, FIELDS));
                        });
    }

    private Command.Kill command(RequestBody body) {
        refuseUnknown(body);
        KillScope scope = scopes.read(body.object().path("scope"));
        KillMode mode = mode(body.text("mode").orElse(KillMode.BLOCK_AND_CANCEL.name()));
        String reason = body.text("reason").orElse("");
        String id = body.text("killId").orElseGet(() -> UUID.randomUUID().toString());
        String by = body.text("operator").orElse(NOBODY);
        try {
            return new Command.Kill(new KillId(id), scope, mode, reason, by);
        } catch (IllegalArgumentException e) {
            throw Problem.badBody(String.valueOf(e.getMessage()));
        }
    }

    private static KillMode mode(String text) {
        return Arrays.stream(KillMode.values())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.badParameter(
                                        "mode",
                                        text,
                                        "one of " + Arrays.toString(KillMode.values())));
    }

    void list(Context http) {
        List<KillRecord> kills = await(killSwitch.kills(), "The list of kills");
        http.json(new Kills(killSwitch.blocks(), kills));
    }

    void show(Context http) {
        String text = http.pathParam("killId");
        Optional<KillRecord> record =
                id(text).flatMap(id -> await(killSwitch.find(id), "The look at kill " + id));
        http.json(
                record.orElseThrow(
                        () ->
                                Problem.of(404, "Unknown kill", "No kill has the id '" + text + "'")
                                        .asException()));
    }

    private static Optional<KillId> id(String text) {
        try {
            return Optional.of(new KillId(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    void rearm(Context http) {
        KillScope scope = KnownScopes.scope(http.pathParam("scope"));
        String reason = Optional.ofNullable(http.queryParam("reason")).orElse("");
        String by = Optional.ofNullable(http.queryParam("operator")).orElse(NOBODY);
        answer(http, await(killSwitch.rearm(command(scope, reason, by)), "The re-arm of " + scope));
    }

    private static Command.Rearm command(KillScope scope, String reason, String by) {
        try {
            return new Command.Rearm(scope, reason, by);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "Bad parameter", String.valueOf(e.getMessage())).asException();
        }
    }

    private static void answer(Context http, Answer answer) {
        switch (answer) {
            case KillRecord it -> http.json(it);
            case Rearmed it -> http.json(it);
            case Refused it -> throw refused(it.denial()).asException();
        }
    }

    private static Problem refused(Denial denial) {
        String detail = denial.code() + ": " + denial.detail();
        return denial.code() == DenialCode.NOT_BLOCKED
                ? Problem.of(404, "Not blocked", detail)
                : Problem.of(409, "Kill refused", detail);
    }

    private static <T> T await(CompletableFuture<T> answer, String what) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw notAnswered(503, what + " was not taken by the router: " + e.getCause());
        } catch (TimeoutException _) {
            throw notAnswered(
                    504,
                    what
                            + " was given to the router, which has not answered within "
                            + ANSWER_SECONDS
                            + " s; it may still happen");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw notAnswered(503, what + " was waiting when the API was stopped");
        }
    }

    private static ProblemException notAnswered(int status, String why) {
        return Problem.of(status, "No answer", why).asException();
    }
}
