package io.github.analytics4j.examples;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints lines, and progress: in place on a terminal, as plain lines elsewhere. */
final class Screen {
    private final PrintStream out;
    private final boolean terminal;
    private final BufferedReader in;
    private boolean progressShown;

    Screen(PrintStream out, boolean terminal, Reader in) {
        this.out = out;
        this.terminal = terminal;
        this.in = new BufferedReader(in);
    }

    static Screen ofThisProcess() {
        return new Screen(System.out, isTerminal(), new InputStreamReader(System.in, Charset.defaultCharset()));
    }

    /** Since Java 22 there is a console without a terminal too, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        @Nullable Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** Asks for a yes; where nobody sits at a terminal, that is a no. */
    boolean confirms(String question) {
        endProgress();
        out.print("  " + question + " [y/N] ");
        out.flush();
        if (!terminal) {
            out.println("no terminal to answer from, so no");
            return false;
        }
        try {
            String reply = in.readLine();
            return reply != null && reply.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            return false;
        }
    }

    void title(String text) {
        line("");
        line(text);
        line("-".repeat(text.length()));
    }

    void line(String format, @Nullable Object... values) {
        endProgress();
        out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }

    void progress(String format, @Nullable Object... values) {
        String text = String.format(Locale.ROOT, format, values);
        if (terminal) {
            out.print("\r" + text + "   ");
            out.flush();
            progressShown = true;
        } else {
            out.println(text);
        }
    }

    private void endProgress() {
        if (progressShown) {
            out.println();
            progressShown = false;
        }
    }
}
