package io.github.analytics4j.download;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is complete and in place.
 *
 * @param path where it is
 * @param bytes its length
 * @param contentType what the server called it, or null
 * @param checks what it was held against; empty if the server stated neither a length nor a checksum
 */
public record DownloadedFile(
        Path path, long bytes, @Nullable String contentType, Set<Check> checks) {
    public DownloadedFile {
        checks = Set.copyOf(checks);
    }
}
