package io.github.analytics4j.export;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word that is private, or several such as a name.
 *
 * @param letters all of them, folded
 * @param joints what is before each letter: {@link #TOGETHER}, {@link #MAYBE_APART} or {@link #APART}
 * @param size how many letters a reader counts
 */
record PrivateWord(String letters, String joints, int size) {
    private static final char TOGETHER = '_';
    /** Something that joins, such as an apostrophe, which other writers leave out. */
    private static final char MAYBE_APART = '-';

    private static final char APART = ' ';

    /** Other words have these letters by chance: two are found where they are written as a name is. */
    private static final int SHORT = 2;

    /** The scripts that set no blanks between words. */
    private static final Set<UnicodeScript> UNDIVIDED = Set.of(
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /**
     * The word of a value; null of one that has no letters, or of letters that stand in any text.
     *
     * @param part whether the value has other words beside it
     */
    static @Nullable PrivateWord of(FoldedText value, boolean part) {
        StringBuilder joints = new StringBuilder(value.length());
        boolean isNumber = true;
        for (int at = 0; at < value.length(); at++) {
            isNumber &= value.isDigit(at);
            joints.append(value.gap(at) == 0 ? TOGETHER : value.isBlankBefore(at) ? APART : MAYBE_APART);
        }
        String letters = value.letters();
        // a syllable of Hangul is several letters, folded
        int size =
                (int) letters.codePoints().filter(c -> c < 0x1160 || c > 0x11ff).count();
        PrivateWord word = new PrivateWord(letters, joints.toString(), size);
        return isNumber || size < SHORT || (size == SHORT && part && !word.isName(value)) ? null : word;
    }

    /** Whether two letters that are a part of a value are a part of a name. */
    private boolean isName(FoldedText value) {
        UnicodeScript script = UnicodeScript.of(letters.codePointAt(0));
        return value.isCapital(0) || script == UnicodeScript.HAN || script == UnicodeScript.HANGUL;
    }

    void find(FoldedText text, List<Scrubber.Found> found) {
        String all = text.letters();
        for (int at = all.indexOf(letters); at >= 0; at = all.indexOf(letters, at + 1)) {
            int end = at + letters.length();
            if (isJoined(text, at) && isApart(text, at, end) && (size > SHORT || !hasCase() || text.isCapital(at))) {
                found.add(new Scrubber.Found(text.from(at), text.to(end - 1)));
            }
        }
    }

    private boolean hasCase() {
        int first = letters.codePointAt(0);
        return Character.toUpperCase(first) != first;
    }

    private boolean isJoined(FoldedText text, int begin) {
        for (int i = 1; i < letters.length(); i++) {
            int gap = text.gap(begin + i);
            int widest = joints.charAt(i) == TOGETHER ? 0 : FoldedText.WIDEST_GAP;
            if (gap > widest || (gap == 0 && joints.charAt(i) == APART)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the characters around it do not make another word of it. */
    private boolean isApart(FoldedText text, int begin, int end) {
        boolean begins = isEdge(text, begin) || isUndivided(letters.codePointAt(0));
        int last = letters.codePointBefore(letters.length());
        boolean ends = isEdge(text, end) || isUndivided(last) || UnicodeScript.of(last) == UnicodeScript.HANGUL;
        return begins && ends && !text.isWithinCharacter(begin) && !text.isWithinCharacter(end);
    }

    /** Whether one word ends and another one begins before a letter. */
    private static boolean isEdge(FoldedText text, int at) {
        if (at == 0 || at == text.length() || text.gap(at) > 0) {
            return true;
        }
        UnicodeScript before = UnicodeScript.of(text.letters().codePointBefore(at));
        UnicodeScript behind = UnicodeScript.of(text.letters().codePointAt(at));
        return before != behind && isOfOneScript(before) && isOfOneScript(behind);
    }

    private static boolean isOfOneScript(UnicodeScript script) {
        return script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED;
    }

    /** Whether words stand beside it without a blank; two letters of a syllabary are a part of many. */
    private boolean isUndivided(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.HAN || (size > SHORT && UNDIVIDED.contains(script));
    }
}
