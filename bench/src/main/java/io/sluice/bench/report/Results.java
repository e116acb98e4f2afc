package io.sluice.bench.report;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Everything that one run of the measurement found. */
public record Results(
        Instant startedAt, Machine machine, List<String> javaOptions, List<RouterResult> routers) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("results.json");
        return Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }
}
