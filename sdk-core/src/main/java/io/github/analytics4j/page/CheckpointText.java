package io.github.analytics4j.page;

import java.util.Locale;
import java.util.TreeMap;

/** How a checkpoint is written: one entry a line, a name, a colon and a value, closed by a last line. */
final class CheckpointText {

    static final String HEAD = "analytics4j-checkpoint";
    static final String VERSION = "1";
    static final String QUERY = "query.";
    /** A text cut off by a full disk has no such line. */
    static final String LAST = "end: true";

    private CheckpointText() {}

    static String write(WalkState state, String note) {
        StringBuilder text = new StringBuilder(1024);
        line(text, HEAD, VERSION);
        line(text, "operation", state.operation());
        line(text, "style", state.style().name().toLowerCase(Locale.ROOT));
        new TreeMap<>(state.query()).forEach((name, value) -> line(text, QUERY + name, value));
        if (state.to() != null) {
            line(text, "to", state.to().toString());
        }
        numbers(text, state);
        line(text, "anchors-are-all", String.valueOf(state.whole()));
        line(text, "finished", String.valueOf(state.finished()));
        state.reasons().forEach(reason -> line(text, "doubt", reason));
        state.missing().forEach(late -> line(text, "missing", late));
        state.anchors().forEach(anchor -> line(text, "anchor", anchor));
        if (!note.isEmpty()) {
            line(text, "note", note);
        }
        return text.append(LAST).append('\n').toString();
    }

    private static void numbers(StringBuilder text, WalkState state) {
        line(text, "position", state.position());
        line(text, "span", state.span());
        line(text, "rows", state.rows());
        line(text, "pages", state.pages());
        line(text, "repeats", state.repeats());
        line(text, "shifts", state.shifts());
        line(text, "steps-back", state.stepsBack());
    }

    private static void line(StringBuilder text, String name, long value) {
        line(text, name, Long.toString(value));
    }

    private static void line(StringBuilder text, String name, String value) {
        escape(text, name, true);
        text.append(": ");
        escape(text, value, false);
        text.append('\n');
    }

    private static void escape(StringBuilder text, String value, boolean name) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= ' ' && c != '\\' && !(name && c == ':') && c < '\u007f';
            if (plain || Character.isLetterOrDigit(c)) {
                text.append(c);
            } else {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
    }
}
