package io.sluice.app.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Names the content of limits.yaml: SHA-256 in hexadecimal digits. */
final class LimitsVersion {

    /** That of the file itself, as sha256sum says it, where nothing is set in its place. */
    static String of(String text, SortedMap<String, String> set) {
        StringBuilder all = new StringBuilder(text);
        set.forEach((path, value) -> all.append('\n').append(path).append('=').append(value));
        return HexFormat.of()
                .formatHex(sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private LimitsVersion() {}
}
