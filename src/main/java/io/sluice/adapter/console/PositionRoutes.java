package io.sluice.adapter.console;

import io.javalin.http.Context;
import io.sluice.port.Positions;
import io.sluice.port.Positions.Position;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The route {@code /api/v1/positions}: the router's own count, not the console's. */
record PositionRoutes(Positions positions) {

    private static final long ANSWER_SECONDS = 10;

    record PositionList(List<Position> positions) {}

    void list(Context http) {
        http.json(new PositionList(await()));
    }

    private List<Position> await() {
        try {
            return positions.positions().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw notAnswered(503, "the router did not take the question: " + e.getCause());
        } catch (TimeoutException _) {
            throw notAnswered(504, "the router has not answered within " + ANSWER_SECONDS + " s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw notAnswered(503, "the API was stopped");
        }
    }

    private static ProblemException notAnswered(int status, String why) {
        return Problem.of(status, "No answer", "Positions: " + why).asException();
    }
}
