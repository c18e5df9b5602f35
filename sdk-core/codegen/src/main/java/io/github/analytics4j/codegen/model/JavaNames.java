package io.github.analytics4j.codegen.model;

import java.util.Locale;

/** Wishes for Java names, made from wire names; whether they are legal and unique is the emitter's concern. */
public final class JavaNames {

    private JavaNames() {}

    /** {@code no-answer} and {@code no_answer} become {@code noAnswer}; {@code fromDate} stays. */
    public static String camel(String wireName) {
        StringBuilder name = new StringBuilder();
        boolean up = false;
        for (int i = 0; i < wireName.length(); i++) {
            char c = wireName.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                up = !name.isEmpty();
            } else if (name.isEmpty()) {
                name.append(Character.toLowerCase(c));
            } else {
                name.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return name.toString();
    }

    /** {@code call_status} becomes {@code CallStatus}. */
    public static String pascal(String wireName) {
        String camel = camel(wireName);
        return camel.isEmpty() ? camel : Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
    }

    /** {@code lead.score_changed} becomes {@code LEAD_SCORE_CHANGED}; so does {@code leadScoreChanged}. */
    public static String constant(String wireName) {
        String spaced = wireName.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
        return spaced.replaceAll("^_|_$", "").toUpperCase(Locale.ROOT);
    }
}
