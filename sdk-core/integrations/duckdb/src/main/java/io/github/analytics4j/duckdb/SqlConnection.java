package io.github.analytics4j.duckdb;

import io.github.analytics4j.duckdb.ConnectionScans.Execution;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the driver's whose statements, when they are canceled or closed, end the scans that the driver waits for, and
 * run one after the other where several threads use them. All else is the driver's.
 */
final class SqlConnection implements InvocationHandler {
    /** The standard's code for a statement that was ended from outside. */
    private static final String QUERY_CANCELED = "57014";

    private static final String CLOSED = "the connection was closed while the statement ran";

    private final DuckDBConnection driver;
    private final String url;
    private final ConnectionScans scans;
    private final SqlHints hints;
    private final OnClose onClose;
    private final Connection shown;

    /** The action that follows the closing of the connection. */
    interface OnClose {
        void run() throws SQLException;
    }

    private SqlConnection(DuckDBConnection driver, ConnectionScans scans, SqlHints hints, OnClose onClose)
            throws SQLException {
        this.driver = driver;
        this.url = driver.getMetaData().getURL();
        this.scans = scans;
        this.hints = hints;
        this.onClose = onClose;
        this.shown = proxy(Connection.class, this);
    }

    static Connection of(DuckDBConnection driver, ConnectionScans scans, SqlHints hints, OnClose onClose)
            throws SQLException {
        return new SqlConnection(driver, scans, hints, onClose).shown;
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SqlConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    Connection shown() {
        return shown;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "Connection[" + url + "]";
            case "unwrap" ->
                arguments != null && Connection.class.equals(arguments[0]) ? proxy : call(driver, method, arguments);
            case "close" -> close();
            case "abort" -> {
                scans.cancel(CLOSED);
                yield call(driver, method, arguments);
            }
            default -> statement(method, arguments);
        };
    }

    private @Nullable Object statement(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        Class<?> type = method.getReturnType();
        if (type == Statement.class) {
            SqlStatement.Maker maker = () -> made(call(driver, method, arguments));
            return proxy(Statement.class, new SqlStatement(this, maker.make(), maker));
        } else if (type == PreparedStatement.class || type == CallableStatement.class) {
            Statement prepared = made(run(new Execution(), driver, method, arguments));
            return proxy(type, new SqlStatement(this, prepared, null));
        }
        return call(driver, method, arguments);
    }

    private static Statement made(@Nullable Object statement) {
        if (statement instanceof Statement known) {
            return known;
        }
        throw new IllegalStateException("the driver made no statement but " + statement);
    }

    boolean isClosed() throws SQLException {
        return driver.isClosed();
    }

    private @Nullable Object close() throws SQLException {
        scans.cancel(CLOSED);
        driver.close();
        onClose.run();
        return null; // as the method that it stands for
    }

    /** Runs what prepares or executes a statement, once the one before it is over. */
    @Nullable
    Object run(Execution execution, Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (!scans.begin(execution)) {
            throw new SQLTimeoutException(scans.canceled(execution), QUERY_CANCELED);
        }
        try {
            return call(target, method, arguments);
        } catch (SQLException e) {
            throw explained(execution, e, arguments == null || arguments.length == 0 ? "" : "" + arguments[0]);
        } finally {
            scans.end();
        }
    }

    /** Ends an execution, if it is the last one that began or waits for its turn. */
    void cancel(@Nullable Execution execution, String why) {
        if (execution != null) {
            scans.cancel(execution, why);
        }
    }

    /** The driver's exception, with ours as its cause where it is about ours; one of a kind for a statement that was ended. */
    private SQLException explained(Execution execution, SQLException e, String sql) {
        String canceled = scans.canceled(execution);
        if (canceled != null) {
            return new SQLTimeoutException(canceled, QUERY_CANCELED, e); // as the driver's is
        }
        String message = "" + e.getMessage();
        String hint = hints.about(message, sql);
        if (hint != null) {
            return new SQLException(hint + "\n\n" + message, e.getSQLState(), e);
        }
        ScanFailure failure = scans.failure();
        if (failure != null
                && failure.getCause() != null
                && e.getCause() == null
                && message.contains("" + failure.getMessage())) {
            e.initCause(failure.getCause());
        }
        return e;
    }

    static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
