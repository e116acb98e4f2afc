package io.sluice.app;

import io.sluice.app.config.ConfigLoader;
import io.sluice.app.config.Loaded;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options of every command that reads a configuration. */
final class ConfigOptions {

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description = "Where the configuration is (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("config");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A value instead of the one in the files, such as console.port=0.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    Path directory() {
        return directory;
    }

    Loaded load() {
        return ConfigLoader.load(directory, overrides);
    }
}
