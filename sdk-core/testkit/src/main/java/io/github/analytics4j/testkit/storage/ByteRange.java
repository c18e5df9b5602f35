package io.github.analytics4j.testkit.storage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One range of a {@code Range} header against a file's size; both ends are part of it. */
public record ByteRange(long first, long last) {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /** The range, or null when the header is to be passed over: none, several, or no byte range. */
    static @Nullable ByteRange of(@Nullable String header, long size) {
        Matcher matcher = ONE_RANGE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!matcher.matches() || matcher.group().equals("bytes=-")) {
            return null;
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Long.parseLong(matcher.group(2));
            return new ByteRange(Math.max(0, size - suffix), suffix == 0 ? -1 : size - 1);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        return new ByteRange(first, last);
    }

    boolean satisfiable() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
