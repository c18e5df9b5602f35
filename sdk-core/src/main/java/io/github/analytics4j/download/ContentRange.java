package io.github.analytics4j.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of which length a 206 brings.
 *
 * @param first the first of them
 * @param last the last of them
 * @param total length of the whole file, or -1 if the server does not say
 */
record ContentRange(long first, long last, long total) {
    // 18 digits fit a long; no file is longer.
    private static final Pattern FORM = Pattern.compile(
            "bytes\\s+(\\d{1,18})\\s*-\\s*(\\d{1,18})\\s*/\\s*(\\d{1,18}|\\*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_SUCH =
            Pattern.compile("bytes\\s+\\*\\s*/\\s*(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    /** The length that a refused range is answered with, or -1. */
    static long lengthOfRefused(@Nullable String header) {
        Matcher matcher = NO_SUCH.matcher(header == null ? "" : header.trim());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    /** Reads the header; null if it is absent or says nothing usable. */
    static @Nullable ContentRange parse(@Nullable String header) {
        Matcher matcher = FORM.matcher(header == null ? "" : header.trim());
        if (!matcher.matches()) {
            return null;
        }
        long first = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        long total = matcher.group(3).equals("*") ? -1 : Long.parseLong(matcher.group(3));
        boolean sound = first <= last && (total < 0 || last < total);
        return sound ? new ContentRange(first, last, total) : null;
    }
}
