package io.sluice.adapter.fix;

import quickfix.ConfigError;
import quickfix.DayConverter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of values that FIX settings take. QuickFIX/J reads some of them more loosely.
 *
 * @param what the rule in words, after "must be"
 */
record FixSettingsKind(String what, Predicate<String> rule) {

    static final FixSettingsKind FLAG = new FixSettingsKind("Y or N", Set.of("Y", "N")::contains);
    static final FixSettingsKind COUNT =
            new FixSettingsKind(
                    "a whole number from 0 to 2147483647", it -> isWhole(it, 0, Integer.MAX_VALUE));
    static final FixSettingsKind POSITIVE =
            new FixSettingsKind(
                    "a whole number from 1 to 2147483647", it -> isWhole(it, 1, Integer.MAX_VALUE));
    static final FixSettingsKind INTEGER =
            new FixSettingsKind(
                    "a whole number from -1 to 2147483647",
                    it -> it.equals("-1") || COUNT.accepts(it));
    static final FixSettingsKind PORT =
            new FixSettingsKind("a port from 0 to 65535", it -> isWhole(it, 0, 65_535));
    static final FixSettingsKind FACTOR =
            new FixSettingsKind(
                    "a number above 0",
                    it -> it.matches("0*[1-9]\\d{0,6}(\\.\\d{1,6})?|0?\\.\\d*[1-9]\\d*"));
    static final FixSettingsKind TIME =
            new FixSettingsKind(
                    "a time such as 17:00:00 or 17:00:00 America/New_York",
                    FixSettingsKind::isTime);
    static final FixSettingsKind DAY =
            new FixSettingsKind("a day of the week", FixSettingsKind::isDay);
    static final FixSettingsKind DAYS =
            new FixSettingsKind(
                    "days of the week with commas between them",
                    it -> Arrays.stream(it.split(",", -1)).allMatch(FixSettingsKind::isDay));
    static final FixSettingsKind ZONE =
            new FixSettingsKind(
                    "a time zone such as UTC or America/New_York", FixSettingsKind::isZone);
    static final FixSettingsKind INTERVALS =
            new FixSettingsKind(
                    "seconds such as 5, or 3x1;10 for three times 1 and then 10",
                    it ->
                            it.matches(
                                    "(\\d{1,6}[x*])?[1-9]\\d{0,6}(;(\\d{1,6}[x*])?[1-9]\\d{0,6})*"));
    static final FixSettingsKind PRECISION =
            new FixSettingsKind(
                    "SECONDS, MILLIS, MICROS or NANOS",
                    Set.of("SECONDS", "MILLIS", "MICROS", "NANOS")::contains);
    static final FixSettingsKind PROTOCOL =
            new FixSettingsKind("SOCKET or TCP", Set.of("SOCKET", "TCP")::contains);
    static final FixSettingsKind CONNECTION =
            new FixSettingsKind("acceptor or initiator", Set.of("acceptor", "initiator")::contains);
    static final FixSettingsKind ROLE =
            new FixSettingsKind("oms or dropcopy", Set.of("oms", "dropcopy")::contains);
    static final FixSettingsKind COMP_ID =
            new FixSettingsKind(
                    "1 to 64 printable characters without space, colon, slash or >",
                    it -> it.matches("[!-~&&[^:/>]]{1,64}"));
    static final FixSettingsKind LOGON_TAG =
            new FixSettingsKind(
                    "a tag and its value, such as 553=user", it -> it.matches("[1-9]\\d{0,8}=.+"));
    static final FixSettingsKind DICTIONARY =
            new FixSettingsKind(
                    "a dictionary on the class path or a file", FixSettingsKind::isDictionary);
    static final FixSettingsKind NAME =
            new FixSettingsKind("1 to 64 characters", it -> !it.isEmpty() && it.length() <= 64);
    static final FixSettingsKind TEXT = new FixSettingsKind("a text", it -> !it.isEmpty());

    private static final Pattern TIME_OF_DAY =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?: (\\S+))?");

    boolean accepts(String value) {
        return rule.test(value);
    }

    private static boolean isWhole(String value, int min, int max) {
        if (!value.matches("\\d{1,10}")) {
            return false;
        }
        long number = Long.parseLong(value);
        return min <= number && number <= max;
    }

    private static boolean isTime(String value) {
        Matcher matcher = TIME_OF_DAY.matcher(value);
        return matcher.matches() && (matcher.group(2) == null || isZone(matcher.group(2)));
    }

    /** The JDK takes any unknown zone for GMT, and says so by that name only. */
    private static boolean isZone(String value) {
        return value.equals("GMT") || !TimeZone.getTimeZone(value).getID().equals("GMT");
    }

    private static boolean isDay(String value) {
        try {
            return value.length() >= 2 && DayConverter.toInteger(value) > 0;
        } catch (ConfigError e) {
            return false;
        }
    }

    /** QuickFIX/J looks in the same two places. */
    private static boolean isDictionary(String value) {
        return !value.isEmpty()
                && (FixSettingsKind.class.getClassLoader().getResource(value) != null
                        || Files.isRegularFile(Path.of(value)));
    }
}
