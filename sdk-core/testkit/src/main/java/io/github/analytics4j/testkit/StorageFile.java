package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.storage.FileContent;
import io.github.analytics4j.testkit.storage.GeneratedCsv;
import io.github.analytics4j.testkit.storage.StorageStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The content of a stored file; big ones are computed from a seed, by position, without memory. Immutable. */
public final class StorageFile {
    private final String contentType;
    private final long size;
    private final String etag;
    private final FileContent content;

    private StorageFile(String contentType, long size, String etag, FileContent content) {
        this.contentType = contentType;
        this.size = size;
        this.etag = '"' + etag + '"';
        this.content = content;
    }

    /**
     * {@return a CSV of exactly this many bytes, whose rows carry their number, so that no mix-up passes unseen}
     *
     * @param seed another one makes other rows
     * @param bytes at least 0
     */
    public static StorageFile generated(long seed, long bytes) {
        String etag = String.format(Locale.ROOT, "%016x%016x", Noise.mix(seed, bytes), Noise.mix(bytes, seed));
        return new StorageFile("text/csv", bytes, etag, new GeneratedCsv(seed));
    }

    /**
     * {@return a file of these bytes}
     *
     * @param contentType the header of this name
     * @param content copied
     */
    public static StorageFile of(String contentType, byte[] content) {
        byte[] bytes = content.clone();
        String etag = HexFormat.of().formatHex(digest("MD5").digest(bytes));
        return new StorageFile(
                contentType,
                bytes.length,
                etag,
                (position, into, offset, length) -> System.arraycopy(bytes, (int) position, into, offset, length));
    }

    /** {@return its length in bytes} */
    public long size() {
        return size;
    }

    /** {@return the header of this name} */
    public String contentType() {
        return contentType;
    }

    /** {@return the quoted entity tag} */
    public String etag() {
        return etag;
    }

    /** {@return the SHA-256 in hex; reads the whole content once} */
    public String sha256() {
        return HexFormat.of().formatHex(sha256Bytes());
    }

    byte[] sha256Bytes() {
        MessageDigest digest = digest("SHA-256");
        byte[] buffer = new byte[1 << 16];
        for (long at = 0; at < size; at += buffer.length) {
            int length = (int) Math.min(buffer.length, size - at);
            content.read(at, buffer, 0, length);
            digest.update(buffer, 0, length);
        }
        return digest.digest();
    }

    /** {@return the whole content from its start} */
    public InputStream open() {
        return new StorageStream(content, size);
    }

    /**
     * Copies what stands at a position.
     *
     * @param position from 0; the range has to lie within the file
     * @param into gets the bytes
     * @param offset where in it they begin
     * @param length how many
     */
    public void read(long position, byte[] into, int offset, int length) {
        content.read(position, into, offset, length);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
