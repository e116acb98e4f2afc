package io.sluice.app;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a running router tells others of itself: the file {@code run.json} in its data directory.
 */
public record RunFile(long pid, Ports ports, String url, Instant startedAt) {

    public static final String NAME = "run.json";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultVisibility(shown -> shown.withIsGetterVisibility(Visibility.NONE))
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /** The ports that the router has bound. */
    public record Ports(int oms, int console) {}

    /** This process, listening there. */
    public static RunFile ofThisProcess(String consoleHost, Ports ports, Instant startedAt) {
        return new RunFile(
                ProcessHandle.current().pid(),
                ports,
                "http://" + consoleHost + ":" + ports.console(),
                startedAt);
    }

    public static Optional<RunFile> read(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(NAME);
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunFile.class));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IOException(file + " is not readable: " + e.getOriginalMessage(), e);
        }
    }

    public void write(Path dataDirectory) throws IOException {
        AtomicFile.write(dataDirectory.resolve(NAME), JSON.writeValueAsString(this) + "\n");
    }

    /** Removes the file if it is this process's own. */
    public static void removeOwn(Path dataDirectory) throws IOException {
        Optional<RunFile> found = read(dataDirectory);
        if (found.isPresent() && found.get().pid() == ProcessHandle.current().pid()) {
            Files.deleteIfExists(dataDirectory.resolve(NAME));
        }
    }

    /**
     * Whether the process that wrote it still runs; another one under its number does not count.
     */
    public boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(
                        process ->
                                process.info()
                                        .startInstant()
                                        .map(begin -> !begin.minusSeconds(2).isAfter(startedAt))
                                        .orElse(true))
                .orElse(false);
    }
}
