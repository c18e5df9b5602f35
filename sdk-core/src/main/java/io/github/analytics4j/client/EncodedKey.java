package io.github.analytics4j.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** One way to write a key, each of its characters escaped or not. Immutable. */
final class EncodedKey {
    /** A key that was cut by the text that quotes it is still one; prefixes that all keys of a vendor share are shorter. */
    private static final int ENOUGH = 20;

    /** Parts of base64 or digits shorter than this occur by chance. */
    private static final int LEAST_CODED = 8;

    /** The longest escape of one character that is looked for, such as an entity whose ampersand is one again. */
    private static final int LONGEST_ESCAPE = 10;

    /** A part at the edge of a cut that is shorter tells nothing of a key. */
    private static final int LEAST_PART = 4;

    private enum Form {
        AS_IT_IS,
        BASE64,
        HEX
    }

    private final int keyLength;
    private final String characters;
    private final Form form;

    /** In base64, how many bytes before the key share characters with it: the last of these holds some of its bits. */
    private final int bytesBefore;

    private final int least;
    private final long[] bits = new long[0x80];

    private EncodedKey(int keyLength, String characters, Form form, int bytesBefore) {
        this.keyLength = keyLength;
        this.characters = characters;
        this.form = form;
        this.bytesBefore = bytesBefore;
        this.least = Math.min(characters.length(), form == Form.HEX ? 2 * ENOUGH : ENOUGH);
        for (char found = 0; found < bits.length; found++) {
            for (int i = 0; i < least; i++) {
                bits[found] |= same(found, characters.charAt(i)) ? 1L << i : 0;
            }
        }
    }

    /** All ways to write this key: as it is, in base64 at three alignments, as hexadecimal digits. */
    static List<EncodedKey> of(String key) {
        List<EncodedKey> all = new ArrayList<>(5);
        all.add(new EncodedKey(key.length(), key, Form.AS_IT_IS, 0));
        byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
        for (int before = 0; before < 3; before++) {
            addCoded(all, key, base64(bytes, before), Form.BASE64, before);
        }
        addCoded(all, key, HexFormat.of().formatHex(bytes), Form.HEX, 0);
        return all;
    }

    private static void addCoded(List<EncodedKey> all, String key, String characters, Form form, int bytesBefore) {
        if (characters.length() >= LEAST_CODED) {
            all.add(new EncodedKey(key.length(), characters, form, bytesBefore));
        }
    }

    /** Returns the part of the base64 that all texts share in which this many bytes, modulo 3, come before the key. */
    private static String base64(byte[] key, int before) {
        byte[] padded = new byte[before + key.length];
        System.arraycopy(key, 0, padded, before, key.length);
        String coded = Base64.getEncoder().withoutPadding().encodeToString(padded);
        int from = (8 * before + 5) / 6;
        int to = 8 * padded.length / 6;
        return to <= from ? "" : coded.substring(from, to);
    }

    int keyLength() {
        return keyLength;
    }

    /** Marks the characters that may occur in it, in ASCII. */
    void mark(boolean[] wanted) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            wanted[c] = true;
            wanted[lower(c)] = true;
            wanted[c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c] = true;
        }
        wanted['-'] |= wanted['+'] && form == Form.BASE64;
        wanted['_'] |= wanted['/'] && form == Form.BASE64;
    }

    /** How long a text can be that is this spelling. */
    int longest() {
        return characters.length() * LONGEST_ESCAPE + 2;
    }

    /**
     * One bit for each of the characters that have to be there for the spelling to count: set where it is this one.
     * From the lowest bit on, the first {@link #least} characters.
     */
    long bits(char found) {
        return found < bits.length ? bits[found] : 0;
    }

    /** How many of its characters make a text this spelling; at most as many as a {@code long} has bits. */
    int least() {
        return least;
    }

    /** The bits of all characters at which a text that was cut may end. */
    long openBits() {
        return least <= LEAST_PART ? 0 : (-1L >>> (64 - least)) & (-1L << LEAST_PART);
    }

    /** True if lines may go through it. */
    boolean hasLines() {
        return form == Form.BASE64;
    }

    /** Where the spelling that begins at {@code at} ends; -1 if none does. At an open end a part is enough. */
    int end(EscapeReader text, int at, boolean openEnd) {
        return end(text, at, 0, openEnd);
    }

    /** Where the rest of a spelling ends with which a text begins that was cut there; -1 if it does not. */
    int endOfRest(EscapeReader text) {
        int best = -1;
        for (int i = 1; i <= characters.length() - LEAST_PART && best < 0; i++) {
            best = end(text, 0, i, false);
        }
        return best;
    }

    private int end(EscapeReader text, int at, int first, boolean openEnd) {
        if (at >= text.text().length() || !canBegin(text.text().charAt(at), characters.charAt(first))) {
            return -1;
        }
        Places now = new Places();
        Places next = new Places();
        now.add(at);
        boolean cut = false;
        for (int i = first; i < characters.length(); i++) {
            cut |= openEnd && i - first >= LEAST_PART && now.endWithin(text);
            next.clear();
            for (int k = 0; k < now.count; k++) {
                step(text, now.at[k], characters.charAt(i), next);
            }
            if (next.count == 0) {
                return cut ? text.text().length() : i - first >= least ? around(text.text(), now.last()) : -1;
            }
            Places other = now;
            now = next;
            next = other;
        }
        return around(text.text(), now.last());
    }

    /** A quick no for nearly every place of a text. */
    private boolean canBegin(char found, char wanted) {
        return same(found, wanted) || found == '\\' || found == '%' || found == '&' || found == 0;
    }

    /** Adds every place behind a spelling of {@code wanted} at {@code at}. */
    private void step(EscapeReader text, int at, char wanted, Places ends) {
        int p = text.skip(at, hasLines());
        if (p < text.text().length()) {
            text.read(p);
            for (int n = 0; n < text.count(); n++) {
                if (same(text.character(n), wanted)) {
                    ends.add(text.end(n));
                }
            }
        }
    }

    private boolean same(char found, char wanted) {
        return switch (form) {
            case BASE64 -> found == wanted || (wanted == '+' && found == '-') || (wanted == '/' && found == '_');
            case AS_IT_IS, HEX -> lower(found) == lower(wanted);
        };
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** The characters of base64 around a spelling hold some of its bits. */
    private int around(String text, int end) {
        return form == Form.BASE64 && end < text.length() && isBase64(text.charAt(end)) ? end + 1 : end;
    }

    int startAround(String text, int start) {
        return bytesBefore > 0 && start > 0 && isBase64(text.charAt(start - 1)) ? start - 1 : start;
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+/-_".indexOf(c) >= 0;
    }

    /** A few places of a text: where what was read so far may end. */
    private static final class Places {
        private final int[] at = new int[16];
        private int count;

        void clear() {
            count = 0;
        }

        void add(int place) {
            for (int k = 0; k < count; k++) {
                if (at[k] == place) {
                    return;
                }
            }
            if (count < at.length) {
                at[count++] = place;
            }
        }

        /** True if the text ends where the spelling goes on, or in the middle of an escape. */
        boolean endWithin(EscapeReader text) {
            for (int k = 0; k < count; k++) {
                if (text.endsWithin(at[k])) {
                    return true;
                }
            }
            return false;
        }

        int last() {
            int last = -1;
            for (int k = 0; k < count; k++) {
                last = Math.max(last, at[k]);
            }
            return last;
        }
    }

    /** Says nothing about the key. */
    @Override
    public String toString() {
        return "EncodedKey[" + form + "]";
    }
}
