package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a checkpoint is written and read: one entry a line, a name, a colon and a value, closed by a last line. */
final class CheckpointText {

    private static final String HEAD = "analytics4j-checkpoint";
    private static final String VERSION = "2";
    private static final String QUERY = "query.";
    /** A text cut off by a full disk has no such line. */
    private static final String LAST = "end: true";
    /** The line before the last one: of whom every other line is as it was written. */
    private static final String CHECKSUM = "checksum";
    /** Characters; what is longer is something else. */
    static final int LONGEST = 1 << 23;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private CheckpointText() {}

    /** Whether a time can be written and read again. */
    static boolean holds(Instant at) {
        return !at.isBefore(EARLIEST) && !at.isAfter(LATEST);
    }

    static Checkpoint read(String text) {
        if (text.length() > LONGEST) {
            throw new WalkException("this is no checkpoint: it has " + text.length() + " characters");
        }
        String unmarked =
                text.startsWith("\ufeff") ? text.substring(1) : text; // editors put a mark before what they save
        return new Reader().lines(unmarked.split("\n", -1));
    }

    static String write(WalkState state, String note) {
        StringBuilder text = new StringBuilder(1024);
        line(text, HEAD, VERSION);
        line(text, "operation", state.operation());
        line(text, "style", state.style().name().toLowerCase(Locale.ROOT));
        new TreeMap<>(state.query()).forEach((name, value) -> line(text, QUERY + name, value));
        line(text, "to", state.to());
        numbers(text, state);
        line(text, "anchors-are-all", state.whole());
        line(text, "order-is-sure", state.ordered() ? null : false);
        line(text, "finished", state.finished());
        state.reasons().forEach(reason -> line(text, "doubt", reason));
        state.missing().forEach(late -> line(text, "missing", late));
        WalkState.Growth growth = state.growth();
        if (growth != null) {
            line(text, "began", growth.began());
            line(text, "newer-responses", growth.newer());
            line(text, "newest-at-start", growth.newest());
        }
        line(text, "most-rows-of-a-response", state.mostRows() > 0 ? state.mostRows() : null);
        line(text, "failed-tests-of-the-order", state.failedTests() > 0 ? state.failedTests() : null);
        line(text, "first-row", state.firstRow() != null && holds(state.firstRow()) ? state.firstRow() : null);
        state.recent().forEach((id, at) -> line(text, "recent", at + " " + id));
        state.inHand().forEach((id, at) -> line(text, "in-hand", at + " " + id));
        state.strays()
                .forEach(stray -> line(
                        text,
                        "from-outside",
                        stray.bound() + " " + stray.furthest() + " " + stray.spare() + " " + stray.came() + " "
                                + stray.lacking()));
        prints(text, "delivered", state.delivered());
        prints(text, "ahead", state.ahead());
        prints(text, "unread", state.unread());
        state.anchors().forEach(anchor -> line(text, "anchor", anchor));
        line(text, "note", note.isEmpty() ? null : note);
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
        line(text, name, prints.equals(WalkState.Prints.NONE) ? null : prints.text());
    }

    private static void numbers(StringBuilder text, WalkState state) {
        line(text, "position", state.position());
        line(text, "total", state.total());
        line(text, "span", state.span());
        line(text, "rows", state.rows());
        line(text, "pages", state.pages());
        line(text, "repeats", state.repeats());
        line(text, "shifts", state.shifts());
        line(text, "steps-back", state.stepsBack());
    }

    /** Writes an entry; null for one that is left out. */
    private static void line(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            escape(text, name, true);
            text.append(": ");
            escape(text, value.toString(), false);
            text.append('\n');
        }
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

    /** Reads a checkpoint's text, and says where it is not one. */
    private static final class Reader {

        /** No count and no time comes near it, and sums of such numbers stay in a long. */
        private static final long LARGEST = 1_000_000_000_000_000L;

        private static final List<String> NEEDED = Pattern.compile(" ")
                .splitAsStream(
                        "operation style position span rows pages repeats shifts steps-back anchors-are-all finished checksum")
                .toList();
        /** Entries that may come more than once. All but these and the needed ones may lack, as in older checkpoints. */
        private static final Set<String> MANY =
                Set.of("anchor", "missing", "doubt", "recent", "in-hand", "from-outside");

        private final WalkState.Builder state = new WalkState.Builder();
        private final Set<String> seen = new HashSet<>();
        private @Nullable Long began;
        private @Nullable Long newest;
        private long newer;
        private String note = "";
        private int line;

        Reader() {
            state.query = new HashMap<>();
            state.reasons = new ArrayList<>();
            state.anchors = new ArrayList<>();
            state.missing = new ArrayList<>();
            state.recent = new LinkedHashMap<>();
            state.inHand = new LinkedHashMap<>();
            state.strays = new ArrayList<>();
        }

        Checkpoint lines(String[] lines) {
            int last = lines.length - 1;
            while (last > 0 && lines[last].isBlank()) {
                last--;
            }
            head(lines[0].strip());
            if (!lines[last].strip().equals(LAST)) {
                throw new WalkException("the checkpoint was cut off: its last line must be \"" + LAST + "\"");
            }
            for (line = 2; line <= last; line++) {
                entry(lines[line - 1]);
            }
            for (String name : NEEDED) {
                if (!seen.contains(name)) {
                    throw new WalkException("the checkpoint has no line \"" + name + "\"");
                }
            }
            Checkpoint checkpoint = finished();
            verify(lines, last - 1);
            return checkpoint;
        }

        private void verify(String[] lines, int at) {
            StringBuilder before = new StringBuilder();
            for (int i = 0; i < at; i++) {
                String text = lines[i];
                before.append(text, 0, text.endsWith("\r") ? text.length() - 1 : text.length())
                        .append('\n');
            }
            if (!lines[at].strip().equals(CHECKSUM + ": " + checksum(before))) {
                throw new WalkException(
                        "the checkpoint was changed or damaged: its checksum does not fit its lines; take a copy"
                                + " that is whole, or clear it and begin the walk again");
            }
        }

        private void head(String first) {
            String start = HEAD + ": ";
            line = 1;
            if (!first.startsWith(start)) {
                throw wrong("a checkpoint begins with \"" + start + VERSION + "\"");
            }
            String version = first.substring(start.length());
            if (!version.equals(VERSION)) {
                throw wrong("version \"" + version + "\" cannot be read, only version " + VERSION
                        + "; begin the walk again");
            }
        }

        private void entry(String text) {
            String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            int colon = whole.indexOf(": ");
            if (colon < 0) {
                throw wrong("\"" + whole + "\" is no entry; one looks like \"name: value\"");
            }
            String name = unescape(whole.substring(0, colon));
            String value = unescape(whole.substring(colon + 2));
            boolean many = MANY.contains(name);
            if (!many && !seen.add(name)) {
                throw wrong("\"" + name + "\" comes twice");
            }
            if (name.startsWith(QUERY)) {
                state.query.put(name.substring(QUERY.length()), value);
            } else {
                put(name, value);
            }
        }

        private void put(String name, String value) {
            switch (name) {
                case "operation" -> state.operation = value;
                case "style" -> state.style = style(value);
                case "to" -> state.to = instant(name, value);
                case "position" -> state.position = number(name, value, -LARGEST);
                case "span" -> state.span = number(name, value, 0);
                case "rows" -> state.rows = number(name, value, 0);
                case "pages" -> state.pages = number(name, value, 0);
                case "repeats" -> state.repeats = number(name, value, 0);
                case "shifts" -> state.shifts = number(name, value, 0);
                case "steps-back" -> state.stepsBack = number(name, value, 0);
                case "anchors-are-all" -> state.whole = yes(name, value);
                case "order-is-sure" -> state.ordered = yes(name, value);
                case "finished" -> state.finished = yes(name, value);
                case "doubt" -> state.reasons.add(value);
                case "anchor" -> state.anchors.add(value);
                case "missing" -> state.missing.add(value);
                case "total" -> state.total = number(name, value, 0);
                case "began" -> began = number(name, value, -LARGEST);
                case "newest-at-start" -> newest = number(name, value, -LARGEST);
                case "newer-responses" -> newer = number(name, value, 0);
                case "most-rows-of-a-response" -> state.mostRows = count(name, value);
                case "failed-tests-of-the-order" -> state.failedTests = count(name, value);
                case "first-row" -> state.firstRow = instant(name, value);
                case "recent" -> row(state.recent, name, value);
                case "in-hand" -> row(state.inHand, name, value);
                case "from-outside" -> stray(name, value);
                case "delivered" -> state.delivered = prints(name, value);
                case "ahead" -> state.ahead = prints(name, value);
                case "unread" -> state.unread = prints(name, value);
                case CHECKSUM -> {
                    // compared with the lines, once all of them are read
                }
                case "note" -> note = value;
                default -> throw wrong("\"" + name + "\" is not known");
            }
        }

        private Checkpoint finished() {
            if (state.position < 0 && state.style != WalkSpec.Style.WINDOW) {
                throw new WalkException(
                        "the checkpoint's position is an offset and must be 0 or more, was " + state.position);
            }
            state.growth = began == null ? null : new WalkState.Growth(began, newest, newer);
            return Checkpoint.of(state.build(), note);
        }

        private WalkState.Prints prints(String name, String value) {
            try {
                WalkState.Prints prints = new WalkState.Prints(value);
                if (WalkState.Prints.of(prints.values()).equals(prints)) {
                    return prints;
                }
            } catch (IllegalArgumentException e) {
                // said below
            }
            throw wrong(name + " must be fingerprints in Base64");
        }

        private WalkSpec.Style style(String value) {
            return switch (value) {
                case "offset" -> WalkSpec.Style.OFFSET;
                case "page" -> WalkSpec.Style.PAGE;
                case "window" -> WalkSpec.Style.WINDOW;
                case "whole" ->
                    WalkSpec.Style.WHOLE; // of lists that come with one response, which hardly anyone resumes
                default -> throw wrong("style must be offset, page or window, was \"" + value + "\"");
            };
        }

        private void row(Map<String, Instant> rows, String name, String value) {
            int space = value.indexOf(' ');
            if (space < 0) {
                throw wrong(name + " must be a time and an id, was \"" + value + "\"");
            }
            rows.put(value.substring(space + 1), instant(name, value.substring(0, space)));
        }

        private void stray(String name, String value) {
            String[] parts = value.split(" ", -1);
            if (parts.length != 5) {
                throw wrong(name + " must be two times and three numbers, was \"" + value + "\"");
            }
            state.strays.add(new WalkState.Stray(
                    instant(name, parts[0]),
                    instant(name, parts[1]),
                    count(name, parts[2]),
                    count(name, parts[3]),
                    count(name, parts[4])));
        }

        private int count(String name, String value) {
            return (int) Math.min(Integer.MAX_VALUE / 2, number(name, value, 0));
        }

        private Instant instant(String name, String value) {
            try {
                Instant at = Instant.parse(value);
                if (holds(at)) {
                    return at;
                }
            } catch (DateTimeException e) {
                // said below
            }
            throw wrong(name + " must be a time like 2026-03-01T00:00:00Z, was \"" + value + "\"");
        }

        private long number(String name, String value, long least) {
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= LARGEST) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw wrong(name + " must be a whole number from " + least + " to " + LARGEST + ", was \"" + value + "\"");
        }

        private boolean yes(String name, String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw wrong(name + " must be true or false, was \"" + value + "\"");
            }
            return value.equals("true");
        }

        private String unescape(String text) {
            StringBuilder plain = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c != '\\') {
                    plain.append(c);
                    continue;
                }
                if (i + 6 > text.length() || text.charAt(i + 1) != 'u') {
                    throw wrong("a backslash must begin an escape like \\u000a");
                }
                try {
                    plain.append((char) Integer.parseUnsignedInt(text, i + 2, i + 6, 16));
                } catch (NumberFormatException e) {
                    throw wrong("\"" + text.substring(i, i + 6) + "\" is no escape");
                }
                i += 5;
            }
            return plain.toString();
        }

        private WalkException wrong(String what) {
            return new WalkException("checkpoint line " + line + ": " + what);
        }
    }
}
