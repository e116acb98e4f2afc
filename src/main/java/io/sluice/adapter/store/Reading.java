package io.sluice.adapter.store;

import io.sluice.port.StoreAwayException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Asks questions of a store, each in a transaction that sees one moment. Safe for any thread. */
record Reading(DataSource connections) {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    /** What is asked. */
    interface Question<T> {

        /**
         * Asks it over a connection.
         *
         * @param progress how far the store goes at this moment
         */
        T ask(Connection connection, Progress progress) throws SQLException, StoreAwayException;
    }

    <T> T ask(Question<T> question) throws StoreAwayException {
        try (Connection connection = connections.getConnection()) {
            return ask(connection, question);
        } catch (SQLException e) {
            LOG.debug("The store did not answer", e);
            throw new StoreAwayException("The order book store does not answer: " + reason(e), e);
        }
    }

    /** A pool says only that it has no connection; the cause says why. */
    private static String reason(SQLException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static <T> T ask(Connection connection, Question<T> question)
            throws SQLException, StoreAwayException {
        try {
            Progress progress = Progress.read(connection);
            if (progress.position() == Progress.EMPTYING) {
                throw new StoreAwayException("The order book store is being rebuilt");
            }
            return question.ask(connection, progress);
        } finally {
            connection.rollback();
        }
    }
}
