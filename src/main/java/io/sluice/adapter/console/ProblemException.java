package io.sluice.adapter.console;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {

    // Exceptions are serializable by birth; nobody ever serializes this one.
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
