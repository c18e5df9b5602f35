package io.github.analytics4j.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One way to write a key, each of its characters escaped or not. Immutable. */
final class KeySpelling {
    /** A key that was cut by whoever quotes it is still one; prefixes that all keys of a vendor share are shorter. */
    private static final int ENOUGH = 20;

    /** Parts of base64 or digits shorter than this occur by chance. */
    private static final int LEAST_CODED = 8;

    /** The longest escape of one character that is looked for, such as an entity whose ampersand is one again. */
    private static final int LONGEST_ESCAPE = 10;

    /** How often an escaped text is escaped again. */
    private static final int MOST_LAYERS = 3;

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
    private final int enough;

    private KeySpelling(int keyLength, String characters, Form form) {
        this.keyLength = keyLength;
        this.characters = characters;
        this.form = form;
        this.enough = Math.min(characters.length(), form == Form.HEX ? 2 * ENOUGH : ENOUGH);
    }

    /** All ways to write this key: as it is, in base64 at three alignments, as hexadecimal digits. */
    static Stream<KeySpelling> of(String key) {
        List<KeySpelling> all = new ArrayList<>(5);
        all.add(new KeySpelling(key.length(), key, Form.AS_IT_IS));
        byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
        for (int before = 0; before < 3; before++) {
            addCoded(all, key, base64(bytes, before), Form.BASE64);
        }
        addCoded(all, key, HexFormat.of().formatHex(bytes), Form.HEX);
        return all.stream();
    }

    private static void addCoded(List<KeySpelling> all, String key, String characters, Form form) {
        if (characters.length() >= LEAST_CODED) {
            all.add(new KeySpelling(key.length(), characters, form));
        }
    }

    /** What is the same in the base64 of every text in which this many bytes, modulo 3, come before the key. */
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

    boolean isCoded() {
        return form != Form.AS_IT_IS;
    }

    /** How long a text can be that is this spelling. */
    int longest() {
        return characters.length() * LONGEST_ESCAPE + 2;
    }

    /** Where the spelling that begins at {@code at} ends; -1 if none does. At an open end a part is enough. */
    int end(String text, int at, boolean openEnd) {
        return end(text, at, 0, openEnd);
    }

    /** Where the rest of a spelling ends with which a text begins that was cut there; -1 if it does not. */
    int endOfRest(String text) {
        int best = -1;
        for (int i = 1; i <= characters.length() - LEAST_PART && best < 0; i++) {
            best = end(text, 0, i, false);
        }
        return best;
    }

    private int end(String text, int at, int first, boolean openEnd) {
        if (at >= text.length() || !canBegin(text.charAt(at), characters.charAt(first))) {
            return -1;
        }
        Places now = new Places();
        Places next = new Places();
        now.add(at);
        boolean cut = false;
        for (int i = first; i < characters.length(); i++) {
            cut |= openEnd && i - first >= LEAST_PART && endsWithin(text, now);
            next.clear();
            for (int k = 0; k < now.count; k++) {
                step(text, now.at[k], characters.charAt(i), next);
            }
            if (next.count == 0) {
                return cut ? text.length() : i - first >= enough ? around(text, now.last()) : -1;
            }
            Places other = now;
            now = next;
            next = other;
        }
        return around(text, now.last());
    }

    /** A quick no for nearly every place of a text. */
    private boolean canBegin(char found, char wanted) {
        return same(found, wanted) || found == '\\' || found == '%' || found == '&' || found == 0;
    }

    /** True if the text ends where the spelling goes on, or in the middle of an escape. */
    private static boolean endsWithin(String text, Places places) {
        for (int k = 0; k < places.count; k++) {
            int left = text.length() - places.at[k];
            if (left == 0 || (left < LONGEST_ESCAPE && "\\%&\r\n\0".indexOf(text.charAt(places.at[k])) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** The characters of base64 around a spelling hold some of its bits. */
    private int around(String text, int end) {
        return form == Form.BASE64 && end < text.length() && isBase64(text.charAt(end)) ? end + 1 : end;
    }

    int startAround(String text, int start) {
        return form == Form.BASE64 && start > 0 && isBase64(text.charAt(start - 1)) ? start - 1 : start;
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+/-_".indexOf(c) >= 0;
    }

    /** Adds every place behind a spelling of {@code wanted} at {@code at}. */
    private void step(String text, int at, char wanted, Places ends) {
        int p = at;
        while (p < text.length() && skips(text, p)) {
            p += text.charAt(p) == '\\' ? 2 : 1;
        }
        if (p >= text.length()) {
            return;
        }
        char c = text.charAt(p);
        if (same(c, wanted)) {
            ends.add(p + 1);
        }
        switch (c) {
            case '\\' -> backslash(text, p, wanted, ends);
            case '%' -> percent(text, p + 1, wanted, ends);
            case '&' -> entity(text, p + 1, wanted, ends);
            default -> {}
        }
    }

    /** Text in UTF-16 has a zero at every other place; base64 in mails has lines. */
    private boolean skips(String text, int p) {
        char c = text.charAt(p);
        boolean line = c == '\r' || c == '\n' || text.startsWith("\\n", p) || text.startsWith("\\r", p);
        return c == 0 || (form == Form.BASE64 && line);
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

    /** A backslash before the character, or before u or x and its digits; several where an escaped text was escaped again. */
    private void backslash(String text, int at, char wanted, Places ends) {
        int p = at;
        while (p < text.length() && text.charAt(p) == '\\' && p - at < 1 << MOST_LAYERS) {
            p++;
            if (wanted == '\\') {
                ends.add(p);
            }
        }
        if (p < text.length() && same(text.charAt(p), wanted)) {
            ends.add(p + 1);
        }
        if (p < text.length() && (text.charAt(p) == 'u' || text.charAt(p) == 'U')) {
            coded(text, p + 1, p + 5, 16, wanted, ends);
        } else if (p < text.length() && text.charAt(p) == 'x') {
            coded(text, p + 1, p + 3, 16, wanted, ends);
        }
    }

    /** {@code %2F}, {@code %252F}, {@code %u002f}. */
    private void percent(String text, int at, char wanted, Places ends) {
        int p = at;
        coded(text, p, p + 2, 16, wanted, ends);
        for (int again = 0; again < MOST_LAYERS && text.startsWith("25", p); again++) {
            p += 2;
            coded(text, p, p + 2, 16, wanted, ends);
        }
        if (text.startsWith("u", p)) {
            coded(text, p + 1, p + 5, 16, wanted, ends);
        }
    }

    /** An entity of HTML, by name or number, whose ampersand may be an entity again. */
    private void entity(String text, int at, char wanted, Places ends) {
        int p = at;
        for (int again = 0; again < MOST_LAYERS && text.startsWith("amp;", p); again++) {
            p += 4;
            if (wanted == '&') {
                ends.add(p);
            }
        }
        int semicolon = p;
        while (semicolon < text.length() && semicolon - p < LONGEST_ESCAPE && text.charAt(semicolon) != ';') {
            semicolon++;
        }
        if (semicolon == text.length() || text.charAt(semicolon) != ';') {
            return;
        }
        if (text.startsWith("#x", p) || text.startsWith("#X", p)) {
            coded(text, p + 2, semicolon, 16, wanted, ends, 1);
        } else if (text.startsWith("#", p)) {
            coded(text, p + 1, semicolon, 10, wanted, ends, 1);
        } else if (text.substring(p, semicolon).equals(name(wanted))) {
            ends.add(semicolon + 1);
        }
    }

    private static String name(char c) {
        return switch (c) {
            case '<' -> "lt";
            case '>' -> "gt";
            case '"' -> "quot";
            case '\'' -> "apos";
            default -> "";
        };
    }

    private void coded(String text, int from, int to, int radix, char wanted, Places ends) {
        coded(text, from, to, radix, wanted, ends, 0);
    }

    private void coded(String text, int from, int to, int radix, char wanted, Places ends, int behind) {
        if (to > text.length() || from >= to) {
            return;
        }
        int code = 0;
        for (int p = from; p < to; p++) {
            int digit = Character.digit(text.charAt(p), radix);
            if (digit < 0) {
                return;
            }
            code = code * radix + digit;
        }
        if (code < 0x80 && same((char) code, wanted)) {
            ends.add(to + behind);
        }
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
        return "KeySpelling[" + form + "]";
    }
}
