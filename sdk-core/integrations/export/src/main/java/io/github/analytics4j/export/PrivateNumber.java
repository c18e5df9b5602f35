package io.github.analytics4j.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A number that is private, such as that of a telephone.
 *
 * @param digits all of them; a text may leave some at the beginning out
 * @param extension the digits that came behind it in the value; empty without any
 */
record PrivateNumber(String digits, String extension) {
    /** A number of fewer digits is found by chance, wherever it is looked for. */
    private static final int FEWEST_DIGITS = 7;

    /** A number of fewer digits is found as a number of its own by chance. */
    private static final int FEWEST_OF_ITS_OWN = 4;

    /** A number in a text, which has as many digits as no date. */
    private static final int FEWEST_IN_TEXT = 9;

    /** The letters of a word for an extension. */
    private static final int LONGEST_WORD = 10;

    /** The numbers in a value: all its digits, if it is a number, and each of several, or the one before an extension. */
    static Set<PrivateNumber> of(FoldedText value) {
        String letters = value.letters();
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < letters.length(); at++) {
            if (value.isDigit(at)) {
                digits.append(letters.charAt(at));
            }
        }
        int count = digits.length();
        boolean isNumber = letters.length() - count <= count; // perhaps with a few letters before or behind
        Set<PrivateNumber> all = new LinkedHashSet<>();
        if (isNumber && count >= FEWEST_OF_ITS_OWN) {
            all.add(new PrivateNumber(digits.toString(), ""));
        }
        int fewest = isNumber ? FEWEST_DIGITS : FEWEST_IN_TEXT;
        for (boolean blanksEnd : new boolean[] {false, true}) {
            List<String> groups = count < fewest ? List.of() : groups(value, blanksEnd);
            for (int i = 0; i < groups.size(); i++) {
                String next = i + 1 < groups.size() ? groups.get(i + 1) : "";
                if (groups.get(i).length() >= fewest) {
                    all.add(new PrivateNumber(groups.get(i), next.length() < FEWEST_DIGITS ? next : ""));
                }
            }
        }
        return all;
    }

    private static List<String> groups(FoldedText value, boolean blanksEnd) {
        List<String> groups = new ArrayList<>();
        StringBuilder group = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            boolean ends = !value.isDigit(at)
                    || value.gap(at) > FoldedText.WIDEST_GAP
                    || value.isEndBefore(at)
                    || (blanksEnd && value.isBlankBefore(at));
            if (ends && group.length() > 0) {
                groups.add(group.toString());
                group.setLength(0);
            }
            if (value.isDigit(at)) {
                group.append(value.letters().charAt(at));
            }
        }
        if (group.length() > 0) {
            groups.add(group.toString());
        }
        return groups;
    }

    /** Whether it is found anywhere in a text; else only where it is a number of its own. */
    boolean isLong() {
        return digits.length() >= FEWEST_DIGITS;
    }

    /** Whether these are the digits of it, with more or fewer before them. */
    boolean isSame(String others) {
        return isLong() && others.length() >= FEWEST_DIGITS && (digits.endsWith(others) || others.endsWith(digits));
    }

    void find(FoldedText text, List<Scrubber.Found> found) {
        String all = text.letters();
        String end = digits.substring(Math.max(0, digits.length() - FEWEST_DIGITS));
        for (int at = all.indexOf(end); at >= 0; at = all.indexOf(end, at + 1)) {
            int behind = at + end.length();
            boolean connected = isConnected(text, at, behind);
            if (connected && isLong()) {
                int last = withExtension(text, behind) - 1;
                found.add(new Scrubber.Found(text.start(beginning(text, at)), text.to(last)));
            } else if (connected && isOfItsOwn(text, at, behind)) {
                found.add(new Scrubber.Found(text.from(at), text.to(behind - 1)));
            }
        }
    }

    private static boolean isConnected(FoldedText text, int begin, int end) {
        for (int at = begin + 1; at < end; at++) {
            if (text.gap(at) > FoldedText.WIDEST_GAP) {
                return false;
            }
        }
        return true;
    }

    /** Where the digits before the last ones begin, as many as are there. */
    private int beginning(FoldedText text, int at) {
        int begin = at;
        int left = digits.length() - FEWEST_DIGITS;
        while (left > 0
                && begin > 0
                && text.gap(begin) <= FoldedText.WIDEST_GAP
                && text.letters().charAt(begin - 1) == digits.charAt(left - 1)) {
            begin--;
            left--;
        }
        return begin;
    }

    /** Where the extension ends, if it follows, perhaps with a word between. */
    private int withExtension(FoldedText text, int end) {
        int at = end;
        while (at < text.length()
                && at - end < LONGEST_WORD
                && !text.isDigit(at)
                && text.gap(at) <= FoldedText.WIDEST_GAP) {
            at++;
        }
        int behind = at + extension.length();
        boolean follows = !extension.isEmpty()
                && text.letters().startsWith(extension, at)
                && text.gap(at) <= FoldedText.WIDEST_GAP
                && isConnected(text, at, behind)
                && (behind == text.length() || !text.isDigit(behind) || text.gap(behind) > 0);
        return follows ? behind : end;
    }

    /** Whether no more digits belong to it: neither to a date nor to a fraction. */
    private static boolean isOfItsOwn(FoldedText text, int begin, int end) {
        boolean together = true;
        for (int at = begin + 1; at < end; at++) {
            together &= text.gap(at) == 0;
        }
        return isEdge(text, begin, together) && isEdge(text, end, together);
    }

    /**
     * Whether a number may begin or end before a letter.
     *
     * @param together whether nothing stands between its digits; where something does, digits nearby may belong to it
     */
    private static boolean isEdge(FoldedText text, int at, boolean together) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        boolean betweenDigits = text.isDigit(at - 1) && text.isDigit(at);
        if (!betweenDigits) {
            return text.gap(at) > 0;
        }
        return together ? text.gap(at) > 1 || text.isBlankBefore(at) : text.gap(at) > FoldedText.WIDEST_GAP;
    }
}
