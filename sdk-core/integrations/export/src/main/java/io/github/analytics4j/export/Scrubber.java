package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Takes private values out of texts that repeat them. Digits are found however they are grouped and with or without the country's
 * code, also in other scripts; words are found without regard to case, accents and what stands between them, as words of their own.
 * What is escaped in an address, in HTML or in JSON is found as well.
 */
final class Scrubber {
    /** The text in the place of a private value. */
    static final String MASK = "***";

    /** A text of more words is no name; its words are those of any text. */
    private static final int MOST_WORDS = 5;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;]+");

    private final Set<PrivateWord> words = new LinkedHashSet<>();

    private final Set<PrivateNumber> numbers = new LinkedHashSet<>();

    /** Remembers a private value, whatever it is: a text, or a JSON text with all that is in it. */
    Scrubber hide(String value) {
        String text = value.strip();
        for (FoldedText each : FoldedText.readings(text)) {
            numbers.addAll(PrivateNumber.of(each));
            addWord(each, false);
        }
        String[] parts = BETWEEN_WORDS.split(text, -1);
        if (parts.length > 1 && parts.length <= MOST_WORDS) {
            for (String part : parts) {
                FoldedText.readings(part).forEach(each -> addWord(each, true));
            }
        }
        return this;
    }

    private void addWord(FoldedText text, boolean part) {
        PrivateWord word = PrivateWord.of(text, part);
        if (word != null) {
            words.add(word);
        }
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

    /** An id without private numbers that are long enough to be no chance; it may hold a private word by chance. */
    String id(String text) {
        return scrubbed(text, false);
    }

    /** The text without the private values. */
    String text(String text) {
        return scrubbed(text, true);
    }

    private String scrubbed(String text, boolean all) {
        if (text.isEmpty() || hidesNothing()) {
            return text;
        }
        List<Found> found = new ArrayList<>();
        for (FoldedText each : FoldedText.readings(text)) {
            for (PrivateNumber number : numbers) {
                if (all || number.isLong()) {
                    number.find(each, found);
                }
            }
            for (PrivateWord word : words) {
                if (all) {
                    word.find(each, found);
                }
            }
        }
        return found.isEmpty() ? text : without(text, found);
    }

    /** Puts one mask in the place of values that overlap. */
    private static String without(String text, List<Found> found) {
        found.sort(Comparator.comparingInt(Found::from).thenComparingInt(Found::to));
        StringBuilder out = new StringBuilder();
        int copied = 0;
        int end = -1;
        for (Found each : found) {
            if (each.from() > end) {
                out.append(text, copied, each.from()).append(MASK);
            }
            end = Math.max(end, each.to());
            copied = end;
        }
        return out.append(text, copied, text.length()).toString();
    }

    /**
     * Where a private value stands in a text.
     *
     * @param from the first character of it
     * @param to the one behind it
     */
    record Found(int from, int to) {}

    /** Whether a number has a private value's digits, with or without what a number begins with to call from elsewhere. */
    boolean holds(Number number) {
        if (number instanceof Double each && !Double.isFinite(each)) {
            return false;
        }
        BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
        String digits = plain.abs().toPlainString();
        return plain.scale() <= 0 && numbers.stream().anyMatch(each -> each.isSame(digits));
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
}
