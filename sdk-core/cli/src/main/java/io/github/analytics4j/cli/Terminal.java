package io.github.analytics4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether stdout and stderr are read by a person, and stdin is typed by one.
 *
 * @param out whether stdout is a terminal
 * @param err whether stderr is a terminal
 * @param width columns of the terminal; 0 when not known
 * @param in whether stdin is a terminal
 */
public record Terminal(boolean out, boolean err, int width, boolean in) {

    /** No terminal at all: a pipe, a file, a nightly job. */
    public static final Terminal NONE = new Terminal(false, false, 0);

    /** Set by the launcher, which can ask the shell: {@code out,err,width,in}, as in {@code 1,1,120,1}. */
    private static final String TOLD = "analytics4j.terminal";

    /**
     * Describes a terminal at whose stdin nobody types.
     *
     * @param out whether stdout is read by a person
     * @param err whether stderr is
     * @param width of the terminal, in characters
     */
    public Terminal(boolean out, boolean err, int width) {
        this(out, err, width, false);
    }

    static Terminal ofProcess(Map<String, String> environment) {
        Terminal told = told(System.getProperty(TOLD, ""));
        if (told != null) {
            return told;
        }
        int width = number(environment.getOrDefault("COLUMNS", ""));
        return new Terminal(isTerminal(1), isTerminal(2), width, isTerminal(0));
    }

    private static @Nullable Terminal told(String text) {
        String[] words = text.split(",", -1);
        return words.length == 3 || words.length == 4
                ? new Terminal(
                        words[0].equals("1"),
                        words[1].equals("1"),
                        number(words[2]),
                        words.length == 4 ? words[3].equals("1") : isTerminal(0))
                : null;
    }

    /** Java knows a console only if stdin is one too; Linux tells what each stream is. */
    @SuppressWarnings("SystemConsoleNull") // asked where it tells
    private static boolean isTerminal(int descriptor) {
        String device = stream(descriptor);
        return device == null
                ? consoleTells() && System.console() != null
                : device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }

    /** The file, pipe or device that a descriptor of this process is; null where the system does not tell. */
    static @Nullable String stream(int descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    /** Whether that is a file of Java's own, as it opens them itself: it gets the number of a stream that was closed before. */
    static boolean isOwn(@Nullable String file) {
        return file != null
                && (file.endsWith(".jar")
                        || file.endsWith(".jsa")
                        || file.startsWith(System.getProperty("java.home") + "/"));
    }

    /** From Java 22 on there is a console also where there is no terminal; the launcher has told by then. */
    private static boolean consoleTells() {
        return Runtime.version().feature() < 22;
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
