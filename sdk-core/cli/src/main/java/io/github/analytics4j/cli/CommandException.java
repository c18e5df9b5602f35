package io.github.analytics4j.cli;

import org.jspecify.annotations.Nullable;

/** Ends the command with an exit code and one line: a sentence that says what is wrong and what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exit code of the process. */
    private final int code;

    /**
     * Ends the command, with one line on stderr.
     *
     * @param code one of {@link ExitCode}
     * @param message what happened and what to do
     */
    public CommandException(int code, String message) {
        this(code, message, null);
    }

    /**
     * As {@link #CommandException(int, String)}, with the failure underneath.
     *
     * @param code one of {@link ExitCode}
     * @param message what happened and what to do
     * @param cause shown with {@code --stacktrace}, or null
     */
    public CommandException(int code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static CommandException wrong(String message) {
        return new CommandException(ExitCode.WRONG_ARGUMENTS, message);
    }

    /** {@return the exit code of the process} */
    public int code() {
        return code;
    }
}
