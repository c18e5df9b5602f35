package io.github.analytics4j.testkit;

import java.net.URI;
import java.time.Duration;

/** One thing that goes wrong with a request. Those that name the answer's body act on the answer the API would give. */
public final class Fault {
    /** This status instead of the API's answer, with no body unless {@link #body} gives one. */
    public static Fault status(int status) {
        throw new UnsupportedOperationException();
    }

    /** Adds a header, also to a fault that lets the API answer. */
    public Fault header(String name, String value) {
        throw new UnsupportedOperationException();
    }

    public Fault body(String contentType, String body) {
        throw new UnsupportedOperationException();
    }

    /** Waits, then goes on with the fault. */
    public Fault after(Duration delay) {
        throw new UnsupportedOperationException();
    }

    /** Waits before the headers, then answers as usual. */
    public static Fault delay(Duration delay) {
        throw new UnsupportedOperationException();
    }

    /** Sends the body in pieces of so many bytes, with a pause after each. */
    public static Fault slowBody(int bytes, Duration pause) {
        throw new UnsupportedOperationException();
    }

    /** The connection is reset before the API has seen the request. */
    public static Fault resetBeforeHeaders() {
        throw new UnsupportedOperationException();
    }

    /** The connection is closed in order before the API has seen the request. */
    public static Fault closeBeforeHeaders() {
        throw new UnsupportedOperationException();
    }

    /** The API carries the request out, then the connection is reset before a byte of the answer. */
    public static Fault loseAnswer() {
        throw new UnsupportedOperationException();
    }

    /** The connection is reset after so many bytes of the body; what was under way may be lost too. */
    public static Fault resetInBody(long bytes) {
        throw new UnsupportedOperationException();
    }

    /** The connection is closed in order after so many bytes of the body, all of which arrive. */
    public static Fault truncatedBody(long bytes) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #truncatedBody(long)}, after a random number of bytes from the sandbox's seed. */
    public static Fault truncatedBody(long atLeast, long atMost) {
        throw new UnsupportedOperationException();
    }

    /** No byte, until the client gives up. */
    public static Fault stall() {
        throw new UnsupportedOperationException();
    }

    /** No further byte after so many of the body, until the client gives up. */
    public static Fault stallInBody(long bytes) {
        throw new UnsupportedOperationException();
    }

    /** 200 with JSON that has a mistake in its middle. */
    public static Fault malformedJson() {
        throw new UnsupportedOperationException();
    }

    /** 200 with the first half of the API's JSON, complete by its length. */
    public static Fault halfJson() {
        throw new UnsupportedOperationException();
    }

    /** A gateway's page. */
    public static Fault html(int status) {
        throw new UnsupportedOperationException();
    }

    /** No body at all. */
    public static Fault emptyBody(int status) {
        throw new UnsupportedOperationException();
    }

    /** The stated length differs from the true one by so much; the connection is closed after the body. */
    public static Fault wrongLength(long difference) {
        throw new UnsupportedOperationException();
    }

    /** A small compressed body that grows to so many bytes. */
    public static Fault gzipBomb(long bytes) {
        throw new UnsupportedOperationException();
    }

    /** JSON arrays nested so deep. */
    public static Fault deepJson(int depth) {
        throw new UnsupportedOperationException();
    }

    /** JSON whose one string has so many characters. */
    public static Fault hugeString(long characters) {
        throw new UnsupportedOperationException();
    }

    /** A JSON array that never ends. */
    public static Fault endlessBody() {
        throw new UnsupportedOperationException();
    }

    /** So many headers before a usual answer. */
    public static Fault manyHeaders(int headers) {
        throw new UnsupportedOperationException();
    }

    public static Fault redirect(int status, URI location) {
        throw new UnsupportedOperationException();
    }
}
