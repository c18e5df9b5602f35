package io.github.analytics4j.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The host that pre-signed links lead to. Refuses a request that carries a credential or any header off a small plain
 * list with 400 and XML, as S3 does; answers ranges; its links expire.
 */
public final class StorageSandbox extends OriginSandbox {
    /** Stores a file under this name, replacing what was there: with another entity tag from now on. */
    public void put(String name, StorageFile file) {
        throw new UnsupportedOperationException();
    }

    /** A pre-signed link to a file, valid for the link's life. */
    public URI link(String name) {
        throw new UnsupportedOperationException();
    }

    /** How long links made from now on live, by the sandbox's clock: 15 minutes unless told otherwise. */
    public void linkLife(Duration life) {
        throw new UnsupportedOperationException();
    }

    /** Links made from now on are refused after this many uses. */
    public void linkUses(int uses) {
        throw new UnsupportedOperationException();
    }

    /** All links made so far are expired. */
    public void expireLinks() {
        throw new UnsupportedOperationException();
    }

    /** Answer 200 and the whole file even when a range was asked for. */
    public void ignoreRanges(boolean ignore) {
        throw new UnsupportedOperationException();
    }

    /** Answer without {@code ETag} and {@code Last-Modified}. */
    public void withoutValidators(boolean without) {
        throw new UnsupportedOperationException();
    }

    /** Send the SHA-256 of the file as {@code x-amz-checksum-sha256}. */
    public void sendChecksum(boolean send) {
        throw new UnsupportedOperationException();
    }

    /** Send this header with every file, {@code Content-Disposition} for one. */
    public void sendHeader(String name, String value) {
        throw new UnsupportedOperationException();
    }

    /** Bytes of files written to connections so far, those that never arrived included. */
    public long bytesServed() {
        throw new UnsupportedOperationException();
    }

    /** What was written, request by request: the first byte's position in the file and how many bytes followed. */
    public List<Served> served() {
        throw new UnsupportedOperationException();
    }

    /** One answer's part of a file. */
    public record Served(String name, long from, long bytes) {}
}
