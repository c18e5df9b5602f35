package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Takes private values out of texts that repeat them. Digits are found however they are grouped and with or without the country's
 * code, also in other scripts; words are found without regard to case, between letters and digits of other words, and in URLs.
 */
final class Scrubber {
    /** The text in the place of a private value. */
    static final String MASK = "***";

    /** A number of fewer digits is found in half of all texts. */
    private static final int FEWEST_DIGITS = 7;

    private static final int SHORTEST_WORD = 3;
    /** A text of more words is no name; its words are those of any text. */
    private static final int MOST_WORDS = 5;
    /** So many characters may stand between two digits of a number: {@code ") "}, {@code " - "}. */
    private static final int WIDEST_GAP = 3;

    private static final String GAPS = " -.()/,_+:\u00a0\u2007\u202f\u2010\u2011\u2012\u2013";

    private final List<String> words = new ArrayList<>();

    private final List<String> numbers = new ArrayList<>();

    /** Remembers a private value, whatever it is: a text, or a JSON text with all that is in it. */
    Scrubber hide(String value) {
        String digits = digits(value);
        if (digits.length() >= FEWEST_DIGITS && phoneLike(value)) {
            numbers.add(digits);
        }
        String text = value.strip();
        if (text.length() >= SHORTEST_WORD && !isNumber(text)) {
            words.add(text);
        }
        String[] parts = text.split("[\\s,;]+", -1);
        if (parts.length > 1 && parts.length <= MOST_WORDS) {
            for (String part : parts) {
                if (part.length() >= SHORTEST_WORD && !isNumber(part)) {
                    words.add(part);
                }
            }
        }
        words.sort((one, other) -> Integer.compare(other.length(), one.length()));
        return this;
    }

    /** Remembers all texts and numbers in a JSON value. */
    Scrubber hide(JsonValue value) {
        switch (value.kind()) {
            case OBJECT -> value.fields().values().forEach(this::hide);
            case ARRAY -> value.elements().forEach(this::hide);
            case STRING -> hide("" + value.asText());
            case NUMBER -> hide(value.json());
            default -> {}
        }
        return this;
    }

    boolean hidesNothing() {
        return words.isEmpty() && numbers.isEmpty();
    }

    /** An id without private numbers; it may hold a private word by chance. */
    String id(String text) {
        return numbers.isEmpty() ? text : withoutNumbers(text);
    }

    /** The text without the private values. */
    String text(String text) {
        if (text.isEmpty() || hidesNothing()) {
            return text;
        }
        String result = id(text);
        for (String word : words) {
            result = withoutWord(result, word);
        }
        return result;
    }

    /** Whether a number has a private value's digits. */
    boolean holds(Number number) {
        return numbers.contains(digits(number.toString()));
    }

    /** A JSON text without the private values, in names as well; a number that is one becomes a text. */
    String json(String json) {
        if (hidesNothing()) {
            return json;
        }
        JsonValue value = JsonValue.parse(json);
        String scrubbed = scrubbed(value);
        return scrubbed.equals(json) ? json : scrubbed;
    }

    private String scrubbed(JsonValue value) {
        return switch (value.kind()) {
            case OBJECT -> members(value.fields());
            case ARRAY -> elements(value.elements());
            case STRING -> string(value);
            case NUMBER ->
                text(value.json()).equals(value.json())
                        ? value.json()
                        : JsonValue.ofText(MASK).json();
            default -> value.json();
        };
    }

    private String string(JsonValue value) {
        String text = "" + value.asText();
        String scrubbed = text(text);
        return scrubbed.equals(text) ? value.json() : JsonValue.ofText(scrubbed).json();
    }

    private String members(Map<String, JsonValue> members) {
        StringJoiner all = new StringJoiner(",", "{", "}");
        members.forEach((name, member) -> all.add(JsonValue.ofText(text(name)).json() + ":" + scrubbed(member)));
        return all.toString();
    }

    private String elements(Collection<JsonValue> elements) {
        StringJoiner all = new StringJoiner(",", "[", "]");
        elements.forEach(each -> all.add(scrubbed(each)));
        return all.toString();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            int digit = Character.digit(text.charAt(at), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /** Whether a value is a number, perhaps with a few letters before or behind: {@code tel:+1 415 555 0900 ext. 7}. */
    private static boolean phoneLike(String value) {
        return value.codePoints().filter(Character::isLetter).count()
                <= digits(value).length();
    }

    private static boolean isNumber(String text) {
        return text.chars().noneMatch(Character::isLetter);
    }

    /** Looks at each stretch of digits with little between them. */
    private String withoutNumbers(String text) {
        @Nullable StringBuilder out = null;
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            if (Character.digit(text.charAt(at), 10) < 0) {
                at++;
                continue;
            }
            Stretch stretch = Stretch.from(text, at);
            boolean @Nullable [] hidden =
                    stretch.digits.length() < FEWEST_DIGITS ? null : hidden(stretch.digits.toString());
            for (int i = 0; hidden != null && i < hidden.length; i++) {
                if (hidden[i] && (i == 0 || !hidden[i - 1])) {
                    int last = i;
                    while (last + 1 < hidden.length && hidden[last + 1]) {
                        last++;
                    }
                    out = out == null ? new StringBuilder() : out;
                    int from = stretch.at[i];
                    int plus = from > copied && text.charAt(from - 1) == '+' ? 1 : 0;
                    out.append(text, copied, from - plus).append(MASK);
                    copied = stretch.at[last] + 1;
                }
            }
            at = stretch.end;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** Which digits are those of a private number, or of its end where its beginning was left out. */
    private boolean @Nullable [] hidden(String digits) {
        boolean @Nullable [] hidden = null;
        for (String number : numbers) {
            for (int length = number.length(); length >= FEWEST_DIGITS; length--) {
                String end = number.substring(number.length() - length);
                for (int found = digits.indexOf(end); found >= 0; found = digits.indexOf(end, found + 1)) {
                    hidden = hidden == null ? new boolean[digits.length()] : hidden;
                    Arrays.fill(hidden, found, found + length, true);
                }
            }
        }
        return hidden;
    }

    /** Digits with at most a few separators between each two, and where each of them stands. */
    private static final class Stretch {
        private final StringBuilder digits = new StringBuilder();
        private int[] at = new int[32];
        private int end;

        static Stretch from(String text, int first) {
            Stretch stretch = new Stretch();
            int gap = 0;
            int position = first;
            stretch.end = first;
            while (position < text.length() && gap <= WIDEST_GAP) {
                char c = text.charAt(position);
                int digit = Character.digit(c, 10);
                if (digit >= 0) {
                    stretch.add(digit, position);
                    gap = 0;
                } else if (GAPS.indexOf(c) >= 0) {
                    gap++;
                } else if (isEscape(text, position)) { // a blank in a URL
                    gap++;
                    position += 2;
                } else {
                    break;
                }
                position++;
            }
            return stretch;
        }

        private static boolean isEscape(String text, int at) {
            return text.charAt(at) == '%'
                    && at + 2 < text.length()
                    && Character.digit(text.charAt(at + 1), 16) >= 0
                    && Character.digit(text.charAt(at + 2), 16) >= 0;
        }

        private void add(int digit, int position) {
            if (digits.length() == at.length) {
                at = Arrays.copyOf(at, 2 * at.length);
            }
            at[digits.length()] = position;
            digits.append((char) ('0' + digit));
            end = position + 1;
        }
    }

    private static String withoutWord(String text, String word) {
        String low = text.toLowerCase(Locale.ROOT);
        String wanted = word.toLowerCase(Locale.ROOT);
        if (low.length() != text.length()) { // a letter has another length in lower case: as written, then
            low = text;
            wanted = word;
        }
        @Nullable StringBuilder out = null;
        int copied = 0;
        for (int found = low.indexOf(wanted); found >= 0; found = low.indexOf(wanted, found + 1)) {
            int end = found + wanted.length();
            if (found >= copied && isApart(text, found, end)) {
                out = out == null ? new StringBuilder() : out;
                out.append(text, copied, found).append(MASK);
                copied = end;
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** Whether the characters around it do not make another word of it. */
    private static boolean isApart(String text, int from, int end) {
        boolean begins = from == 0
                || !Character.isLetterOrDigit(text.charAt(from))
                || !Character.isLetterOrDigit(text.charAt(from - 1))
                || (from >= 3 && text.charAt(from - 3) == '%');
        return begins
                && (end == text.length()
                        || !Character.isLetterOrDigit(text.charAt(end - 1))
                        || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
