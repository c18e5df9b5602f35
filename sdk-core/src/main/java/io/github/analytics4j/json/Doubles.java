package io.github.analytics4j.json;

import java.math.BigDecimal;
import java.math.MathContext;

/** How doubles are written. */
final class Doubles {
    private static final double WHOLE_UP_TO = 1L << 53;
    private static final MathContext FIFTEEN = new MathContext(15);

    private Doubles() {}

    /**
     * A short decimal that reads as the same double. Until JDK 19, {@link Double#toString} at times gives a digit too many;
     * a decimal of 15 digits that is the same double is preferred, so that what was read so is written so.
     */
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= WHOLE_UP_TO) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        if (text.length() > 16) {
            BigDecimal rounded = new BigDecimal(value).round(FIFTEEN);
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toString();
            }
        }
        return text;
    }
}
