package io.github.analytics4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The one table: a line a comparison, printed as it comes and kept to be written as a whole. */
final class Report {
    private static final String HEAD =
            "| what | against | figure | ours | theirs | ratio: min | median | max |\n|---|---|---|--:|--:|--:|--:|--:|";

    private final List<String> lines = new ArrayList<>();
    private final Consumer<String> progress;

    Report(Consumer<String> progress) {
        this.progress = progress;
        add(HEAD);
    }

    /** One line: medians of both, and the spread of their ratio. */
    void line(String what, String against, Figure figure, Duel duel) {
        Spread ratio = duel.ratio(figure);
        add(String.format(
                Locale.ROOT,
                "| %s | %s | %s, %s | %s | %s | %.2f | **%.2f** | %.2f |",
                what,
                against,
                figure.title(),
                figure.unit(),
                number(duel.ours(figure).median()),
                number(duel.theirs(figure).median()),
                ratio.min(),
                ratio.median(),
                ratio.max()));
    }

    /** The whole as Markdown. */
    String markdown() {
        return String.join("\n", lines) + "\n";
    }

    private void add(String line) {
        lines.add(line);
        progress.accept(line);
    }

    /** Three significant digits or whole numbers. */
    private static String number(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
