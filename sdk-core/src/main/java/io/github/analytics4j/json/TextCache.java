package io.github.analytics4j.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short ASCII texts seen lately, so that those which recur are made once. Direct-mapped: a new text takes the place of the
 * old one with the same hash, which bounds the memory whatever a server sends.
 */
final class TextCache {
    private static final int SLOTS = 512;
    private static final int MAX_LENGTH = 40;

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    private static final class Entry {
        final byte[] key;
        final String text;

        Entry(byte[] key, String text) {
            this.key = key;
            this.text = text;
        }
    }

    /** The text of {@code buf[from..to)}, which is ASCII; up to seven bytes behind may be looked at. */
    String get(byte[] buf, int from, int to) {
        int length = to - from;
        if (length > MAX_LENGTH) {
            return new String(buf, from, length, StandardCharsets.ISO_8859_1);
        }
        int slot = slot(buf, from, length);
        Entry entry = entries[slot];
        if (entry == null || !Arrays.equals(entry.key, 0, entry.key.length, buf, from, to)) {
            String text = new String(buf, from, length, StandardCharsets.ISO_8859_1);
            entry = new Entry(Arrays.copyOfRange(buf, from, to), text);
            entries[slot] = entry;
        }
        return entry.text;
    }

    private static int slot(byte[] buf, int from, int length) {
        long hash = length;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            hash = (hash ^ (long) Tokens.WORD.get(buf, from + i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        if (i < length) {
            long tail = (long) Tokens.WORD.get(buf, from + i) & ((1L << ((length - i) * 8)) - 1);
            hash = (hash ^ tail) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash >>> 55);
    }
}
