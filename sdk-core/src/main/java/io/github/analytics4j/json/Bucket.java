package io.github.analytics4j.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One column of a histogram, {@code "0-30"} or {@code "300+"}. Every text is accepted; bounds are offered where they can be read.
 *
 * @param text the text on the wire
 */
public record Bucket(String text) implements TextValue {
    /** How buckets are read. */
    public static final TextType<Bucket> TYPE = TextType.of("Bucket", Bucket::new);

    /** The lower bound, or null if the text shows none. */
    public @Nullable BigDecimal lower() {
        throw new UnsupportedOperationException();
    }

    /** The upper bound, or null if the bucket is open or the text shows none. */
    public @Nullable BigDecimal upper() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return text;
    }
}
