package io.github.analytics4j.client;

import io.github.analytics4j.client.Credentials.Secret;
import io.github.analytics4j.json.Deviation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the keys of a client out of texts from outside: as they are, in any case, escaped as JSON, HTML or URLs escape
 * (also partly, also twice), as base64 and as hexadecimal digits. Safe for use by several threads.
 *
 * <p>A text is masked whole and cut afterwards, never the other way round: a cut would leave a part that no longer looks
 * like the key.
 */
final class SecretMask implements UnaryOperator<String> {
    /** Masks nothing. */
    static final SecretMask NONE = new SecretMask();

    private static final String MASK = "***";
    private static final int DEEPEST_CAUSE = 8;

    /** More keys than one call can meet while others replace them; the oldest is forgotten. */
    private static final int REMEMBERED = 64;

    /** Shorter keys may be words of our own sentences, so they are looked for in texts from outside alone. */
    private static final int UNLIKE_WORDS = 8;

    private final LongConsumer work;
    private final Set<String> keys = new LinkedHashSet<>();
    private volatile EncodedKey[] spellings = {};

    /** Of credentials that handed out no key yet. */
    SecretMask() {
        this(steps -> {});
    }

    /** @param work is told after each text how many characters were looked at, one as often as it was */
    SecretMask(LongConsumer work) {
        this.work = work;
    }

    /** Remembers a key. */
    synchronized void add(Secret key) {
        if (keys.add(key.reveal())) {
            if (keys.size() > REMEMBERED) {
                keys.remove(keys.iterator().next());
            }
            List<EncodedKey> all = new ArrayList<>();
            for (String each : keys) {
                all.addAll(EncodedKey.of(each));
            }
            spellings = all.toArray(new EncodedKey[0]);
        }
    }

    /** The text with {@code ***} in the place of every key. */
    String text(String text) {
        return whole(spellings, text);
    }

    /** As {@link #text}. */
    @Override
    public String apply(String text) {
        return text(text);
    }

    /** A sentence of our own that may quote others: only keys that are no words of it are looked for. */
    String sentence(String text) {
        List<EncodedKey> unlike = new ArrayList<>();
        for (EncodedKey spelling : spellings) {
            if (spelling.keyLength() >= UNLIKE_WORDS) {
                unlike.add(spelling);
            }
        }
        return whole(unlike.toArray(new EncodedKey[0]), text);
    }

    private String whole(EncodedKey[] spellings, String text) {
        return spellings.length == 0 ? text : window(spellings, text, 0, text.length(), false, false);
    }

    /** The text masked, and then at most this many characters of it. */
    String cut(String text, int most) {
        String masked = text(text);
        if (masked.length() <= most) {
            return masked;
        }
        int end = Character.isHighSurrogate(masked.charAt(most - 1)) ? most - 1 : most;
        return masked.substring(0, end) + "…";
    }

    /** How many characters more than wanted have to be known, for a key across the edge to be seen whole. */
    int margin() {
        int longest = 0;
        for (EncodedKey spelling : spellings) {
            longest = Math.max(longest, spelling.longest());
        }
        return longest;
    }

    /**
     * A part of a text, masked with regard to all of it.
     *
     * @param openStart whether the text was cut where it begins, perhaps in the middle of a key
     * @param openEnd whether it was cut where it ends
     */
    String window(String text, int from, int to, boolean openStart, boolean openEnd) {
        return window(spellings, text, from, to, openStart, openEnd);
    }

    private String window(EncodedKey[] spellings, String text, int from, int to, boolean openStart, boolean openEnd) {
        EscapeReader read = new EscapeReader(text, wanted(spellings));
        BitSet starts = starts(spellings, read, openEnd);
        if (openStart) {
            starts.set(0);
        }
        StringBuilder out = new StringBuilder(Math.max(16, to - from));
        int at = 0;
        for (int next = starts.nextSetBit(0);
                next >= 0 && next < to;
                next = starts.nextSetBit(Math.max(next + 1, at))) {
            int start = next;
            int end = -1;
            for (EncodedKey spelling : spellings) {
                int here = spelling.end(read, next, openEnd);
                if (next == 0 && openStart) {
                    here = Math.max(here, spelling.endOfRest(read));
                }
                if (here > next) {
                    start = Math.min(start, spelling.startAround(text, next));
                    end = Math.max(end, here);
                }
            }
            if (end > next) {
                append(out, text, Math.max(at, from), start);
                out.append(end > from ? MASK : "");
                at = end;
            }
        }
        append(out, text, Math.max(at, from), to);
        work.accept(read.steps());
        return out.toString();
    }

    private static void append(StringBuilder out, String text, int from, int to) {
        if (from < to) {
            out.append(text, from, to);
        }
    }

    private static boolean[] wanted(EncodedKey[] spellings) {
        boolean[] wanted = new boolean[0x80];
        for (EncodedKey spelling : spellings) {
            spelling.mark(wanted);
        }
        return wanted;
    }

    /**
     * All places where a spelling begins. Goes through the text once, from its end: the bits of a place say with which
     * characters of each spelling the text can go on there, and follow from the bits of the few places behind it.
     */
    private static BitSet starts(EncodedKey[] spellings, EscapeReader text, boolean openEnd) {
        int length = text.text().length();
        BitSet starts = new BitSet(length);
        long[][] latest = new long[EscapeReader.REACH][spellings.length];
        for (int at = length; at >= 0; at--) {
            if (at < length) {
                text.read(at);
            }
            boolean open = openEnd && text.endsWithin(at);
            long[] here = latest[at % EscapeReader.REACH];
            for (int k = 0; k < spellings.length; k++) {
                int skipped = at == length ? 0 : text.skipped(at, spellings[k].hasLines());
                here[k] = open ? spellings[k].openBits() : 0;
                if (skipped > 0) {
                    here[k] |= latest[(at + skipped) % EscapeReader.REACH][k];
                } else if (at < length) {
                    here[k] |= goingOn(spellings[k], k, text, latest);
                }
                if ((here[k] & 1) != 0) {
                    starts.set(at);
                }
            }
        }
        return starts;
    }

    /** The bits of a place that was read. */
    private static long goingOn(EncodedKey spelling, int k, EscapeReader text, long[][] latest) {
        long last = 1L << (spelling.least() - 1);
        long bits = 0;
        for (int n = 0; n < text.count(); n++) {
            long behind = (latest[text.end(n) % EscapeReader.REACH][k] >>> 1) | last;
            bits |= spelling.bits(text.character(n)) & behind;
        }
        text.took(1L + text.count());
        return bits;
    }

    /**
     * The cause itself if neither it nor what lies under it shows a key, else a copy that names its type: OkHttp and the JDK put a
     * server's texts into their messages.
     */
    @Nullable
    Throwable maskedOrNull(@Nullable Throwable cause) {
        return cause == null || isClean(cause, 0) ? cause : copy(cause, 0);
    }

    /** As {@link #maskedOrNull}, for trouble of the stream. */
    IOException masked(IOException cause) {
        return isClean(cause, 0) ? cause : copy(cause, 0);
    }

    private boolean isClean(Throwable cause, int depth) {
        String shown = cause.toString();
        return depth <= DEEPEST_CAUSE
                && text(shown).equals(shown)
                && (cause.getCause() == null || isClean(cause.getCause(), depth + 1))
                && Arrays.stream(cause.getSuppressed()).allMatch(one -> isClean(one, depth + 1));
    }

    private IOException copy(Throwable cause, int depth) {
        String message = cause.getMessage();
        String type = cause.getClass().getName();
        IOException copy = new IOException(message == null ? type : type + ": " + text(message));
        copy.setStackTrace(cause.getStackTrace());
        if (depth < DEEPEST_CAUSE) {
            if (cause.getCause() != null) {
                copy.initCause(copy(cause.getCause(), depth + 1));
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                copy.addSuppressed(copy(suppressed, depth + 1));
            }
        }
        return copy;
    }

    /** The deviations without keys that a server put into them. */
    List<Deviation> deviations(List<Deviation> found) {
        return found.stream()
                .map(one -> new Deviation(text(one.path()), text(one.rawJson()), one.expected(), one.kind()))
                .toList();
    }

    /** Says nothing about the keys. */
    @Override
    public String toString() {
        return "SecretMask";
    }
}
