package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** A response before it is on the wire: a status, headers and a body that writes itself. */
public final class Reply {
    /** The body behind the headers. A length below zero means that it is not known beforehand. */
    public interface Body {
        long length();

        void writeTo(OutputStream out) throws IOException;
    }

    public record Header(String name, String value) {}

    private final int status;
    private final List<Header> headers = new ArrayList<>();
    private Body body;
    private LongConsumer counter = bytes -> {};

    public Reply(int status, Body body) {
        this.status = status;
        this.body = body;
    }

    /** Takes the bytes where they are: valid until this thread renders its next response. */
    public static Reply json(int status, JsonOut json) {
        return bytes(status, "application/json", json.bytes(), json.length());
    }

    public static Reply of(int status, String contentType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes(status, contentType, bytes, bytes.length);
    }

    static Reply bytes(int status, String contentType, byte[] bytes, int length) {
        return new Reply(status, new Bytes(bytes, length)).header("Content-Type", contentType);
    }

    public static Reply empty(int status) {
        return new Reply(status, new Bytes(new byte[0], 0));
    }

    public int status() {
        return status;
    }

    public List<Header> headers() {
        return headers;
    }

    public Body body() {
        return body;
    }

    public Reply body(Body newBody) {
        body = newBody;
        return this;
    }

    LongConsumer counter() {
        return counter;
    }

    /** Is told of the body's bytes as they go to the connection. */
    public Reply counting(LongConsumer bytesWritten) {
        counter = bytesWritten;
        return this;
    }

    /** Sets a header, whatever was there under its name. */
    public Reply header(String name, String value) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Header(name, value));
        return this;
    }

    public boolean isJson() {
        return headers.stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Content-Type")
                        && header.value().contains("json"));
    }

    public boolean hasHeader(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    /** A body that is in memory. */
    public static final class Bytes implements Body {
        private final byte[] bytes;
        private final int size;

        public Bytes(byte[] bytes, int size) {
            this.bytes = bytes;
            this.size = size;
        }

        @Override
        public long length() {
            return size;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes, 0, size);
        }
    }
}
