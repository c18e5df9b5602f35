package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.PermissionDeniedException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.WalkException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.ParameterException;

/** Turns a failure into the exit code and one line that says what happened and what to do. */
public final class Failures {
    private static final int LONGEST = 2_000;

    private Failures() {}

    /** Tells the user and returns the exit code; a pipe that was closed by its reader is no failure. */
    static int report(Throwable failure, PrintStream err, boolean stacktrace) {
        if (failure instanceof Output.ClosedPipe) {
            return ExitCode.DONE;
        }
        String line = Words.line(sentence(failure));
        err.println("analytics4j: " + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line));
        if (stacktrace) {
            failure.printStackTrace(err);
        }
        return code(failure);
    }

    /**
     * {@return the exit code of a failure, as the README's table has it}
     *
     * @param failure of any kind
     */
    public static int code(Throwable failure) {
        if (failure instanceof CommandException known) {
            return known.code();
        } else if (failure instanceof ParameterException || failure instanceof InvalidRequestException) {
            return ExitCode.WRONG_ARGUMENTS;
        } else if (failure instanceof AuthenticationException || failure instanceof PermissionDeniedException) {
            return ExitCode.KEY;
        } else if (failure instanceof DownloadException download
                && download.reason() == DownloadException.Reason.IN_USE) {
            return ExitCode.BUSY;
        }
        return ExitCode.FAILED;
    }

    /**
     * {@return what happened and what to do, in one sentence without its full stop}
     *
     * @param failure of any kind
     */
    public static String sentence(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (failure instanceof AuthenticationException) {
            return message + "; check the key, and that it is one for this address or region";
        } else if (failure instanceof PermissionDeniedException) {
            return message + "; give the key the right to read analytics, or use another one";
        } else if (failure instanceof RateLimitException limit) {
            return limit.retryAfter().isPresent() ? message : message + "; try again later"; // else it says when
        } else if (failure instanceof DeadlineExceededException) {
            return message + "; give it more time with " + OptionNames.DEADLINE;
        } else if (failure instanceof NoResponseException) {
            return message + "; check the address and the network, --verbose shows each attempt";
        } else if (failure instanceof ApiException
                || failure instanceof CommandException
                || failure instanceof WalkException
                || failure instanceof DownloadException
                || failure instanceof InvalidRequestException) {
            return message;
        } else if (failure instanceof IOException io) {
            return OutputFile.why(io);
        } else if (failure instanceof OutOfMemoryError) {
            return "out of memory: give Java more of it, as in JAVA_TOOL_OPTIONS=-Xmx512m";
        }
        return failure instanceof RuntimeException && failure.getMessage() != null
                ? message
                : "unexpected " + failure + "; --stacktrace shows where";
    }

    /** A failure that names parameters as the catalogue does, with the names of options. */
    static RuntimeException inOptions(
            InvalidRequestException failure, String operation, Map<String, Parameter> parameters) {
        String message = "" + failure.getMessage();
        String prefix = operation + ": ";
        return new CommandException(
                ExitCode.WRONG_ARGUMENTS,
                message.startsWith(prefix) ? Help.inOptions(message.substring(prefix.length()), parameters) : message,
                failure);
    }
}
