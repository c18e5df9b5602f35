package io.github.analytics4j.cli;

/** The exit codes of the command; the README lists them. A closed pipe ends with {@link #DONE}, without a word. */
public final class ExitCode {
    /** All was done. */
    public static final int DONE = 0;
    /** The server or this machine refused, or it failed otherwise. */
    public static final int FAILED = 1;
    /** The arguments are wrong; nothing was sent. */
    public static final int WRONG_ARGUMENTS = 2;
    /** All that came was written, but it is not proven to be complete. */
    public static final int NOT_PROVEN = 3;
    /** A key is missing, or the server refused it. */
    public static final int KEY = 4;
    /** Another run uses the same checkpoint, ticket or file. */
    public static final int BUSY = 5;
    /** The user interrupted it. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
