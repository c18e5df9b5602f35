package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.SdkException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A failure on its way through the database, which takes all that the stack trace prints for the message of its error. */
final class ScanFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScanFailure(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    static ScanFailure of(Table table, Throwable failure) {
        return failure instanceof ScanFailure known
                ? known
                : new ScanFailure(table.name() + ": " + sentence(table, failure), failure);
    }

    private static String sentence(Table table, Throwable failure) {
        if (failure instanceof CanceledException) {
            return "the statement was canceled";
        }
        String message = failure.getMessage();
        if (message == null || !(failure instanceof SdkException)) {
            return "unexpected " + failure;
        }
        String operation = table.operation().id() + ": ";
        return message.startsWith(operation) ? message.substring(operation.length()) : message;
    }

    /** The message alone: the trace is that of the cause, which the SQL exception has. */
    @Override
    public void printStackTrace(PrintWriter out) {
        out.print(getMessage());
    }
}
