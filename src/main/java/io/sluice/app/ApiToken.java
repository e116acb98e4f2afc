package io.sluice.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What callers of the API must show: the file {@code api.token} in the data directory. */
public record ApiToken(String value) {

    public static final String NAME = "api.token";

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public ApiToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "An API token is 32 bytes in base64url, was of " + value.length() + " letters");
        }
    }

    /** The token of a data directory; a new one where there is none. */
    public static ApiToken readOrCreate(Path dataDirectory) throws IOException {
        Optional<ApiToken> known = read(dataDirectory);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        ApiToken created =
                new ApiToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        AtomicFile.writeForOwner(dataDirectory.resolve(NAME), created.value() + "\n");
        return created;
    }

    public static Optional<ApiToken> read(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(NAME);
        try {
            return Optional.of(new ApiToken(Files.readString(file).strip()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no token: " + e.getMessage(), e);
        }
    }

    /** A token is a secret: its text stays out of logs. */
    @Override
    public String toString() {
        return "ApiToken(hidden)";
    }
}
