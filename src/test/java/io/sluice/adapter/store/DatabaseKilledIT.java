package io.sluice.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.store.StoreSettings.Login;
import io.sluice.core.RandomFrames;
import io.sluice.port.Frame;

import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The database is a process of its own, and is killed again and again under load. */
class DatabaseKilledIT {

    private static final int KILLS = 4;

    @TempDir private Path directory = Path.of("");

    private final long seed = System.nanoTime();
    private Optional<Process> server = Optional.empty();

    @AfterEach
    void stopTheDatabase() {
        server.ifPresent(Process::destroyForcibly);
    }

    @Test
    void theBooksAreEqualInTheEnd() throws IOException, SQLException, InterruptedException {
        List<Frame> frames = RandomFrames.of(seed, 6_000);
        Random random = new Random(seed);
        int port = freePort();
        Login login =
                new Login(
                        "jdbc:h2:tcp://127.0.0.1:%d/./book;TIME ZONE=UTC".formatted(port),
                        "SLUICE",
                        "secret");
        Database database = new Database(login);
        startDatabase(port);
        MemoryJournal journal = MemoryJournal.of(frames);
        try (Projector projector = TestStore.projector(journal, database)) {
            projector.start();
            for (int i = 0; i < KILLS; i++) {
                long more = projector.status().batches() + 1 + random.nextInt(4);
                TestStore.await(
                        "it has written more",
                        () ->
                                projector.status().batches() >= more
                                        || projector.status().position() == journal.durable());
                server.orElseThrow().destroyForcibly().waitFor();
                startDatabase(port);
            }
            TestStore.awaitAll(projector);
        }
        assertThat(position(database)).as("seed " + seed).isEqualTo(journal.durable());
        try (Connection connection = database.open()) {
            assertThat(TestStore.dump(connection))
                    .as("seed " + seed)
                    .isEqualTo(TestStore.expected(frames));
        }
    }

    private static long position(Database database) throws SQLException {
        try (Connection connection = database.open()) {
            return Progress.read(connection).position();
        }
    }

    private void startDatabase(int port) throws IOException {
        server =
                Optional.of(
                        new ProcessBuilder(
                                        ProcessHandle.current().info().command().orElse("java"),
                                        "-Xmx256m",
                                        "-Dh2.bindAddress=127.0.0.1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Server.class.getName(),
                                        "-tcp",
                                        "-tcpPort",
                                        String.valueOf(port),
                                        "-ifNotExists",
                                        "-baseDir",
                                        directory.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(directory.resolve("server.log").toFile())
                                .start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
