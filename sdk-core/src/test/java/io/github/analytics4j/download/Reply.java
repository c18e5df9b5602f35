package io.github.analytics4j.download;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the storage server answers one request. */
final class Reply {
    int status = 200;
    Content content;
    String body = "";
    boolean ranges = true;
    boolean stateLength = true;
    boolean chunked;
    long lie;
    long breakAfter = Long.MAX_VALUE;
    long stallAfter = Long.MAX_VALUE;
    long bytesPerSecond;
    final Map<String, String> headers = new LinkedHashMap<>();

    static Reply file(Content content) {
        Reply reply = new Reply();
        reply.content = content;
        return reply.header("Content-Type", "application/octet-stream");
    }

    static Reply status(int status, String body) {
        Reply reply = new Reply();
        reply.status = status;
        reply.body = body;
        return reply;
    }

    static Reply redirect(int status, String location) {
        return status(status, "").header("Location", location);
    }

    static Reply expired() {
        return status(
                        403,
                        "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message>"
                                + "<StringToSign>" + StorageServer.CANARY + "</StringToSign></Error>")
                .header("Content-Type", "application/xml");
    }

    Reply header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Reply etag(String tag) {
        return header("ETag", tag);
    }

    Reply breakAfter(long bytes) {
        breakAfter = bytes;
        return this;
    }

    Reply stallAfter(long bytes) {
        stallAfter = bytes;
        return this;
    }

    Reply ignoringRanges() {
        ranges = false;
        return this;
    }

    Reply withoutLength() {
        stateLength = false;
        return this;
    }

    Reply chunked() {
        chunked = true;
        return this;
    }

    /** States a length that is off by so many bytes. */
    Reply lying(long bytes) {
        lie = bytes;
        return this;
    }

    Reply slow(long perSecond) {
        bytesPerSecond = perSecond;
        return this;
    }
}
