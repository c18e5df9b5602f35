package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;

/** How a checkpoint is written: one entry a line, a name, a colon and a value, closed by a last line. */
final class CheckpointText {

    static final String HEAD = "analytics4j-checkpoint";
    static final String VERSION = "2";
    static final String QUERY = "query.";
    /** Of a walk by time without an end; checkpoints of earlier versions of this library lack them. */
    static final String BEGAN = "began";

    static final String NEWEST = "newest-at-start";
    static final String NEWER = "newer-responses";
    /** Of a walk by time; checkpoints of earlier versions of this library lack them. */
    static final String MOST_ROWS = "most-rows-of-a-response";

    static final String FAILED_TESTS = "failed-tests-of-the-order";
    static final String FIRST_ROW = "first-row";
    static final String RECENT = "recent";
    static final String IN_HAND = "in-hand";
    static final String STRAY = "from-outside";
    /** By offset and page number; checkpoints of earlier versions of this library lack it. */
    static final String UNREAD = "unread";
    /** A text cut off by a full disk has no such line. */
    static final String LAST = "end: true";
    /** The line before the last one: of whom every other line is as it was written. */
    static final String CHECKSUM = "checksum";
    /** Characters; what is longer is something else. */
    static final int LONGEST = 1 << 23;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private CheckpointText() {}

    /** Whether a time can be written and read again. */
    static boolean holds(Instant at) {
        return !at.isBefore(EARLIEST) && !at.isAfter(LATEST);
    }

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
        if (!state.ordered()) {
            line(text, "order-is-sure", "false");
        }
        line(text, "finished", String.valueOf(state.finished()));
        state.reasons().forEach(reason -> line(text, "doubt", reason));
        state.missing().forEach(late -> line(text, "missing", late));
        WalkState.Growth growth = state.growth();
        if (growth != null) {
            line(text, BEGAN, growth.began());
            line(text, NEWER, growth.newer());
            if (growth.newest() != null) {
                line(text, NEWEST, growth.newest());
            }
        }
        if (state.mostRows() > 0) {
            line(text, MOST_ROWS, state.mostRows());
        }
        if (state.failedTests() > 0) {
            line(text, FAILED_TESTS, state.failedTests());
        }
        if (state.firstRow() != null && holds(state.firstRow())) {
            line(text, FIRST_ROW, state.firstRow().toString());
        }
        state.recent().forEach((id, at) -> line(text, RECENT, at + " " + id));
        state.inHand().forEach((id, at) -> line(text, IN_HAND, at + " " + id));
        state.strays()
                .forEach(stray -> line(
                        text,
                        STRAY,
                        stray.bound() + " " + stray.furthest() + " " + stray.spare() + " " + stray.came() + " "
                                + stray.lacking()));
        prints(text, "delivered", state.delivered());
        prints(text, "ahead", state.ahead());
        prints(text, UNREAD, state.unread());
        state.anchors().forEach(anchor -> line(text, "anchor", anchor));
        if (!note.isEmpty()) {
            line(text, "note", note);
        }
        line(text, CHECKSUM, checksum(text));
        text.append(LAST).append('\n');
        if (text.length() > LONGEST) {
            throw new WalkException("the checkpoint would have " + text.length() + " characters and could not be read"
                    + " again, since " + LONGEST + " are the most: keep the note and the filters short");
        }
        return text.toString();
    }

    /** The checksum over the lines before it, however they end. */
    static String checksum(CharSequence lines) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest(lines.toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void prints(StringBuilder text, String name, WalkState.Prints prints) {
        if (!prints.equals(WalkState.Prints.NONE)) {
            line(text, name, prints.text());
        }
    }

    private static void numbers(StringBuilder text, WalkState state) {
        line(text, "position", state.position());
        if (state.total() != null) {
            line(text, "total", state.total());
        }
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
