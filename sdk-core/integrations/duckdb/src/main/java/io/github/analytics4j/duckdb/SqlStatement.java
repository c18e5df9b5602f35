package io.github.analytics4j.duckdb;

import io.github.analytics4j.duckdb.ConnectionScans.Execution;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the driver's that ends its scans when it is canceled, closed or out of time, and, unless it was prepared, can be
 * used again after an error, when the driver closes its own.
 */
final class SqlStatement implements InvocationHandler {
    private final SqlConnection connection;
    private final @Nullable Maker again;
    private volatile Statement driver;
    /** The last one that was asked for. */
    private volatile @Nullable Execution execution;
    /** The one whose time is counted. */
    private @Nullable Execution timed;

    private volatile boolean closed;

    /** Makes a statement of the driver's. */
    interface Maker {
        Statement make() throws Throwable;
    }

    /** A statement; without a maker it stays closed after an error. */
    SqlStatement(SqlConnection connection, Statement driver, @Nullable Maker again) {
        this.connection = connection;
        this.driver = driver;
        this.again = again;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "getConnection" -> connection.shown();
            case "cancel", "close" -> end(method, arguments);
            default ->
                method.getName().startsWith("execute")
                        ? execute(method, arguments)
                        : SqlConnection.call(driver, method, arguments);
        };
    }

    /** The driver first: its interrupt is what the statement then fails with. */
    private @Nullable Object end(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("cancel")) {
            try {
                return SqlConnection.call(driver, method, arguments);
            } finally {
                connection.cancel(execution, "the statement was canceled");
            }
        }
        closed = true;
        connection.cancel(execution, "the statement was closed while it ran"); // the driver's close waits for its end
        return SqlConnection.call(driver, method, arguments);
    }

    private @Nullable Object execute(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        int seconds = driver.isClosed() ? 0 : driver.getQueryTimeout();
        CompletableFuture<Void> timer = new CompletableFuture<>();
        Execution current = new Execution();
        execution = current;
        time(current);
        if (seconds > 0) {
            Executor later = CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, Runnable::run);
            later.execute(() -> timer.complete(null));
            var unused = timer.thenRun(() -> expire(current, seconds));
        }
        try {
            return connection.run(current, driver, method, arguments);
        } catch (SQLException e) {
            try {
                replace(seconds);
            } catch (SQLException gone) {
                e.addSuppressed(gone); // the connection is being closed, and e tells why
            }
            throw e;
        } finally {
            timer.cancel(false);
            time(null);
        }
    }

    private void replace(int seconds) throws Throwable {
        if (again != null && !closed && driver.isClosed() && !connection.isClosed()) {
            Statement fresh = again.make();
            fresh.setQueryTimeout(seconds);
            driver = fresh;
        }
    }

    private synchronized void time(@Nullable Execution current) {
        timed = current;
    }

    private void expire(Execution late, int seconds) {
        synchronized (this) {
            if (timed != late) {
                return; // it has ended, and the driver would cancel another one
            }
            try {
                driver.cancel();
            } catch (SQLException e) {
                // it is closed already
            }
        }
        connection.cancel(late, "the statement did not end within " + seconds + " s");
    }
}
