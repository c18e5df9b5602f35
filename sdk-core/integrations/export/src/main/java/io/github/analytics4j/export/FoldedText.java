package io.github.analytics4j.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The letters and digits of a text as they are compared, each with where it stands in the text: in lower case, without accents,
 * decimal digits of all scripts as those of ASCII. It is the same for all forms of Unicode that say the same (NFKD). All that is
 * neither letter nor digit is a gap, what nobody sees (a soft hyphen, a joiner) is not even that.
 */
final class FoldedText {
    /** So many characters may stand between two digits of a number, or two words of a name: {@code ") - "}, a line's end with blanks. */
    static final int WIDEST_GAP = 8;

    private static final char GAP = ' ';
    private static final int ASCII = 128;

    /** Separators that end a number, so that an extension or another one may follow. */
    private static final String ENDS = ",;#*|@=&?<>\"";

    private static final int CAPITAL = 1;
    private static final int BLANK = 2;
    private static final int END = 4;

    /** Folded characters beyond ASCII; each entry is made when it is needed, the same by every thread. */
    private static final @Nullable String[] FOLDED = new String[1 << 16];

    private final StringBuilder folded;
    private int[] start;
    private int[] from;
    private int[] to;
    private int[] gap;
    private byte[] marks;

    private int gapNow;
    private int marksNow;
    private int plusAt = -1;
    private @Nullable String letters;

    private FoldedText(int length) {
        int size = length + 8;
        folded = new StringBuilder(size);
        start = new int[size];
        from = new int[size];
        to = new int[size];
        gap = new int[size];
        marks = new byte[size];
    }

    /** The text as it is, and as often as what is escaped in it can be read. */
    static List<FoldedText> readings(String text) {
        List<FoldedText> all = new ArrayList<>(1);
        FoldedText plain = new FoldedText(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.charAt(at);
            int length = 1;
            if (Character.isHighSurrogate((char) c)) {
                c = text.codePointAt(at);
                length = Character.charCount(c);
            }
            plain.add(c, at, at + length);
            at += length;
        }
        all.add(plain);
        UnescapedText.readings(text).forEach(each -> {
            FoldedText reading = new FoldedText(each.length());
            for (int i = 0; i < each.length(); i++) {
                reading.add(each.character(i), each.from(i), each.to(i));
            }
            all.add(reading);
        });
        return all;
    }

    private void add(int c, int begin, int end) {
        if (c < ASCII) {
            boolean capital = c >= 'A' && c <= 'Z';
            if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                put((char) (capital ? c + 'a' - 'A' : c), capital, begin, end);
            } else {
                separate(c, begin);
            }
            return;
        }
        String all = folded(c);
        if (all.isEmpty() && gapNow == 0 && folded.length() > 0) {
            to[folded.length() - 1] = end; // an accent goes with its letter
        }
        boolean capital = Character.isUpperCase(c) || Character.isTitleCase(c);
        for (int i = 0; i < all.length(); i++) {
            if (all.charAt(i) == GAP) {
                separate(c, begin);
            } else {
                put(all.charAt(i), capital, begin, end);
            }
        }
    }

    private void separate(int c, int begin) {
        gapNow++;
        plusAt = c == '+' || c == '\uff0b' ? begin : -1;
        marksNow |=
                (Character.isWhitespace(c) || Character.isSpaceChar(c) ? BLANK : 0) | (ENDS.indexOf(c) >= 0 ? END : 0);
    }

    private void put(char c, boolean capital, int begin, int end) {
        int at = folded.length();
        if (at == from.length) {
            start = Arrays.copyOf(start, 2 * at);
            from = Arrays.copyOf(from, 2 * at);
            to = Arrays.copyOf(to, 2 * at);
            gap = Arrays.copyOf(gap, 2 * at);
            marks = Arrays.copyOf(marks, 2 * at);
        }
        folded.append(c);
        start[at] = plusAt >= 0 ? plusAt : begin;
        from[at] = begin;
        to[at] = end;
        gap[at] = gapNow;
        marks[at] = (byte) (marksNow | (capital ? CAPITAL : 0));
        gapNow = 0;
        marksNow = 0;
        plusAt = -1;
    }

    private static String folded(int c) {
        if (c >= FOLDED.length) {
            return fold(c);
        }
        String known = FOLDED[c];
        if (known == null) {
            known = fold(c);
            FOLDED[c] = known;
        }
        return known;
    }

    private static String fold(int c) {
        StringBuilder all = new StringBuilder();
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT) // so that a letter of two capitals is the same as those
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(each -> !isUnseen(each))
                .forEach(each -> {
                    int digit = Character.digit(each, 10);
                    all.appendCodePoint(digit >= 0 ? '0' + digit : isLetter(each) ? each : GAP);
                });
        return all.toString();
    }

    /** Whether a character has no room of its own: an accent, a joiner, a soft hyphen; a space of no width divides words. */
    private static boolean isUnseen(int c) {
        return (Character.getType(c) == Character.FORMAT && c != 0x200b)
                || (c >= 0x300 && c <= 0x36f)
                || (c >= 0x1ab0 && c <= 0x1aff)
                || (c >= 0x1dc0 && c <= 0x1dff)
                || (c >= 0x20d0 && c <= 0x20ff)
                || (c >= 0xfe00 && c <= 0xfe0f)
                || (c >= 0xfe20 && c <= 0xfe2f)
                || (c >= 0xe0100 && c <= 0xe01ef);
    }

    /** Whether a word may have it. Apostrophes are letters to Unicode where they are sounds. */
    private static boolean isLetter(int c) {
        return (Character.isLetterOrDigit(c) && !(c >= 0x2b9 && c <= 0x2df)) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** The letters and digits. */
    String letters() {
        String all = letters;
        if (all == null) {
            all = folded.toString();
            letters = all;
        }
        return all;
    }

    int length() {
        return folded.length();
    }

    boolean isDigit(int at) {
        char c = folded.charAt(at);
        return c >= '0' && c <= '9';
    }

    /** How many characters stand before a letter that are none. */
    int gap(int at) {
        return gap[at];
    }

    /** Whether a blank is among the characters before a letter. */
    boolean isBlankBefore(int at) {
        return (marks[at] & BLANK) != 0;
    }

    /** Whether a character before a letter ends a number. */
    boolean isEndBefore(int at) {
        return (marks[at] & END) != 0;
    }

    boolean isCapital(int at) {
        return (marks[at] & CAPITAL) != 0;
    }

    /** Where a letter begins in the text, or the plus before it. */
    int start(int at) {
        return start[at];
    }

    /** Where a letter begins in the text. */
    int from(int at) {
        return from[at];
    }

    /** Where a letter ends in the text. */
    int to(int at) {
        return to[at];
    }

    /** Whether a letter and the one before it are parts of one character: a letter with its accent or vowel, a syllable of Hangul. */
    boolean isWithinCharacter(int at) {
        if (at <= 0 || at >= folded.length() || gap[at] > 0) {
            return false;
        }
        int c = folded.codePointAt(at);
        return from[at] == from[at - 1] || isMark(c) || (c >= 0x1160 && c <= 0x11ff);
    }
}
