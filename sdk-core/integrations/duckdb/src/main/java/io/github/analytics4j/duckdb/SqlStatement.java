package io.github.analytics4j.duckdb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A statement of the driver's that ends its scans when it is canceled, closed or out of time. */
final class SqlStatement implements InvocationHandler {
    private final SqlConnection connection;
    private final Statement driver;

    SqlStatement(SqlConnection connection, Statement driver) {
        this.connection = connection;
        this.driver = driver;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        switch (name) {
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "getConnection":
                return connection.shown();
            case "cancel", "close":
                return end(method, arguments);
            default:
                return name.startsWith("execute")
                        ? execute(method, arguments)
                        : SqlConnection.call(driver, method, arguments);
        }
    }

    /** The driver first: its interrupt is what the statement then fails with. */
    private @Nullable Object end(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("cancel")) {
            try {
                return SqlConnection.call(driver, method, arguments);
            } finally {
                connection.cancel(this, "the statement was canceled");
            }
        }
        connection.cancel(this, "the statement was closed while it ran"); // the driver's close waits for its end
        return SqlConnection.call(driver, method, arguments);
    }

    private @Nullable Object execute(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        int seconds = driver.isClosed() ? 0 : driver.getQueryTimeout();
        if (seconds == 0) {
            return connection.run(this, driver, method, arguments);
        }
        CompletableFuture<Void> timer = new CompletableFuture<>();
        Executor later = CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, Runnable::run);
        later.execute(() -> timer.complete(null));
        var unused = timer.thenRun(() -> expire(seconds));
        try {
            return connection.run(this, driver, method, arguments);
        } finally {
            timer.cancel(false);
        }
    }

    private void expire(int seconds) {
        try {
            driver.cancel();
        } catch (java.sql.SQLException e) {
            throw new CompletionException(e); // it is closed already
        } finally {
            connection.cancel(this, "the statement did not end within " + seconds + " s");
        }
    }
}
