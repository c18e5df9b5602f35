package io.github.analytics4j.json;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One column of a histogram, {@code "0-30"} or {@code "300+"}. Every text is accepted; bounds are offered where they can
 * be read.
 *
 * @param text the text on the wire
 */
public record HistogramBucket(String text) implements TextValue {
    /** Reads and writes buckets as their text. */
    static final TextValue.Type<HistogramBucket> TYPE = TextValue.Type.of("HistogramBucket", HistogramBucket::new);

    /** Longer texts show no bounds, and looking for some would take time. */
    private static final int LONGEST = 200;

    private static final Pattern BOUNDS =
            Pattern.compile("\\s*(\\d{1,18}(?:\\.\\d{1,9})?)\\s*(?:[-\u2013]\\s*(\\d{1,18}(?:\\.\\d{1,9})?)|\\+)?\\s*");

    /** {@return the lower bound, or null if the text shows none} */
    public @Nullable BigDecimal lower() {
        return bound(1);
    }

    /** {@return the upper bound, or null if the bucket is open or the text shows none} */
    public @Nullable BigDecimal upper() {
        return bound(2);
    }

    private @Nullable BigDecimal bound(int group) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher matcher = BOUNDS.matcher(text);
        String bound = matcher.matches() ? matcher.group(group) : null;
        return bound == null ? null : new BigDecimal(bound);
    }

    @Override
    public String toString() {
        return text;
    }
}
