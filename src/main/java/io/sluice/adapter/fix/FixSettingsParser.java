package io.sluice.adapter.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads QuickFIX/J's settings format line by line: [DEFAULT] and [SESSION] headers, key=value, and
 * comments that begin with #. Mutable while it reads; used once, by one thread.
 */
final class FixSettingsParser {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final String file;
    private final Map<String, String> environment;
    private final Map<String, FixSettingsEntry> defaults = new LinkedHashMap<>();
    private final List<Integer> headers = new ArrayList<>();
    private final List<Map<String, FixSettingsEntry>> sessions = new ArrayList<>();
    private final List<FixSettingsMistake> mistakes = new ArrayList<>();

    private String title = "";
    private Map<String, FixSettingsEntry> section = new LinkedHashMap<>();

    FixSettingsParser(String file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    FixSettingsFile parse(FixSettingsSide side, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            readLine(i + 1, lines.get(i));
        }
        List<FixSettingsSession> read = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            read.add(
                    new FixSettingsSession(
                            file,
                            headers.get(i),
                            Collections.unmodifiableMap(sessions.get(i)),
                            Collections.unmodifiableMap(defaults)));
        }
        return new FixSettingsFile(
                file,
                side,
                Collections.unmodifiableMap(defaults),
                List.copyOf(read),
                List.copyOf(mistakes));
    }

    private void readLine(int line, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.startsWith("#")) {
            return;
        }
        int column = text.indexOf(stripped) + 1;
        if (stripped.startsWith("[")) {
            begin(line, column, stripped);
            return;
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            mistake(line, column, stripped, "is neither key=value, [SECTION] nor # comment");
            return;
        }
        String value = text.substring(equals + 1);
        int valueColumn = equals + 2 + value.length() - value.stripLeading().length();
        keep(line, column, text.substring(0, equals).strip(), value.strip(), valueColumn);
    }

    private void begin(int line, int column, String header) {
        title = header;
        section = new LinkedHashMap<>();
        switch (header.toUpperCase(Locale.ROOT)) {
            case "[DEFAULT]" -> section = defaults;
            case "[SESSION]" -> {
                headers.add(line);
                sessions.add(section);
            }
            default ->
                    mistake(
                            line,
                            column,
                            header,
                            "unknown section; [DEFAULT] and [SESSION] are known");
        }
    }

    private void keep(int line, int column, String key, String text, int valueColumn) {
        if (title.isEmpty()) {
            mistake(line, column, key, "stands before the first [DEFAULT] or [SESSION]");
            return;
        }
        FixSettingsEntry first = section.get(key);
        if (first != null) {
            mistake(line, column, key, "stands at line %d already".formatted(first.line()));
            return;
        }
        section.put(
                key,
                new FixSettingsEntry(
                        key, text, expand(line, valueColumn, key, text), file, line, valueColumn));
    }

    private String expand(int line, int column, String key, String text) {
        Matcher matcher = VARIABLE.matcher(text);
        matcher.results()
                .map(match -> match.group(1))
                .filter(name -> !environment.containsKey(name))
                .forEach(
                        name ->
                                mistake(
                                        line,
                                        column,
                                        key,
                                        "environment variable %s is not set".formatted(name)));
        return matcher.replaceAll(match -> Matcher.quoteReplacement(valueOf(match)));
    }

    private String valueOf(MatchResult variable) {
        return environment.getOrDefault(variable.group(1), variable.group());
    }

    private void mistake(int line, int column, String path, String message) {
        mistakes.add(new FixSettingsMistake(file, line, column, path, message));
    }
}
