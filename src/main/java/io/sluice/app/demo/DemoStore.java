package io.sluice.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The order book store of a demo as a database process of its own, so that it can be killed: as
 * often as it is started. Single-threaded, but for {@link #process}.
 */
final class DemoStore implements Victim {

    static final String NAME = "store";

    private final Child.Start start;
    private final int port;
    private volatile Child process;
    private long upSinceNanos = System.nanoTime();
    private int kills;

    private DemoStore(Child.Start start, int port) throws IOException {
        this.start = start;
        this.port = port;
        this.process = Child.start(start);
    }

    static DemoStore start(DemoDirectory directory) throws IOException {
        int port = freePort();
        Files.createDirectories(directory.store());
        List<String> jvm = new ArrayList<>(Child.SMALL);
        jvm.add("-Dh2.bindAddress=127.0.0.1");
        return new DemoStore(
                new Child.Start(
                        NAME,
                        jvm,
                        "org.h2.tools.Server",
                        List.of(
                                "-tcp",
                                "-tcpPort",
                                String.valueOf(port),
                                "-ifNotExists",
                                "-baseDir",
                                directory.store().toString()),
                        directory.path().resolve(NAME + ".log")),
                port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What has the router use it. */
    List<String> routerOptions() {
        return List.of(
                "--set",
                "store.url=jdbc:h2:tcp://127.0.0.1:" + port + "/./sluice",
                "--set",
                "store.user=SLUICE");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Child process() {
        return process;
    }

    @Override
    public int kills() {
        return kills;
    }

    @Override
    public boolean hasBeenUpFor(Duration time) {
        return System.nanoTime() - upSinceNanos >= time.toNanos();
    }

    @Override
    public void killAndRestart() throws IOException, InterruptedException {
        process.kill();
        kills++;
        process = Child.start(start);
        upSinceNanos = System.nanoTime();
    }
}
