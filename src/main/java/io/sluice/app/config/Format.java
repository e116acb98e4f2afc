package io.sluice.app.config;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How one kind of value is written.
 *
 * @param what the rule in words, after "must be"
 * @param standIn what reading goes on with after a mistake
 */
record Format<T>(String what, T standIn, Function<Node.Scalar, Optional<T>> read) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static final Format<BigDecimal> NOT_NEGATIVE =
            decimal(
                    "a number from 0 on, at most 15 digits and 15 decimals",
                    it -> it.signum() >= 0);

    static final Format<BigDecimal> POSITIVE =
            decimal("a number above 0, at most 15 digits and 15 decimals", it -> it.signum() > 0);

    static final Format<BigDecimal> PERCENT =
            decimal("a number from 0 to 100", it -> it.signum() >= 0 && it.compareTo(HUNDRED) <= 0);

    static final Format<ZoneId> ZONE =
            text("a time zone such as America/New_York", ZoneId.of("UTC"), ZoneId::of);

    static final Format<LocalTime> TIME =
            text("a time of day such as 17:00", LocalTime.MIDNIGHT, LocalTime::parse);

    static final Format<Path> FILE = text("the path of a file", Path.of("unknown"), Path::of);

    /** What the router's own ids, and its peers', are made of. */
    static final Format<String> ID =
            matching(
                    "1 to 64 printable characters without spaces, commas and quotes",
                    "[!-~&&[^,\"\']]{1,64}");

    /** Only the plain words: YAML knows others, which look like names. */
    static final Format<Boolean> YES_OR_NO =
            new Format<>(
                    "true or false",
                    true,
                    it ->
                            Optional.of(it)
                                    .filter(word -> word.kind() == Node.Kind.BOOLEAN)
                                    .map(Node.Scalar::text)
                                    .filter(text -> text.matches("true|false"))
                                    .map(Boolean::parseBoolean));

    static Format<Integer> integer(int min, int max) {
        return new Format<>(
                "a whole number from %d to %d".formatted(min, max),
                min,
                it ->
                        number(it, "0|[1-9]\\d{0,17}")
                                .map(Long::parseLong)
                                .filter(number -> min <= number && number <= max)
                                .map(Long::intValue));
    }

    /** No exponent, no hexadecimal, no NaN: nothing that could be written by accident. */
    private static Format<BigDecimal> decimal(String what, Predicate<BigDecimal> rule) {
        return new Format<>(
                what,
                BigDecimal.ONE,
                it ->
                        number(it, "-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?")
                                .map(BigDecimal::new)
                                .filter(rule));
    }

    /** A text that fits the pattern; YAML takes one of digits for a number, and so it is here. */
    static Format<String> matching(String what, String pattern) {
        return new Format<>(
                what,
                "unknown",
                it -> text(it).or(() -> number(it, "\\w+")).filter(text -> text.matches(pattern)));
    }

    /** One of the words, in lower case as files write them. */
    static <E extends Enum<E>> Format<E> word(Class<E> type) {
        E[] words = type.getEnumConstants();
        String what = Arrays.stream(words).map(Format::lower).collect(Collectors.joining(" or "));
        return new Format<>(
                what,
                words[0],
                it -> text(it).flatMap(text -> find(words, word -> lower(word).equals(text))));
    }

    private static <E> Optional<E> find(E[] words, Predicate<E> rule) {
        return Arrays.stream(words).filter(rule).findFirst();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static <T> Format<T> text(String what, T standIn, Function<String, T> parse) {
        return new Format<>(
                what,
                standIn,
                it ->
                        text(it).filter(text -> !text.isEmpty())
                                .flatMap(text -> parsed(text, parse)));
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Node.Scalar scalar) {
        return Optional.of(scalar).filter(it -> it.kind() == Node.Kind.TEXT).map(Node.Scalar::text);
    }

    private static Optional<String> number(Node.Scalar scalar, String pattern) {
        return Optional.of(scalar)
                .filter(it -> it.kind() == Node.Kind.NUMBER)
                .map(Node.Scalar::text)
                .filter(it -> it.matches(pattern));
    }
}
