package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.catalog.Column;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The thing that a number of a chart counts, which decides how it is written. The page's script has the same words in lower case. */
enum Measure {
    /** A count of calls, leads or other things. */
    COUNT("", "", true),
    /** A number without a unit that the page knows. */
    NUMBER("", "", false),
    /** A share, in percent. */
    PERCENT("", " %", false),
    DOLLARS("$", "", true),
    /** An amount in a currency that the vendor does not name. */
    MONEY("", "", true),
    MILLISECONDS("", " ms", false),
    SECONDS("", " s", false),
    MINUTES("", " min", true);

    /** A change of 0.24 is 24 percent more. */
    private static final String RELATIVE = "relative change";

    private final String prefix;
    private final String suffix;
    /** Whether the sum of values means something: of calls it does, of shares and mean times it does not. */
    private final boolean additive;

    Measure(String prefix, String suffix, boolean additive) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.additive = additive;
    }

    boolean additive() {
        return additive;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The measure of a column by what the catalogue says of its unit and type.
     *
     * @param unit such as {@code USD}, {@code seconds}, {@code share, 0–1}, {@code percent}; null if there is none
     */
    static Measure of(@Nullable String unit, Column.Type.Kind kind) {
        String words = unit == null ? "" : unit.toLowerCase(Locale.ROOT);
        if (words.startsWith("share") || words.startsWith("percent") || words.startsWith(RELATIVE)) {
            return PERCENT;
        }
        if (words.startsWith("usd")) {
            return DOLLARS;
        }
        if (kind == Column.Type.Kind.DECIMAL || words.startsWith("currency")) {
            return MONEY;
        }
        return switch (words) {
            case "milliseconds" -> MILLISECONDS;
            case "seconds" -> SECONDS;
            case "minutes" -> MINUTES;
            default ->
                kind == Column.Type.Kind.BIGINT || words.equals("count") || words.equals("calls") ? COUNT : NUMBER;
        };
    }

    /** The factor from a column's own scale to the one of the page: shares are 0–1 with some vendors, 0–100 with others. */
    static double factor(Measure measure, @Nullable String unit, @Nullable String scale) {
        String words = (unit + " " + scale).replace('–', '-');
        boolean share = words.startsWith(RELATIVE) || (words.contains("0-1") && !words.contains("0-100"));
        return measure == PERCENT && share ? 100 : 1;
    }

    /** A value for a table, to four places. */
    String exact(double value) {
        return signed(value, isMoney() ? "#,##0.00##" : "#,##0.####");
    }

    /** A value for a headline: as many places as one looks at; long times in minutes and hours. */
    String brief(double value) {
        double size = Math.abs(value);
        if (this == SECONDS && size >= 119.5) {
            return time(value);
        }
        if (isMoney()) {
            return signed(value, size >= 10_000 ? "#,##0" : size < 1 && size > 0 ? "#,##0.00##" : "#,##0.00");
        }
        if (this == PERCENT) {
            return signed(value, size >= 1 ? "#,##0.#" : "#,##0.##");
        }
        return signed(value, size >= 100 ? "#,##0" : size >= 10 ? "#,##0.#" : size >= 0.1 ? "#,##0.##" : "#,##0.####");
    }

    private boolean isMoney() {
        return this == DOLLARS || this == MONEY;
    }

    private String signed(double value, String pattern) {
        String digits =
                new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(Math.abs(value));
        boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.');
        return (value < 0 && !zero ? "-" : "") + prefix + digits + suffix;
    }

    private static String time(double seconds) {
        String sign = seconds < 0 ? "-" : "";
        long whole = Math.round(Math.abs(seconds));
        if (whole < 3600) {
            return sign + whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
        }
        long minutes = Math.round((double) whole / 60);
        if (minutes >= 6_000) {
            return sign + COUNT.exact((double) Math.round((double) minutes / 60)) + " h";
        }
        return sign + minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
