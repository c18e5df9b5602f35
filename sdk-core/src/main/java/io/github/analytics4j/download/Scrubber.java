package io.github.analytics4j.download;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Copies a failure without the links in it, its causes and its suppressed ones. */
final class Scrubber {
    // Up to the next blank or quote; a parser's message may cut a link short, so what follows a "?" goes as well.
    private static final Pattern LINK = Pattern.compile("(?i)(https?://[^/\\s?#\"'<>]*)[^\\s\"'<>]*");
    private static final Pattern QUERY =
            Pattern.compile("\\?\\S+|\\S*(?i:signature|token|credential|expires)\\S*=\\S+");
    private static final int DEEPEST = 8;

    private Scrubber() {}

    /** A copy that is fit to be shown; {@code link} is taken out wherever it appears. */
    static IOException scrub(IOException failure, @Nullable SignedUrl link) {
        return copy(failure, link, 0);
    }

    private static IOException copy(Throwable failure, @Nullable SignedUrl link, int depth) {
        String message = failure.getMessage();
        String name = failure.getClass().getName();
        IOException copy = new IOException(message == null ? name : name + ": " + scrub(message, link));
        copy.setStackTrace(failure.getStackTrace());
        if (depth < DEEPEST) {
            if (failure.getCause() != null) {
                copy.initCause(copy(failure.getCause(), link, depth + 1));
            }
            for (Throwable suppressed : failure.getSuppressed()) {
                copy.addSuppressed(copy(suppressed, link, depth + 1));
            }
        }
        return copy;
    }

    static String scrub(String text, @Nullable SignedUrl link) {
        String clean = LINK.matcher(text).replaceAll("$1/…");
        if (link != null) {
            for (String secret :
                    new String[] {link.reveal().getRawQuery(), link.reveal().getQuery(), path(link)}) {
                clean = secret == null ? clean : clean.replace(secret, "…");
            }
        }
        return QUERY.matcher(clean).replaceAll("…");
    }

    private static @Nullable String path(SignedUrl link) {
        String path = link.reveal().getRawPath();
        return path == null || path.length() < 2 ? null : path;
    }
}
