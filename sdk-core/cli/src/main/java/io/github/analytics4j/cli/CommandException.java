package io.github.analytics4j.cli;

import org.jspecify.annotations.Nullable;

/** Ends the command with an exit code and one line: a sentence that says what is wrong and what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    /** Ends with one of {@link ExitCode}. */
    public CommandException(int code, String message) {
        this(code, message, null);
    }

    /** As {@link #CommandException(int, String)}, with the failure underneath, which {@code --stacktrace} shows. */
    public CommandException(int code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static CommandException wrong(String message) {
        return new CommandException(ExitCode.WRONG_ARGUMENTS, message);
    }

    /** The exit code. */
    public int code() {
        return code;
    }
}
