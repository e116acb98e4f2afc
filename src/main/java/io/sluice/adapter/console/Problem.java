package io.sluice.adapter.console;

import java.util.Locale;

/** An error as RFC 9457 wants it told: application/problem+json. */
record Problem(String type, String title, int status, String detail) {

    static Problem of(int status, String title, String detail) {
        String word = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem("urn:sluice:problem:" + word, title, status, detail);
    }

    static ProblemException badParameter(String name, String value, String wanted) {
        return new ProblemException(
                of(400, "Bad parameter", name + " must be " + wanted + ", was '" + value + "'"));
    }

    static ProblemException badBody(String detail) {
        return new ProblemException(of(400, "Bad body", detail));
    }

    static ProblemException unknownOrder(String id) {
        return new ProblemException(of(404, "Unknown order", "No order has the id '" + id + "'"));
    }

    ProblemException asException() {
        return new ProblemException(this);
    }
}
