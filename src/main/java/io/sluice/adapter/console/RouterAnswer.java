package io.sluice.adapter.console;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the engine answers to a question, waited for no longer than a caller can bear. */
final class RouterAnswer {

    private static final long PATIENCE_SECONDS = 10;

    /**
     * @param what the question, as the problem calls it when there is no answer
     */
    static <T> T await(CompletableFuture<T> answer, String what) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw none(503, what, "the router did not take the question: " + e.getCause());
        } catch (TimeoutException _) {
            throw none(504, what, "the router has not answered within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw none(503, what, "the API was stopped");
        }
    }

    private static ProblemException none(int status, String what, String why) {
        return Problem.of(status, "No answer", what + ": " + why).asException();
    }

    private RouterAnswer() {}
}
