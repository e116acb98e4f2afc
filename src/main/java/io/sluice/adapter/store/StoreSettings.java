package io.sluice.adapter.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Where the order book store is, and how it is written.
 *
 * @param login of the one who writes
 * @param batch how much becomes one transaction
 */
public record StoreSettings(Login login, Batch batch) {

    /** A database and who logs on to it. */
    public record Login(String url, String user, String password) {

        boolean isH2() {
            return url.startsWith("jdbc:h2:");
        }

        boolean isPostgres() {
            return url.startsWith("jdbc:postgresql:");
        }

        /** A password is a secret: its text stays out of logs. */
        @Override
        public String toString() {
            return "Login[url=" + url + ", user=" + user + "]";
        }
    }

    /**
     * Up to so many frames, gathered for so long at most.
     *
     * @param age how long the first frame of a batch waits for others
     */
    public record Batch(int frames, Duration age) {}

    /**
     * What the journal does not tell.
     *
     * @param limits those that the router was started with
     * @param roles what each FIX session is for, by its name
     */
    public record Facts(LimitSheet limits, Map<String, String> roles) {}

    /** The user of the store of a data directory. */
    public static final String USER = "SLUICE";

    private static final String DIRECTORY = "store";

    /**
     * The store in the files of a data directory. Whoever opens it first serves it to others on
     * this machine, on a free port of the loopback.
     */
    public static String localUrl(Path data) {
        String file =
                data.toAbsolutePath()
                        .normalize()
                        .resolve(DIRECTORY)
                        .resolve("orderbook")
                        .toString();
        return "jdbc:h2:file:" + file.replace(";", "\\;") + ";AUTO_SERVER=TRUE;TIME ZONE=UTC";
    }

    /** Where the password of that store is kept. */
    public static Path passwordFile(Path data) {
        return data.resolve(DIRECTORY).resolve("store.password");
    }
}
