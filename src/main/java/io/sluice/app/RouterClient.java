package io.sluice.app;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Talks to the router of a data directory over its HTTP API. Safe for any thread. */
public final class RouterClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final RunFile run;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RouterClient(RunFile run, String token) {
        this.run = run;
        this.token = token;
    }

    /** Of the first of the data directories in which a router runs. */
    public static RouterClient find(List<Path> dataDirectories) throws IOException {
        List<String> looked = new ArrayList<>();
        for (Path directory : dataDirectories) {
            Optional<RunFile> run = RunFile.read(directory);
            if (run.isPresent() && run.get().isAlive()) {
                return new RouterClient(run.get(), token(directory));
            }
            looked.add(
                    directory.resolve(RunFile.NAME)
                            + run.map(dead -> " (process " + dead.pid() + " has ended)")
                                    .orElse(" (not there)"));
        }
        throw new CommandFailure(
                ExitCode.UNAVAILABLE,
                "no router is running: looked for " + String.join(", ", looked));
    }

    public RunFile run() {
        return run;
    }

    public JsonNode get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    public JsonNode post(String path, String body) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    public JsonNode delete(String path) throws IOException {
        return send(request(path).DELETE().build());
    }

    /** An id as part of a path. */
    public static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    @Override
    public void close() {
        http.close();
    }

    private static String token(Path directory) throws IOException {
        return ApiToken.read(directory)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        ExitCode.NO_PERMISSION,
                                        directory.resolve(ApiToken.NAME) + " is not there"))
                .value();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(run.url() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) {
        HttpResponse<String> answer = answer(request);
        JsonNode json = json(answer);
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return json;
        }
        String detail = json.path("detail").asString("HTTP " + status);
        throw new CommandFailure(status == 401 ? ExitCode.NO_PERMISSION : ExitCode.NO, detail);
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "the router (process "
                            + run.pid()
                            + ") does not answer at "
                            + request.uri()
                            + ": "
                            + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.UNAVAILABLE, "interrupted at " + request.uri());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException _) {
            throw new CommandFailure(
                    ExitCode.IO_ERROR,
                    answer.uri() + " answered " + answer.statusCode() + " without JSON");
        }
    }
}
