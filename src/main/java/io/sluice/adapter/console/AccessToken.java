package io.sluice.adapter.console;

import io.javalin.http.Context;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** What callers must show. Compared in a time that does not tell how much of it was right. */
final class AccessToken {

    /** A browser's WebSocket has no headers of its own; it can name protocols. */
    private static final String PROTOCOL_PREFIX = "sluice.token.";

    private final byte[] wanted;

    AccessToken(String token) {
        wanted = token.getBytes(StandardCharsets.UTF_8);
    }

    void require(Context http) {
        http.header("Cache-Control", "no-store");
        require(http, Optional.ofNullable(http.header("Authorization")).map(AccessToken::bearer));
    }

    /** In the header, or in one of the protocols offered for the socket. */
    void requireForUpgrade(Context http) {
        if (http.header("Authorization") != null) {
            require(http);
            return;
        }
        require(
                http,
                Optional.ofNullable(http.header("Sec-WebSocket-Protocol")).flatMap(this::offered));
    }

    private Optional<String> offered(String protocols) {
        return Arrays.stream(protocols.split(","))
                .map(String::strip)
                .filter(it -> it.startsWith(PROTOCOL_PREFIX))
                .map(it -> it.substring(PROTOCOL_PREFIX.length()))
                .findFirst();
    }

    private static String bearer(String header) {
        return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    }

    private void require(Context http, Optional<String> shown) {
        boolean known = shown.map(it -> MessageDigest.isEqual(bytes(it), wanted)).orElse(false);
        if (!known) {
            http.header("WWW-Authenticate", "Bearer");
            String why = shown.isEmpty() ? "was missing" : "was not the router's";
            throw Problem.of(
                            401,
                            "Unauthorized",
                            "The header 'Authorization: Bearer <token of api.token>' " + why)
                    .asException();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
