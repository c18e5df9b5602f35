package io.github.analytics4j.export;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The characters of a text in which some are escaped, each with where it stands in the text: by percent signs as in addresses, as
 * entities of HTML, by a backslash as in JSON.
 */
final class UnescapedText {
    /** An address in an address in an address. */
    private static final int MOST_READINGS = 3;

    private static final int LONGEST_ENTITY = 10;
    private static final int HEX = 16;

    /** The entities that stand between digits or words of a name; letters with accents have numbers as a rule. */
    private static final Map<String, Integer> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", 0xa0),
            Map.entry("ensp", 0x2002),
            Map.entry("emsp", 0x2003),
            Map.entry("thinsp", 0x2009),
            Map.entry("shy", 0xad),
            Map.entry("zwj", 0x200d),
            Map.entry("zwnj", 0x200c),
            Map.entry("ndash", 0x2013),
            Map.entry("mdash", 0x2014),
            Map.entry("minus", 0x2212),
            Map.entry("middot", 0xb7),
            Map.entry("bull", 0x2022),
            Map.entry("lsquo", 0x2018),
            Map.entry("rsquo", 0x2019),
            Map.entry("apos", (int) '\''),
            Map.entry("quot", (int) '"'),
            Map.entry("plus", (int) '+'),
            Map.entry("lpar", (int) '('),
            Map.entry("rpar", (int) ')'),
            Map.entry("amp", (int) '&'),
            Map.entry("lt", (int) '<'),
            Map.entry("gt", (int) '>'));

    private final int[] characters;
    private final int[] from;
    private final int[] to;
    private int length;

    private UnescapedText(int size) {
        characters = new int[size];
        from = new int[size];
        to = new int[size];
    }

    /** The text without its escapes, without those that come to light then, and so on; none of a text that has none. */
    static List<UnescapedText> readings(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('&') < 0 && text.indexOf('\\') < 0) {
            return List.of();
        }
        UnescapedText last = new UnescapedText(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            last.add(c, at, at + Character.charCount(c));
            at += Character.charCount(c);
        }
        List<UnescapedText> all = new ArrayList<>();
        while (all.size() < MOST_READINGS) {
            UnescapedText next = last.unescaped();
            if (next.length == last.length) {
                break;
            }
            all.add(next);
            last = next;
        }
        return all;
    }

    int length() {
        return length;
    }

    int character(int at) {
        return characters[at];
    }

    int from(int at) {
        return from[at];
    }

    int to(int at) {
        return to[at];
    }

    private void add(int c, int begin, int end) {
        characters[length] = c;
        from[length] = begin;
        to[length] = end;
        length++;
    }

    private UnescapedText unescaped() {
        UnescapedText all = new UnescapedText(length);
        for (int at = 0; at < length; ) {
            Escape escape = switch (characters[at]) {
                case '%' -> percent(at);
                case '&' -> entity(at);
                case '\\' -> backslash(at);
                default -> Escape.NONE;
            };
            all.add(
                    escape.length == 0 ? characters[at] : escape.character,
                    from[at],
                    to[at + Math.max(1, escape.length) - 1]);
            at += Math.max(1, escape.length);
        }
        return all;
    }

    /** A character, and how many stand for it; 0 where it is no escape. */
    private record Escape(int character, int length) {
        static final Escape NONE = new Escape(0, 0);
    }

    /** One character in UTF-8, each byte of it as a percent sign with two digits. */
    private Escape percent(int at) {
        int first = octet(at);
        int count = first < 0 ? 0 : first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            int octet = octet(at + 3 * i);
            if (octet < 0) {
                return Escape.NONE;
            }
            bytes[i] = (byte) octet;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.isEmpty() ? Escape.NONE : new Escape(text.codePointAt(0), 3 * count);
        } catch (CharacterCodingException e) {
            return Escape.NONE; // no UTF-8
        }
    }

    private int octet(int at) {
        return at < length && characters[at] == '%' ? number(at + 1, at + 3, HEX) : -1;
    }

    private Escape entity(int at) {
        int end = at + 1;
        while (end < length && end - at < LONGEST_ENTITY && characters[end] != ';') {
            end++;
        }
        if (end >= length || characters[end] != ';') {
            return Escape.NONE;
        }
        int c;
        if (characters[at + 1] == '#') {
            boolean hex = at + 2 < end && (characters[at + 2] | ' ') == 'x';
            c = hex ? number(at + 3, end, HEX) : number(at + 2, end, 10);
        } else {
            c = ENTITIES.getOrDefault(new String(characters, at + 1, end - at - 1), -1);
        }
        return Character.isValidCodePoint(c) ? new Escape(c, end + 1 - at) : Escape.NONE;
    }

    private Escape backslash(int at) {
        int next = at + 1 < length ? characters[at + 1] : 0;
        if (next == 'u') {
            int c = number(at + 2, at + 6, HEX);
            boolean high = c >= 0 && c <= 0xffff && Character.isHighSurrogate((char) c);
            int low = high && at + 7 < length && characters[at + 6] == '\\' && characters[at + 7] == 'u'
                    ? number(at + 8, at + 12, HEX)
                    : -1;
            return low >= 0 && Character.isLowSurrogate((char) low)
                    ? new Escape(Character.toCodePoint((char) c, (char) low), 12)
                    : c < 0 ? Escape.NONE : new Escape(c, 6);
        }
        return switch (next) {
            case 'n', 'r', 't' -> new Escape(' ', 2);
            case '/', '"', '\\' -> new Escape(next, 2);
            default -> Escape.NONE;
        };
    }

    /** The number that these characters are the digits of; -1 where they are not. */
    private int number(int begin, int end, int radix) {
        int number = begin < end && end <= length ? 0 : -1;
        for (int at = begin; number >= 0 && at < end; at++) {
            int c = characters[at];
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            number = digit < 0 || number > Character.MAX_CODE_POINT ? -1 : number * radix + digit;
        }
        return number;
    }
}
