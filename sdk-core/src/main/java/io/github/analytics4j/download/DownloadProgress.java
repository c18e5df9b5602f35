package io.github.analytics4j.download;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far a download is.
 *
 * @param bytes bytes that are safely there, those of earlier runs included
 * @param totalBytes length of the whole file, or -1 while it is not known
 * @param resumedAt where this run went on; 0 if it began the file
 * @param elapsed time since this run began
 * @param waiting why nothing moves at the moment, or null
 */
public record DownloadProgress(
        long bytes,
        long totalBytes,
        long resumedAt,
        Duration elapsed,
        @Nullable String waiting) {

    /** {@return the length of the whole file, if the server said it} */
    public OptionalLong total() {
        return totalBytes < 0 ? OptionalLong.empty() : OptionalLong.of(totalBytes);
    }

    /** {@return the mean of this run so far} */
    public double bytesPerSecond() {
        double seconds = elapsed.toNanos() / 1e9;
        return seconds <= 0 ? 0 : (bytes - resumedAt) / seconds;
    }
}
