package io.sluice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** The FIX sessions of the running router. */
@Command(name = "sessions", description = "The FIX sessions of the running router.")
final class SessionsCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Mixin private final RouterOptions options = new RouterOptions();

    SessionsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (RouterClient router = options.connect()) {
            options.print(out, router.get("/api/v1/sessions"), SessionsCommand::table);
            return ExitCode.OK;
        }
    }

    private static String table(JsonNode answer) {
        Table table =
                new Table(
                        "SESSION",
                        "ROLE",
                        "STATE",
                        "NEXT OUT",
                        "NEXT IN",
                        "UNSENT",
                        "REMOTE",
                        "LAST MESSAGE",
                        "LAST ERROR");
        for (JsonNode session : answer.path("sessions")) {
            table.row(
                    text(session, "id"),
                    text(session, "role"),
                    state(session),
                    text(session, "nextSender"),
                    text(session, "nextTarget"),
                    text(session, "unsent"),
                    text(session, "remoteAddress"),
                    text(session, "lastMessageAt"),
                    text(session, "lastError"));
        }
        return table.toString();
    }

    private static String state(JsonNode session) {
        if (session.path("synchronised").asBoolean()) {
            return "synchronised";
        }
        if (session.path("loggedOn").asBoolean()) {
            return "logged on";
        }
        if (session.path("connected").asBoolean()) {
            return "connected";
        }
        return session.path("inSchedule").asBoolean() ? "down" : "out of schedule";
    }

    private static String text(JsonNode session, String name) {
        return session.path(name).asString("");
    }
}
