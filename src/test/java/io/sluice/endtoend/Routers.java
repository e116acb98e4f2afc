package io.sluice.endtoend;

import io.sluice.app.config.Config;
import io.sluice.app.config.ConfigLoader;
import io.sluice.app.config.Loaded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stock configuration, made fit for tests: free ports, small segments. */
public final class Routers {

    /** Where the stock configuration lies. */
    public static final Path CONFIG = Path.of("config");

    /** What differs from the stock configuration, with where each broker listens. */
    public static Map<String, String> overrides(Map<String, Integer> brokerPorts) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("oms.SocketAcceptPort", "0");
        values.put("console.port", "0");
        values.put("journal.durability", "process");
        values.put("journal.segmentMiB", "16");
        brokerPorts.forEach(
                (broker, port) ->
                        values.put("brokers." + broker + ".SocketConnectPort", "" + port));
        return values;
    }

    public static Config config(Map<String, Integer> brokerPorts) {
        Loaded loaded = ConfigLoader.load(CONFIG, overrides(brokerPorts));
        return loaded.config()
                .orElseThrow(() -> new AssertionError("Mistakes: " + loaded.mistakes()));
    }

    /** A port that nobody listens on at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Routers() {}
}
