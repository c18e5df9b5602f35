package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.fault.FaultBody;
import io.github.analytics4j.testkit.fault.GzipBomb;
import io.github.analytics4j.testkit.fault.JsonPath;
import io.github.analytics4j.testkit.json.JsonTree;
import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.server.Exchange;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Reply.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong with a request. Immutable. Faults of the body work on the answer the API would give; an
 * answer whose body ends before its fault would come passes unharmed.
 */
public final class Fault {
    /** What the fault makes of a request; the supplier lets the API carry it out. */
    private interface Act {
        Reply on(Exchange exchange, Supplier<Reply> api, SplittableRandom random);
    }

    private final Act act;
    private final Duration delay;
    private final List<Header> headers;

    private Fault(Act act, Duration delay, List<Header> headers) {
        this.act = act;
        this.delay = delay;
        this.headers = List.copyOf(headers);
    }

    private static Fault of(Act act) {
        return new Fault(act, Duration.ZERO, List.of());
    }

    private static Fault onAnswer(UnaryOperator<Reply> change) {
        return of((exchange, api, random) -> change.apply(api.get()));
    }

    private static Fault instead(Supplier<Reply> answer) {
        return of((exchange, api, random) -> answer.get());
    }

    Reply show(Exchange exchange, Supplier<Reply> api, SplittableRandom random) {
        if (!delay.isZero()) {
            exchange.pause(delay);
        }
        Reply reply = act.on(exchange, api, random);
        headers.forEach(header -> reply.header(header.name(), header.value()));
        return reply;
    }

    /** This status instead of the API's answer, with no body unless {@link #body} gives one. */
    public static Fault status(int status) {
        checkStatus(status);
        return instead(() -> Reply.empty(status));
    }

    /**
     * The vendor's own error of this status, with the body and the headers it has for it, a used-up limit's for 429; the
     * API does not carry the request out.
     */
    public static Fault vendorError(int status) {
        checkStatus(status);
        return of((exchange, api, random) -> exchange.vendorError(status));
    }

    /**
     * Lets the API answer and changes the JSON of it: the value at this path becomes another, or comes to be. A path has
     * names with points between them, {@code [0]} for an element and {@code [*]} for every one:
     * {@code response.calls[*].call_status}. The value may be null, a text, number, truth value, list or map. What is not
     * there passes unharmed, but the last name of a path is added where it is missing.
     */
    public static Fault editJson(String path, @Nullable Object value) {
        JsonPath place = new JsonPath(path);
        String json = JsonTree.write(value);
        return editTree(root -> place.edit(root, old -> JsonTree.read(json)));
    }

    /** As {@link #editJson(String, Object)} with a value that is computed from the one that stands there. */
    public static Fault changeJson(String path, UnaryOperator<@Nullable Object> change) {
        JsonPath place = new JsonPath(path);
        return editTree(root -> place.edit(root, change));
    }

    /** Lets the API answer and takes out of the JSON of it what stands at this path. */
    public static Fault removeJson(String path) {
        JsonPath place = new JsonPath(path);
        return editTree(root -> {
            place.remove(root);
            return root;
        });
    }

    private static Fault editTree(UnaryOperator<@Nullable Object> edit) {
        return onAnswer(reply -> {
            if (!reply.isJson()) {
                return reply;
            }
            String json = new String(FaultBody.read(reply.body()), StandardCharsets.UTF_8);
            byte[] edited = JsonTree.write(edit.apply(JsonTree.read(json))).getBytes(StandardCharsets.UTF_8);
            return reply.body(new Reply.Bytes(edited, edited.length));
        });
    }

    /** Several changes of one answer, or whatever else comes after another: this fault works on what the first one left. */
    public Fault then(Fault next) {
        Fault first = this;
        return of((exchange, api, random) -> next.show(exchange, () -> first.show(exchange, api, random), random));
    }

    /** Adds a header, also to a fault that lets the API answer. */
    public Fault header(String name, String value) {
        check(
                name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"),
                "header: a name has letters, digits and signs such as -, and no blanks, was \"" + printable(name)
                        + "\"");
        checkHeaderValue("header: the value of " + name, value);
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Fault(act, delay, more);
    }

    /** Replaces the body. */
    public Fault body(String contentType, String body) {
        checkHeaderValue("body: the content type", contentType);
        Act withBody = (exchange, api, random) ->
                Reply.of(act.on(exchange, api, random).status(), contentType, body);
        return new Fault(withBody, delay, headers);
    }

    /** Waits, then goes on with the fault. */
    public Fault after(Duration wait) {
        checkWait(wait);
        return new Fault(act, Clocks.capped(delay.plus(Clocks.capped(wait))), headers);
    }

    /** Waits before the headers, then answers as usual. */
    public static Fault delay(Duration delay) {
        return onAnswer(reply -> reply).after(delay);
    }

    /** Sends the body in pieces of so many bytes, with a pause after each. */
    public static Fault slowBody(int bytes, Duration pause) {
        check(bytes >= 1, "bytes: must be at least 1, was " + bytes);
        checkWait(pause);
        return of((exchange, api, random) -> {
            Reply reply = api.get();
            return reply.body(new FaultBody.Slow(reply.body(), bytes, () -> exchange.pause(Clocks.capped(pause))));
        });
    }

    /** The connection is reset before the API has seen the request. */
    public static Fault resetBeforeHeaders() {
        return of((exchange, api, random) -> {
            exchange.reset();
            return Reply.empty(500);
        });
    }

    /** The connection is closed in order before the API has seen the request. */
    public static Fault closeBeforeHeaders() {
        return of((exchange, api, random) -> {
            exchange.close();
            return Reply.empty(500);
        });
    }

    /** The API carries the request out, then the connection is reset before a byte of the answer. */
    public static Fault loseAnswer() {
        return of((exchange, api, random) -> {
            Reply lost = api.get();
            exchange.reset();
            return lost;
        });
    }

    /** The connection is reset after so many bytes of the body; what was under way may be lost too. */
    public static Fault resetInBody(long bytes) {
        checkSize("bytes", bytes);
        return of((exchange, api, random) -> cut(api.get(), bytes, exchange::reset));
    }

    /** The connection is closed in order after so many bytes of the body, all of which arrive. */
    public static Fault truncatedBody(long bytes) {
        checkSize("bytes", bytes);
        return of((exchange, api, random) -> cut(api.get(), bytes, exchange::close));
    }

    /** As {@link #truncatedBody(long)}, after a random number of bytes from the sandbox's seed. */
    public static Fault truncatedBody(long atLeast, long atMost) {
        checkSize("atLeast", atLeast);
        check(atMost >= atLeast, "atMost: must not be less than atLeast " + atLeast + ", was " + atMost);
        return of((exchange, api, random) -> cut(api.get(), random.nextLong(atLeast, atMost + 1), exchange::close));
    }

    /** No byte, until the client gives up. */
    public static Fault stall() {
        return of((exchange, api, random) -> {
            exchange.stall();
            return Reply.empty(500);
        });
    }

    /** No further byte after so many of the body, until the client gives up. */
    public static Fault stallInBody(long bytes) {
        checkSize("bytes", bytes);
        return of((exchange, api, random) -> cut(api.get(), bytes, exchange::stall));
    }

    /** 200 with JSON that has a mistake in its middle. */
    public static Fault malformedJson() {
        return instead(() -> Reply.of(200, "application/json", "{\"status\":\"ok\",\"response\":{]}}"));
    }

    /** 200 with the first half of the API's JSON, complete by its length. */
    public static Fault halfJson() {
        return onAnswer(reply -> {
            byte[] whole = FaultBody.read(reply.body());
            return reply.body(new Reply.Bytes(whole, whole.length / 2));
        });
    }

    /** A gateway's page. */
    public static Fault html(int status) {
        checkStatus(status);
        String page = "<html><head><title>" + status + "</title></head><body><h1>Gateway</h1></body></html>";
        return instead(() -> Reply.of(status, "text/html", page));
    }

    /** No body at all. */
    public static Fault emptyBody(int status) {
        return status(status).header("Content-Type", "application/json");
    }

    /** The stated length differs from the true one by so much; the connection is closed after the body. */
    public static Fault wrongLength(long difference) {
        return of((exchange, api, random) -> {
            Reply reply = api.get();
            reply.header(
                    "Content-Length", Long.toString(Math.max(0, reply.body().length() + difference)));
            return reply.body(new FaultBody.Cut(reply.body(), reply.body().length(), exchange::close));
        });
    }

    /** A small compressed body that grows to so many bytes. */
    public static Fault gzipBomb(long bytes) {
        checkSize("bytes", bytes);
        return json(new GzipBomb(bytes)).header("Content-Encoding", "gzip");
    }

    /** JSON arrays nested so deep. */
    public static Fault deepJson(int depth) {
        checkSize("depth", depth);
        return instead(() -> Reply.of(200, "application/json", "[".repeat(depth) + "]".repeat(depth)));
    }

    /** JSON whose one string has so many characters. */
    public static Fault hugeString(long characters) {
        checkSize("characters", characters);
        return json(new FaultBody.Repeated("{\"status\":\"", "a", characters, "\"}"));
    }

    /** A JSON array that never ends. */
    public static Fault endlessBody() {
        return json(new FaultBody.Repeated("[0", ",1234567890", Long.MAX_VALUE, "]"));
    }

    /** So many headers before a usual answer. */
    public static Fault manyHeaders(int headers) {
        checkSize("headers", headers);
        return onAnswer(reply -> {
            for (int i = 0; i < headers; i++) {
                reply.headers().add(new Header("X-Filler-" + i, "filler"));
            }
            return reply;
        });
    }

    /** Sends the client elsewhere, another origin for one. */
    public static Fault redirect(int status, URI location) {
        return status(status).header("Location", location.toString());
    }

    private static Fault json(Reply.Body body) {
        return instead(() -> new Reply(200, body).header("Content-Type", "application/json"));
    }

    private static void checkHeaderValue(String what, String value) {
        check(
                value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f),
                what + " must have no line end nor another control character, was \"" + printable(value) + "\"");
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static void checkStatus(int status) {
        check(status >= 200 && status <= 599, "status: must be 200 to 599, was " + status);
    }

    private static void checkSize(String name, long value) {
        check(value >= 0, name + ": must not be negative, was " + value);
    }

    private static void checkWait(Duration wait) {
        check(!wait.isNegative(), "wait: must not be negative, was " + wait);
    }

    private static void check(boolean possible, String message) {
        if (!possible) {
            throw new IllegalArgumentException(message);
        }
    }

    private static Reply cut(Reply reply, long bytes, Runnable end) {
        long length = reply.body().length();
        boolean before = length < 0 || bytes < length;
        return before ? reply.body(new FaultBody.Cut(reply.body(), bytes, end)) : reply;
    }
}
