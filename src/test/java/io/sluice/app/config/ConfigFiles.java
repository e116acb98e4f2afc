package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the stock configuration that a test can spoil. Not thread-safe. */
final class ConfigFiles {

    static final List<String> NAMES =
            List.of("router.yaml", "limits.yaml", "instruments.csv", "oms.cfg", "brokers.cfg");

    private final Path dir;
    private final Map<String, String> overrides = new HashMap<>();

    ConfigFiles(Path dir) {
        this.dir = dir;
        for (String name : NAMES) {
            write(name, read(Path.of("config", name)));
        }
    }

    ConfigFiles replace(String name, String old, String with) {
        String text = read(dir.resolve(name));
        assertThat(text).contains(old);
        return write(name, text.replaceFirst(Pattern.quote(old), quote(with)));
    }

    ConfigFiles write(String name, String text) {
        try {
            Files.writeString(dir.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigFiles set(String path, String value) {
        overrides.put(path, value);
        return this;
    }

    /** The line, counted from 1, where the text first stands. */
    int lineOf(String name, String text) {
        List<String> lines = read(dir.resolve(name)).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(name + " does not contain " + text);
    }

    Loaded load() {
        return ConfigLoader.load(dir, overrides);
    }

    List<String> mistakes() {
        return shown(load().mistakes());
    }

    List<String> warnings() {
        return shown(load().warnings());
    }

    private List<String> shown(List<Mistake> mistakes) {
        return mistakes.stream().map(it -> it.toString().replace(dir + "/", "")).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quote(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
