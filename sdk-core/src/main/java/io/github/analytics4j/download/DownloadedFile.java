package io.github.analytics4j.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is complete and in place.
 *
 * @param path where it is
 * @param bytes its length
 * @param contentType what the server called it, or null
 * @param checks what it was held against; empty if the server stated neither a length nor a checksum with the file
 * @param doubts what speaks against it without proving anything, such as an entity tag that looks like an MD5 sum and is
 *     not that of the bytes; empty as a rule
 */
public record DownloadedFile(
        Path path, long bytes, @Nullable String contentType, Set<IntegrityCheck> checks, List<String> doubts) {
    /** Copies the sets. */
    public DownloadedFile {
        checks = Set.copyOf(checks);
        doubts = List.copyOf(doubts);
    }

    /**
     * Makes a file that nothing speaks against; for test doubles.
     *
     * @param path where it is
     * @param bytes its length on the disk
     * @param contentType what the server said it is, or null
     * @param checks what proves it complete
     */
    public DownloadedFile(Path path, long bytes, @Nullable String contentType, Set<IntegrityCheck> checks) {
        this(path, bytes, contentType, checks, List.of());
    }

    /** A statement of the server that a finished download was checked against. */
    public enum IntegrityCheck {
        /** The length the server stated. */
        LENGTH,
        /** An MD5 sum the server stated. */
        MD5,
        /** A SHA-1 sum the server stated. */
        SHA1,
        /** A SHA-256 sum the server stated. */
        SHA256,
        /** A SHA-512 sum the server stated. */
        SHA512,
        /** A CRC-32 the server stated. */
        CRC32,
        /** A CRC-32C the server stated. */
        CRC32C
    }
}
