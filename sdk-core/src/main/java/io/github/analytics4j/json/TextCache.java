package io.github.analytics4j.json;

import org.jspecify.annotations.Nullable;

/**
 * Short ASCII texts seen lately, so that those which recur are made once. Direct-mapped: a new text takes the place of the
 * old one with the same hash, which bounds the memory whatever a server sends.
 */
final class TextCache {
    private static final int SLOTS = 512;
    private static final int MAX_LENGTH = 40;

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    /** A text and its bytes, as words of eight with zeros behind. */
    private static final class Entry {
        final int length;
        final long[] words;
        final String text;

        Entry(int length, long[] words, String text) {
            this.length = length;
            this.words = words;
            this.text = text;
        }
    }

    /** The text of {@code buf[from..to)}, which is ASCII; up to seven bytes behind may be looked at. */
    String get(byte[] buf, int from, int to) {
        int length = to - from;
        if (length > MAX_LENGTH) {
            return TextDecoder.ascii(buf, from, to);
        }
        long hash = length;
        for (int i = 0; i < length; i += 8) {
            hash = (hash ^ word(buf, from + i, length - i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        int slot = (int) (hash & (SLOTS - 1));
        Entry entry = entries[slot];
        return entry != null && entry.length == length && isAt(entry, buf, from)
                ? entry.text
                : put(slot, buf, from, to);
    }

    /** Eight bytes, or as many as there are with zeros behind. */
    private static long word(byte[] buf, int at, int length) {
        long word = (long) TextDecoder.WORD.get(buf, at);
        return length >= 8 ? word : word & ((1L << (length * 8)) - 1);
    }

    private static boolean isAt(Entry entry, byte[] buf, int from) {
        long[] words = entry.words;
        for (int i = 0; i < words.length; i++) {
            if (words[i] != word(buf, from + i * 8, entry.length - i * 8)) {
                return false;
            }
        }
        return true;
    }

    private String put(int slot, byte[] buf, int from, int to) {
        int length = to - from;
        long[] words = new long[(length + 7) / 8];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(buf, from + i * 8, length - i * 8);
        }
        String text = TextDecoder.ascii(buf, from, to);
        entries[slot] = new Entry(length, words, text);
        return text;
    }
}
