package io.sluice.app.config;

import io.sluice.adapter.store.StoreSettings.Login;
import io.sluice.app.config.RouterSettings.StoreSection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the section of router.yaml that says where the order book store is. */
final class StoreReader {

    private static final Format<String> URL =
            Format.matching(
                    "a JDBC URL such as jdbc:postgresql://127.0.0.1/sluice, of H2 or PostgreSQL",
                    "jdbc:(h2|postgresql):\\S+");
    private static final Format<String> VARIABLE =
            Format.matching("the name of an environment variable", "[A-Za-z_][A-Za-z0-9_]*");

    private final Section section;
    private final Mistakes mistakes;

    StoreReader(Section section, Mistakes mistakes) {
        this.section = section;
        this.mistakes = mistakes;
    }

    StoreSection read() {
        StoreSection settings =
                new StoreSection(
                        section.need("enabled", Format.YES_OR_NO),
                        login(),
                        section.need("batchFrames", Format.integer(1, 100_000)),
                        section.need("batchMillis", Format.integer(1, 60_000)));
        section.end();
        return settings;
    }

    private Optional<Login> login() {
        Optional<Section.Placed<String>> url = section.wanted("url", URL);
        Optional<Section.Placed<String>> user = section.wanted("user", Format.ID);
        Optional<Section.Placed<Path>> file = section.wanted("passwordFile", Format.FILE);
        Optional<Section.Placed<String>> variable = section.wanted("passwordEnv", VARIABLE);
        if (url.isEmpty()) {
            user.ifPresent(this::needsUrl);
            file.ifPresent(this::needsUrl);
            variable.ifPresent(this::needsUrl);
            return Optional.empty();
        }
        if (user.isEmpty()) {
            mistakes.add(section.place(), section.path("user"), "is missing: there is a url");
        }
        if (file.isPresent() && variable.isPresent()) {
            mistakes.add(
                    variable.get().place(),
                    variable.get().path(),
                    "must be left out: there is a passwordFile");
        }
        String password =
                file.map(this::fromFile).or(() -> variable.map(this::fromVariable)).orElse("");
        return Optional.of(
                new Login(url.get().value(), user.map(Section.Placed::value).orElse(""), password));
    }

    private void needsUrl(Section.Placed<?> placed) {
        mistakes.add(placed.place(), placed.path(), "must be left out: there is no url");
    }

    private String fromFile(Section.Placed<Path> placed) {
        try {
            return placed.isStandIn() ? "" : Files.readString(placed.value()).strip();
        } catch (IOException e) {
            mistakes.add(placed.place(), placed.path(), "cannot be read: " + e);
            return "";
        }
    }

    private String fromVariable(Section.Placed<String> placed) {
        String password = System.getenv(placed.value());
        if (password == null && !placed.isStandIn()) {
            mistakes.add(
                    placed.place(),
                    placed.path(),
                    "names an environment variable that is not set: " + placed.value());
        }
        return password == null ? "" : password;
    }
}
