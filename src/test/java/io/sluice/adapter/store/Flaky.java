package io.sluice.adapter.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections whose calls fail when a rule says so. */
final class Flaky implements Connections {

    private final Database database;
    private final Rule rule;

    /** When a call fails. */
    interface Rule {

        /** Before it is made. */
        boolean failsBefore(Method call);

        /** After it was made: nobody hears of its success. */
        default boolean failsAfter(Method call) {
            return false;
        }
    }

    Flaky(Database database, Rule rule) {
        this.database = database;
        this.rule = rule;
    }

    @Override
    public Connection open() throws SQLException {
        return wrapped(database.open(), Connection.class);
    }

    @Override
    public void migrate() throws SQLException {
        database.migrate();
    }

    private <T> T wrapped(T real, Class<T> type) {
        InvocationHandler handler = (_, method, arguments) -> call(real, method, arguments);
        return type.cast(
                Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        boolean spared = method.getName().equals("close") || method.getName().equals("rollback");
        if (!spared && rule.failsBefore(method)) {
            throw new SQLException("Injected before " + method.getName());
        }
        Object answer;
        try {
            answer = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
        if (!spared && rule.failsAfter(method)) {
            throw new SQLException("Injected after " + method.getName());
        }
        return switch (answer) {
            case PreparedStatement statement -> wrapped(statement, PreparedStatement.class);
            case Statement statement -> wrapped(statement, Statement.class);
            case null, default -> answer;
        };
    }
}
