package io.github.analytics4j.download;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** Computes the stated checksums over the bytes as they go by. */
final class Sums {
    private final List<Running> running = new ArrayList<>();

    Sums(List<StatedSum> stated) {
        for (StatedSum sum : stated) {
            running.add(Running.of(sum));
        }
    }

    /** Adds bytes; the buffer's position is as before afterwards. */
    void update(ByteBuffer bytes) {
        for (Running one : running) {
            one.update(bytes.duplicate());
        }
    }

    /** A stated checksum that is not the one of these bytes, or null; a doubtful one only if there is no other. */
    @Nullable
    StatedSum mismatch() {
        StatedSum doubt = null;
        for (Running one : running) {
            if (!one.isRight() && !one.stated().isDoubtful()) {
                return one.stated();
            }
            doubt = one.isRight() ? doubt : one.stated();
        }
        return doubt;
    }

    /** Whether a stated checksum is the one of these bytes. */
    boolean anyRight() {
        return running.stream().anyMatch(Running::isRight);
    }

    private interface Running {
        StatedSum stated();

        void update(ByteBuffer bytes);

        /** The sum so far. */
        String hex();

        default boolean isRight() {
            return hex().equals(stated().hex());
        }

        static Running of(StatedSum sum) {
            return switch (sum.check()) {
                case CRC32 -> new Cyclic(sum, new CRC32());
                case CRC32C -> new Cyclic(sum, new CRC32C());
                case MD5 -> new Digest(sum, digest("MD5"));
                case SHA1 -> new Digest(sum, digest("SHA-1"));
                case SHA256 -> new Digest(sum, digest("SHA-256"));
                case SHA512 -> new Digest(sum, digest("SHA-512"));
                case LENGTH -> throw new IllegalArgumentException("a length is no checksum");
            };
        }

        private static MessageDigest digest(String algorithm) {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has " + algorithm, e);
            }
        }
    }

    private record Digest(StatedSum stated, MessageDigest digest) implements Running {
        @Override
        public void update(ByteBuffer bytes) {
            digest.update(bytes);
        }

        @Override
        public String hex() {
            try {
                return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("Java's own digests can be copied", e);
            }
        }
    }

    private record Cyclic(StatedSum stated, Checksum checksum) implements Running {
        @Override
        public void update(ByteBuffer bytes) {
            checksum.update(bytes);
        }

        @Override
        public String hex() {
            return HexFormat.of().toHexDigits((int) checksum.getValue());
        }
    }
}
