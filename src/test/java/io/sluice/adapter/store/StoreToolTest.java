package io.sluice.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.store.StoreSettings.Login;
import io.sluice.core.RandomFrames;
import io.sluice.port.Frame;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

class StoreToolTest {

    @TempDir private Path data = Path.of("");

    private final List<Frame> frames = RandomFrames.of(System.nanoTime(), 300);
    private Login login = TestStore.inMemory();
    private StoreTool tool = new StoreTool(login);

    @BeforeEach
    void makeAStoreInFiles() throws IOException {
        login =
                new Login(
                        StoreSettings.localUrl(data),
                        StoreSettings.USER,
                        StorePassword.readOrCreate(data));
        tool = new StoreTool(login);
    }

    @Test
    void aRebuildGivesWhatFollowingGives() throws IOException, SQLException {
        assertThat(rebuild(0)).isEmpty();
        assertThat(dump()).isEqualTo(TestStore.expected(frames));

        assertThat(rebuild(0)).isEmpty();
        assertThat(dump()).isEqualTo(TestStore.expected(frames));
        assertThat(tool.query("SELECT COUNT(*) FROM limits").rows())
                .containsExactly(List.of(Optional.of("1")));
    }

    @Test
    void aRebuildSaysWhatIsMissing() throws IOException {
        assertThat(rebuild(5))
                .hasValue("the journal between positions 0 and 5 was not there to be read");
    }

    @Test
    void anAnswerIsTextWithoutNeedlessZeros() throws IOException {
        rebuild(0);

        StoreTool.Answer answer =
                tool.query("SELECT 1.500 AS a, CAST(NULL AS VARCHAR) AS b, 0.00 AS c");
        assertThat(answer.columns()).containsExactly("A", "B", "C");
        assertThat(answer.rows())
                .containsExactly(List.of(Optional.of("1.5"), Optional.empty(), Optional.of("0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM orders",
                "UPDATE projection SET journal_position = 0",
                "INSERT INTO kills (kill_id) VALUES ('k')",
                "DROP TABLE orders",
                "TRUNCATE TABLE orders",
                "CREATE TABLE more (id INTEGER)",
                "CREATE ALIAS halt FOR 'java.lang.System.exit'",
                "SELECT FILE_READ('/etc/hostname')",
                "CALL CSVWRITE('x.csv', 'SELECT 1')",
                "SHUTDOWN",
                "SCRIPT TO 'x.sql'",
                "ALTER USER READER ADMIN TRUE",
            })
    void aQueryCanChangeNothing(String sql) throws IOException {
        rebuild(0);

        assertThatThrownBy(() -> tool.query(sql))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the store says: ");
    }

    @Test
    void aStoreThatIsNotThereIsNotMadeByAQuery() {
        assertThatThrownBy(() -> tool.query("SELECT 1")).isInstanceOf(IOException.class);
        assertThat(data.resolve("store").resolve("orderbook.mv.db")).doesNotExist();
    }

    @Test
    void whatIsExportedCanBeImported() throws IOException, SQLException {
        rebuild(0);
        List<String> before = dump();
        Path file = data.resolve("export's.sql");
        tool.exportTo(file);
        tool.rebuild(_ -> {}, TestStore.FACTS, 0);
        assertThat(dump()).isNotEqualTo(before);

        tool.importFrom(file);

        assertThat(dump()).isEqualTo(before);
        assertThat(tool.query("SELECT COUNT(*) FROM orders").rows()).hasSize(1);
    }

    @Test
    void whatIsNotThereCannotBeImported() throws IOException, SQLException {
        rebuild(0);
        List<String> before = dump();

        assertThatThrownBy(() -> tool.importFrom(data.resolve("nothing.sql")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void thePasswordIsForItsOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(StoreSettings.passwordFile(data)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(StorePassword.readOrCreate(data)).isEqualTo(login.password());
        assertThat(login.toString()).doesNotContain(login.password());
    }

    @Test
    void othersReachItOnTheLoopbackOnly() throws IOException, SQLException {
        rebuild(0);
        try (Connection connection = new Database(login).open()) {
            assertThat(connection.isValid(1)).isTrue();
            Properties lock = new Properties();
            try (var file = Files.newInputStream(data.resolve("store/orderbook.lock.db"))) {
                lock.load(file);
            }
            String server = lock.getProperty("server");
            int port = Integer.parseInt(server.substring(server.indexOf(':') + 1));
            connect(InetAddress.getLoopbackAddress(), port);
            for (InetAddress address : others()) {
                assertThatThrownBy(() -> connect(address, port)).isInstanceOf(IOException.class);
            }
        }
    }

    /** Every other address of this machine; a server for all of them would answer at these. */
    private static List<InetAddress> others() throws IOException {
        return Stream.concat(
                        Stream.of(InetAddress.getByName("127.0.0.2")),
                        NetworkInterface.networkInterfaces()
                                .flatMap(NetworkInterface::inetAddresses)
                                .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress()))
                .toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    private Optional<String> rebuild(long oldest) throws IOException {
        return tool.rebuild(
                reader -> MemoryJournal.of(frames).replay(0, reader), TestStore.FACTS, oldest);
    }

    private List<String> dump() throws SQLException {
        try (Connection connection = new Database(login).open()) {
            return TestStore.dump(connection);
        }
    }
}
