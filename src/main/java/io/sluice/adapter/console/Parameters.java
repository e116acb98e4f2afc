package io.sluice.adapter.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of one request: each known, and given once. */
record Parameters(Map<String, List<String>> all) {

    static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 100;

    /** Fails on a parameter that the route does not know, and on one that is given twice. */
    static Parameters of(Map<String, List<String>> all, List<String> names) {
        all.forEach((name, values) -> requireKnownOnce(name, values, names));
        return new Parameters(all);
    }

    Optional<String> one(String name) {
        return Optional.ofNullable(all.get(name)).map(List::getFirst);
    }

    <T> Optional<T> id(String name, Function<String, T> id) {
        return one(name, "an id of 1 to 64 characters", id);
    }

    Optional<Instant> time(String name) {
        return one(name, "a time such as 2026-03-02T14:30:00Z", Instant::parse);
    }

    /** What {@code parse} makes of the text; it refuses a bad one by throwing. */
    <T> Optional<T> one(String name, String wanted, Function<String, T> parse) {
        return one(name)
                .map(
                        text -> {
                            try {
                                return parse.apply(text);
                            } catch (IllegalArgumentException | DateTimeException _) {
                                throw Problem.badParameter(name, text, wanted);
                            }
                        });
    }

    int limit() {
        return one("limit", "a whole number from 1 to " + MAX_LIMIT, Parameters::limit)
                .orElse(DEFAULT_LIMIT);
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("Out of bounds: " + text);
        }
        return limit;
    }

    private static void requireKnownOnce(String name, List<String> values, List<String> names) {
        if (!names.contains(name)) {
            throw Problem.badParameter(
                    name, String.join(",", values), "left out: known are " + names);
        }
        if (values.size() != 1) {
            throw Problem.badParameter(name, String.join(",", values), "given once");
        }
    }
}
