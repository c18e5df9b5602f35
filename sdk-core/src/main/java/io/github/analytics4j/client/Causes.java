package io.github.analytics4j.client;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What lies under a failure, fit to be shown: OkHttp and the JDK put a server's texts into their messages. */
final class Causes {
    private static final int DEEPEST = 8;

    private Causes() {}

    /** The cause itself if neither it nor what lies under it shows a key, else a copy that names its type. */
    static @Nullable Throwable masked(@Nullable Throwable cause, SecretMask mask) {
        return cause == null || isClean(cause, mask, 0) ? cause : copy(cause, mask, 0);
    }

    /** As {@link #masked}, for trouble of the stream. */
    static IOException masked(IOException cause, SecretMask mask) {
        return isClean(cause, mask, 0) ? cause : copy(cause, mask, 0);
    }

    private static boolean isClean(Throwable cause, SecretMask mask, int depth) {
        String text = cause.toString();
        return depth <= DEEPEST
                && mask.text(text).equals(text)
                && (cause.getCause() == null || isClean(cause.getCause(), mask, depth + 1))
                && Arrays.stream(cause.getSuppressed()).allMatch(one -> isClean(one, mask, depth + 1));
    }

    private static IOException copy(Throwable cause, SecretMask mask, int depth) {
        String message = cause.getMessage();
        String type = cause.getClass().getName();
        IOException copy = new IOException(message == null ? type : type + ": " + mask.text(message));
        copy.setStackTrace(cause.getStackTrace());
        if (depth < DEEPEST) {
            if (cause.getCause() != null) {
                copy.initCause(copy(cause.getCause(), mask, depth + 1));
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                copy.addSuppressed(copy(suppressed, mask, depth + 1));
            }
        }
        return copy;
    }
}
