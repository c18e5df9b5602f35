package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a checkpoint's text, and says where it is not one. */
final class CheckpointReader {

    /** No count and no time comes near it, and sums of such numbers stay in a long. */
    private static final long LARGEST = 1_000_000_000_000_000L;

    private static final List<String> NEEDED = List.of(
            "operation",
            "style",
            "position",
            "span",
            "rows",
            "pages",
            "repeats",
            "shifts",
            "steps-back",
            "anchors-are-all",
            "finished",
            CheckpointText.CHECKSUM);

    private static final Set<String> MANY =
            Set.of("anchor", "missing", "doubt", CheckpointText.RECENT, CheckpointText.IN_HAND, CheckpointText.STRAY);

    private final WalkState.Builder state = new WalkState.Builder();
    private final Map<String, String> query = new HashMap<>();
    private final List<String> anchors = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final Map<String, Instant> recent = new LinkedHashMap<>();
    private final Map<String, Instant> inHand = new LinkedHashMap<>();
    private final List<WalkState.Stray> strays = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable Long began;
    private @Nullable Long newest;
    private long newer;
    private String note = "";
    private int line;

    private CheckpointReader() {}

    static Checkpoint read(String text) {
        if (text.length() > CheckpointText.LONGEST) {
            throw new WalkException("this is no checkpoint: it has " + text.length() + " characters");
        }
        return new CheckpointReader().lines(withoutMark(text).split("\n", -1));
    }

    /** Editors put a byte order mark before what they save. */
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private Checkpoint lines(String[] lines) {
        int last = lines.length - 1;
        while (last > 0 && lines[last].isBlank()) {
            last--;
        }
        head(lines[0].strip());
        if (!lines[last].strip().equals(CheckpointText.LAST)) {
            throw new WalkException(
                    "the checkpoint was cut off: its last line must be \"" + CheckpointText.LAST + "\"");
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
        checksum(lines, last - 1);
        return checkpoint;
    }

    private void checksum(String[] lines, int at) {
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < at; i++) {
            String text = lines[i];
            before.append(text, 0, text.endsWith("\r") ? text.length() - 1 : text.length())
                    .append('\n');
        }
        if (!lines[at].strip().equals(CheckpointText.CHECKSUM + ": " + CheckpointText.checksum(before))) {
            throw new WalkException(
                    "the checkpoint was changed or damaged: its checksum does not fit its lines; take a copy"
                            + " that is whole, or clear it and begin the walk again");
        }
    }

    private void head(String first) {
        String start = CheckpointText.HEAD + ": ";
        line = 1;
        if (!first.startsWith(start)) {
            throw wrong("a checkpoint begins with \"" + start + CheckpointText.VERSION + "\"");
        }
        String version = first.substring(start.length());
        if (!version.equals(CheckpointText.VERSION)) {
            throw wrong("version \"" + version + "\" cannot be read, only version " + CheckpointText.VERSION
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
        if (name.startsWith(CheckpointText.QUERY)) {
            query.put(name.substring(CheckpointText.QUERY.length()), value);
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
            case "doubt" -> reasons.add(value);
            case "anchor" -> anchors.add(value);
            case "missing" -> missing.add(value);
            case "total" -> state.total = number(name, value, 0);
            case CheckpointText.BEGAN -> began = number(name, value, -LARGEST);
            case CheckpointText.NEWEST -> newest = number(name, value, -LARGEST);
            case CheckpointText.NEWER -> newer = number(name, value, 0);
            case CheckpointText.MOST_ROWS -> state.mostRows = count(name, value);
            case CheckpointText.FAILED_TESTS -> state.failedTests = count(name, value);
            case CheckpointText.FIRST_ROW -> state.firstRow = instant(name, value);
            case CheckpointText.RECENT -> row(recent, name, value);
            case CheckpointText.IN_HAND -> row(inHand, name, value);
            case CheckpointText.STRAY -> stray(name, value);
            case "delivered" -> state.delivered = prints(name, value);
            case "ahead" -> state.ahead = prints(name, value);
            case CheckpointText.UNREAD -> state.unread = prints(name, value);
            case CheckpointText.CHECKSUM -> {
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
        state.query = Map.copyOf(query);
        state.reasons = reasons;
        state.anchors = anchors;
        state.missing = missing;
        state.recent = recent;
        state.inHand = inHand;
        state.strays = List.copyOf(strays);
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
            case "whole" -> WalkSpec.Style.WHOLE; // of lists that come with one response, which hardly anyone resumes
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
        strays.add(new WalkState.Stray(
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
            if (CheckpointText.holds(at)) {
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
