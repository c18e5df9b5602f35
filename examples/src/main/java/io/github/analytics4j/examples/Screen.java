package io.github.analytics4j.examples;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints lines, and progress: in place on a terminal, as plain lines elsewhere. */
final class Screen {
    private final PrintStream out;
    private final boolean terminal;
    private boolean progressShown;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Screen ofThisProcess() {
        return new Screen(System.out, System.console() != null);
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
