package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.app.RunningRouter;
import io.sluice.app.config.Config;
import io.sluice.app.config.ConfigLoader;
import io.sluice.order.ClOrdId;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a router does not start on, and what it says of it. */
class BadStartIT {

    private static final int CONFIGURATION = 78;
    private static final int CANNOT_CREATE = 73;
    private static final String ORDER = "38=100|40=2|44=190.00|55=AAPL|54=1|60=20260302-09:00:00";

    private Path dir = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void thereIsRoom(@TempDir Path temporary) {
        dir = temporary;
        output = temporary.resolve("output.txt");
    }

    @Test
    void anUnknownKeyAndAWrongTypeAreNamedWithTheirPlaces() throws Exception {
        Path config = copyOfConfig();
        Path file = config.resolve("router.yaml");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replace("daysKept: 2 ", "daysKept: two ")
                        .replace("  port: 8080", "  prot: 8080"));

        try (Program router = Program.router(output, config, dir.resolve("data"))) {
            assertThat(router.exitCode()).isEqualTo(CONFIGURATION);
            assertThat(router.said())
                    .contains("router.yaml:" + lineOf(file, "prot:"), "prot")
                    .contains("router.yaml:" + lineOf(file, "daysKept: two"), "two")
                    .contains("not started");
        }
        assertThat(dir.resolve("data")).doesNotExist();
    }

    private Path copyOfConfig() throws IOException {
        Path copy = Files.createDirectories(dir.resolve("config"));
        try (Stream<Path> files = Files.list(Routers.CONFIG)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static int lineOf(Path file, String words) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        throw new AssertionError(file + " does not hold " + words);
    }

    @Test
    void aSecondRouterOnTheSameDataNamesTheFirst() throws Exception {
        Path data = dir.resolve("data");
        try (RunningRouter first = start(data);
                Program second = Program.router(output, Routers.CONFIG, data)) {
            assertThat(second.exitCode()).isEqualTo(CANNOT_CREATE);
            assertThat(second.said())
                    .contains("Another router runs on the data directory " + data)
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(first.omsPort()).isPositive();
        }
    }

    @Test
    void aFixPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = taken()) {
            String port = "" + taken.getLocalPort();

            assertThatThrownBy(() -> start(dir.resolve("data"), "oms.SocketAcceptPort", port))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + port);
        }
        start(dir.resolve("data")).close();
    }

    @Test
    void aConsolePortInUseIsNamed() throws Exception {
        try (ServerSocket taken = taken()) {
            String port = "" + taken.getLocalPort();

            assertThatThrownBy(() -> start(dir.resolve("data"), "console.port", port))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + port);
        }
        start(dir.resolve("data")).close();
    }

    @Test
    void aPortInUseEndsTheProcess() throws Exception {
        try (ServerSocket taken = taken();
                Program router =
                        Program.router(
                                output,
                                Routers.CONFIG,
                                dir.resolve("data"),
                                "oms.SocketAcceptPort=" + taken.getLocalPort(),
                                "console.port=0")) {
            assertThat(router.exitCode()).isEqualTo(CANNOT_CREATE);
            assertThat(router.said())
                    .contains("not started")
                    .contains("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void aDataDirectoryThatIsAFileIsNamed() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "not a directory");

        try (Program router = Program.router(output, Routers.CONFIG, file)) {
            assertThat(router.exitCode()).isEqualTo(CANNOT_CREATE);
            assertThat(router.said()).contains(file + ": is a file where a directory must be");
        }
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Path data = readOnly();

        try (Program router = Program.router(output, Routers.CONFIG, data)) {
            assertThat(router.exitCode()).isEqualTo(CANNOT_CREATE);
            assertThat(router.said()).contains("sluice: not started: " + data);
        }
    }

    /** Nobody may write to it, not even root. */
    private Path readOnly() throws IOException {
        Path data = Files.createDirectory(dir.resolve("readonly"));
        boolean changed = data.toFile().setWritable(false);
        return changed && !Files.isWritable(data) ? data : Path.of("/proc/sluice");
    }

    @Test
    void aTornEndOfTheJournalIsCutAndTold() throws Exception {
        Path torn = dir.resolve("torn");
        try (Desk desk = new Desk(dir.resolve("data"))) {
            desk.order("T1");
            desk.order("T2");
            copy(dir.resolve("data"), torn);
        }
        tear(torn, "T2");

        try (LogLines log = new LogLines()) {
            RunningRouter router = start(torn);
            router.close();

            log.tell("the end of the journal was cut", "position=", "its checksum is wrong");
            assertThat(order(router, "T1")).map(Order::state).contains(OrderState.WORKING);
            assertThat(order(router, "T2")).isPresent();
        }
    }

    private static Optional<Order> order(RunningRouter closed, String id) {
        return closed.engine().orders().find(new OmsId("OMS44"), new ClOrdId(id));
    }

    @Test
    void aDamagedJournalIsRefusedWithThePlace() throws Exception {
        Path data = dir.resolve("data");
        try (Desk desk = new Desk(data)) {
            desk.order("T1");
            desk.order("T2");
        }
        tear(data, "T1");

        try (Program router =
                Program.router(output, Routers.CONFIG, data, "oms.SocketAcceptPort=0")) {
            assertThat(router.exitCode()).isEqualTo(CANNOT_CREATE);
            assertThat(router.said()).contains("not started", "journal-");
            assertThat(router.said()).containsPattern("position [1-9][0-9]*");
        }
    }

    @Test
    void aTruncatedJournalIsRefusedWithThePlace() throws Exception {
        Path data = dir.resolve("data");
        try (Desk desk = new Desk(data)) {
            desk.order("T1");
            desk.order("T2");
        }
        Path segment = segment(data);
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.setLength(indexOf(segment, "11=T1"));
        }

        try (Program router =
                Program.router(output, Routers.CONFIG, data, "oms.SocketAcceptPort=0")) {
            assertThat(router.exitCode()).isEqualTo(CANNOT_CREATE);
            assertThat(router.said()).contains("not started", "journal-");
            assertThat(router.said()).containsPattern("has [1-9][0-9]* now");
        }
    }

    /** Changes a byte of the last place in the journal that holds these words. */
    private static void tear(Path data, String words) throws IOException {
        Path segment = segment(data);
        long at = indexOf(segment, words);
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(at);
            file.write('#');
        }
    }

    private static long indexOf(Path segment, String words) throws IOException {
        String all = new String(Files.readAllBytes(segment), StandardCharsets.ISO_8859_1);
        int at = all.lastIndexOf(words);
        assertThat(at).as("place of " + words).isPositive();
        return at;
    }

    private static Path segment(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("journal"))) {
            return files.filter(it -> it.getFileName().toString().startsWith("journal-"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
    }

    private static RunningRouter start(Path data, String... override) throws IOException {
        Map<String, String> values =
                Routers.overrides(Map.of("ALPHA", Routers.freePort(), "DELTA", Routers.freePort()));
        if (override.length == 2) {
            values.put(override[0], override[1]);
        }
        Config config = ConfigLoader.load(Routers.CONFIG, values).config().orElseThrow();
        return RunningRouter.start(config, data);
    }

    /** A router with an OMS and a broker that acknowledges. */
    private static final class Desk implements AutoCloseable {

        private final FixPeer alpha = new FixPeer("ALPHA");
        private final FixPeer oms = new FixPeer("OMS44");
        private final RunningRouter router;

        Desk(Path data) throws Exception {
            int port = alpha.listen(0);
            router =
                    RunningRouter.start(
                            Routers.config(Map.of("ALPHA", port, "DELTA", Routers.freePort())),
                            data);
            Await.until("ALPHA is synchronised", alpha::isSynchronised);
            alpha.settle();
            oms.connect(router.omsPort());
        }

        void order(String id) {
            oms.send("D", "11=%s|%s".formatted(id, ORDER));
            String atBroker = alpha.hears("an order", _ -> true).find(11).orElseThrow();
            alpha.send(
                    "8",
                    "37=V%s|11=%s|17=E%s|150=0|39=0|55=AAPL|54=1|151=100|14=0|6=0"
                            .formatted(atBroker, atBroker, atBroker));
            oms.hears("that it is new", it -> it.find(150).orElse("").equals("0"));
        }

        @Override
        public void close() {
            oms.close();
            router.close();
            alpha.close();
        }
    }
}
