package io.github.analytics4j.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;

/** Bytes of a file of any length, the same for the same seed, without holding them: blocks stamped with their number. */
record Content(long length, byte[] block) {
    static Content of(long length, long seed) {
        byte[] block = new byte[1_000_003];
        new Random(seed).nextBytes(block);
        block[0] = 'i'; // no error page begins so
        return new Content(length, block);
    }

    static Content of(byte[] bytes) {
        return new Content(bytes.length, bytes);
    }

    /** Copies bytes of the file, beginning at {@code at}; returns how many. */
    int copy(long at, byte[] into) {
        long left = length - at;
        int inBlock = (int) (at % block.length);
        int count = (int) Math.min(Math.min(left, into.length), block.length - inBlock);
        System.arraycopy(block, inBlock, into, 0, count);
        stamp(at / block.length, inBlock, into, count);
        return count;
    }

    private void stamp(long number, int inBlock, byte[] into, int count) {
        for (int i = Math.max(1, inBlock); i < Math.min(9, inBlock + count) && length > block.length; i++) {
            into[i - inBlock] = (byte) (number >>> (8 * (i - 1)));
        }
    }

    byte[] bytes() {
        byte[] all = new byte[(int) length];
        byte[] piece = new byte[8192];
        for (int at = 0; at < length; ) {
            int count = copy(at, piece);
            System.arraycopy(piece, 0, all, at, count);
            at += count;
        }
        return all;
    }

    byte[] digest(String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] piece = new byte[1 << 16];
            for (long at = 0; at < length; ) {
                int count = copy(at, piece);
                digest.update(piece, 0, count);
                at += count;
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the file has exactly these bytes. */
    boolean isIn(Path file) throws IOException {
        return Files.size(file) == length && isPrefix(file);
    }

    /** Whether the file has a beginning of these bytes. */
    boolean isPrefix(Path file) throws IOException {
        byte[] expected = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (long at = 0; at < length; ) {
                int count = copy(at, expected);
                byte[] seen = in.readNBytes(count);
                if (!Arrays.equals(seen, 0, seen.length, expected, 0, seen.length)) {
                    return false;
                }
                if (seen.length < count) {
                    return true;
                }
                at += count;
            }
            return in.read() < 0;
        }
    }
}
