package io.sluice.adapter.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.sluice.adapter.store.StoreSettings.Login;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** A database that holds, or is to hold, an order book store. Safe for any thread. */
final class Database implements Connections {

    /** Who may look at an H2 store and change nothing; no secret. */
    static final String READER = "READER";

    private static final String READER_PASSWORD = "reader";
    private static final Duration READER_PATIENCE = Duration.ofSeconds(5);
    private static final int READERS = 4;

    static {
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private final Login login;

    Database(Login login) {
        this.login = login;
    }

    boolean isH2() {
        return login.isH2();
    }

    /** For the one who writes; commits are its own. */
    @Override
    public Connection open() throws SQLException {
        Connection connection =
                DriverManager.getConnection(
                        login.url(), properties(login.user(), login.password()));
        connection.setAutoCommit(false);
        return connection;
    }

    /** Brings the tables to the version of this program. */
    @Override
    public void migrate() throws SQLException {
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            throw new SQLException("The tables cannot be made: " + e.getMessage(), e);
        }
        if (login.isH2()) {
            try (Connection connection = open()) {
                Queries.run(
                        connection,
                        "CREATE USER IF NOT EXISTS %s PASSWORD '%s'"
                                .formatted(READER, READER_PASSWORD),
                        "GRANT SELECT ON SCHEMA PUBLIC TO " + READER);
                connection.commit();
            }
        }
    }

    /** Removes every table, whatever they are: of a database that is all ours. */
    void clean() throws SQLException {
        try {
            flyway().clean();
        } catch (FlywayException e) {
            throw new SQLException("The tables cannot be removed: " + e.getMessage(), e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .loggers("slf4j")
                .dataSource(login.url(), login.user(), login.password())
                .locations("classpath:store/migration")
                .cleanDisabled(false)
                .load();
    }

    /** For someone who only looks. Waits a moment when it cannot be had. */
    Connection openForReading() throws SQLException {
        Connection connection =
                DriverManager.getConnection(
                        readerUrl(), properties(readerName(), readerPassword()));
        connection.setReadOnly(true);
        return connection;
    }

    /** Connections for those who only look, made when they are needed. */
    HikariDataSource readers() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store-readers");
        config.setJdbcUrl(readerUrl());
        config.setUsername(readerName());
        config.setPassword(readerPassword());
        config.setReadOnly(true);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(READER_PATIENCE.toMillis());
        config.setIdleTimeout(Duration.ofSeconds(30).toMillis());
        return new HikariDataSource(config);
    }

    /** A reader must not make the database that it does not find. */
    private String readerUrl() {
        return login.isH2() ? login.url() + ";IFEXISTS=TRUE" : login.url();
    }

    private String readerName() {
        return login.isH2() ? READER : login.user();
    }

    private String readerPassword() {
        return login.isH2() ? READER_PASSWORD : login.password();
    }

    private Properties properties(String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        if (login.isPostgres()) {
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("socketTimeout", "60");
        }
        return properties;
    }

    @Override
    public String toString() {
        return login.url();
    }
}
