package io.sluice.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 5s}, {@code 2m}. */
public final class DurationWords implements ITypeConverter<Duration> {

    private static final Pattern WORD = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m)");

    @Override
    public Duration convert(String text) {
        Matcher word = WORD.matcher(text);
        if (!word.matches()) {
            throw new TypeConversionException(
                    "a time such as 500ms, 5s or 2m was expected, was '" + text + "'");
        }
        long number = Long.parseLong(word.group(1));
        return switch (word.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
