package io.github.analytics4j.testkit;

import java.io.InputStream;

/** The content of a stored file; big ones are computed from a seed, by position, without memory. */
public final class StorageFile {
    /** A CSV of exactly this many bytes, whose rows carry their number, so that no mix-up passes unseen. */
    public static StorageFile generated(long seed, long bytes) {
        throw new UnsupportedOperationException();
    }

    public static StorageFile of(String contentType, byte[] content) {
        throw new UnsupportedOperationException();
    }

    public long size() {
        throw new UnsupportedOperationException();
    }

    public String contentType() {
        throw new UnsupportedOperationException();
    }

    /** The quoted entity tag. */
    public String etag() {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 in hex; reads the whole content once. */
    public String sha256() {
        throw new UnsupportedOperationException();
    }

    public InputStream open() {
        throw new UnsupportedOperationException();
    }
}
