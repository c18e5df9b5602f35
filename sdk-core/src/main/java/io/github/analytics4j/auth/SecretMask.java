package io.github.analytics4j.auth;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes the keys of a client out of texts from outside: as they are, in any case, escaped as JSON, HTML or URLs escape
 * (also partly, also twice), as base64 and as hexadecimal digits. Safe for use by several threads.
 *
 * <p>A text is masked whole and cut afterwards, never the other way round: a cut would leave a part that no longer looks
 * like the key.
 */
public final class SecretMask implements UnaryOperator<String> {
    /** Masks nothing. */
    public static final SecretMask NONE = new SecretMask();

    private static final String MASK = "***";

    /** More keys than one call can meet while others replace them; the oldest is forgotten. */
    private static final int REMEMBERED = 64;

    /** Shorter keys may be words of our own sentences, so they are looked for in texts from outside alone. */
    private static final int UNLIKE_WORDS = 8;

    private final Set<String> keys = new LinkedHashSet<>();
    private volatile KeySpelling[] spellings = {};

    /** Of credentials that handed out no key yet. */
    SecretMask() {}

    /** Remembers a key. */
    synchronized void add(Secret key) {
        if (keys.add(key.reveal())) {
            if (keys.size() > REMEMBERED) {
                keys.remove(keys.iterator().next());
            }
            spellings = keys.stream().flatMap(KeySpelling::of).toArray(KeySpelling[]::new);
        }
    }

    /** The text with {@code ***} in the place of every key. */
    public String text(String text) {
        return spellings.length == 0 ? text : window(text, 0, text.length(), false, false);
    }

    /** As {@link #text}. */
    @Override
    public String apply(String text) {
        return text(text);
    }

    /** A sentence of our own that may quote others: only keys that are no words of it are looked for. */
    public String sentence(String text) {
        KeySpelling[] unlike = Arrays.stream(spellings)
                .filter(spelling -> spelling.keyLength() >= UNLIKE_WORDS)
                .toArray(KeySpelling[]::new);
        return unlike.length == 0 ? text : window(unlike, text, 0, text.length(), false, false);
    }

    /** The text masked, and then at most this many characters of it. */
    public String cut(String text, int most) {
        String masked = text(text);
        if (masked.length() <= most) {
            return masked;
        }
        int end = Character.isHighSurrogate(masked.charAt(most - 1)) ? most - 1 : most;
        return masked.substring(0, end) + "…";
    }

    /** How many characters more than wanted have to be known, for a key across the edge to be seen whole. */
    public int margin() {
        int longest = 0;
        for (KeySpelling spelling : spellings) {
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
    public String window(String text, int from, int to, boolean openStart, boolean openEnd) {
        return window(spellings, text, from, to, openStart, openEnd);
    }

    private static String window(
            KeySpelling[] spellings, String text, int from, int to, boolean openStart, boolean openEnd) {
        StringBuilder out = new StringBuilder(Math.max(16, to - from));
        int at = 0;
        while (at < to) {
            int start = at;
            int end = -1;
            for (KeySpelling spelling : spellings) {
                end = Math.max(end, spelling.end(text, at, openEnd));
                if (at == 0 && openStart) {
                    end = Math.max(end, spelling.endOfRest(text));
                }
                if (end > at && spelling.isCoded()) {
                    start = spelling.startAround(text, at);
                }
            }
            if (end > at) {
                if (end > from) {
                    out.setLength(out.length() - Math.min(at - start, Math.max(0, at - from)));
                    out.append(MASK);
                }
                at = end;
            } else {
                if (at >= from) {
                    out.append(text.charAt(at));
                }
                at++;
            }
        }
        return out.toString();
    }

    /** Says nothing about the keys. */
    @Override
    public String toString() {
        return "SecretMask";
    }
}
