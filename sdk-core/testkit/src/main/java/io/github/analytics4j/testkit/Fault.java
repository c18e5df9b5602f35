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
 * One thing that goes wrong with a request. Immutable. Faults of the body work on the response the API would give; an
 * response whose body ends before its fault would come passes unharmed.
 */
public final class Fault {
    /** Makes the response of a fault to a request; the supplier lets the API carry it out. */
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

    private static Fault onResponse(UnaryOperator<Reply> change) {
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

    /**
     * {@return a fault that is this status instead of the API's response, with no body unless {@link #body} gives one}
     *
     * @param status 200 to 599
     */
    public static Fault status(int status) {
        FaultChecks.status(status);
        return instead(() -> Reply.empty(status));
    }

    /**
     * {@return the vendor's own error of this status, with the body and the headers it has for it, a used-up limit's for
     * 429; the API does not carry the request out}
     *
     * @param status 200 to 599
     */
    public static Fault vendorError(int status) {
        FaultChecks.status(status);
        return of((exchange, api, random) -> exchange.vendorError(status));
    }

    /**
     * Lets the API answer and changes the JSON of it: the value at a path becomes another, or comes to be. What is not
     * there passes unharmed, but the last name of a path is added where it is missing.
     *
     * @param path names with points between them, {@code [0]} for an element and {@code [*]} for every one:
     *     {@code response.calls[*].call_status}
     * @param value null, a text, number, truth value, list or map
     * @return the fault
     */
    public static Fault editJson(String path, @Nullable Object value) {
        JsonPath place = new JsonPath(path);
        String json = JsonTree.write(value);
        return editTree(root -> place.edit(root, old -> JsonTree.read(json)));
    }

    /**
     * As {@link #editJson(String, Object)} with a value that is computed.
     *
     * @param path as there
     * @param change gets the value that stands there
     * @return the fault
     */
    public static Fault changeJson(String path, UnaryOperator<@Nullable Object> change) {
        JsonPath place = new JsonPath(path);
        return editTree(root -> place.edit(root, change));
    }

    /**
     * Lets the API answer and takes out of the JSON of it what stands at a path.
     *
     * @param path as that of {@link #editJson(String, Object)}
     * @return the fault
     */
    public static Fault removeJson(String path) {
        JsonPath place = new JsonPath(path);
        return editTree(root -> {
            place.remove(root);
            return root;
        });
    }

    private static Fault editTree(UnaryOperator<@Nullable Object> edit) {
        return onResponse(reply -> {
            if (!reply.isJson()) {
                return reply;
            }
            String json = new String(FaultBody.read(reply.body()), StandardCharsets.UTF_8);
            byte[] edited = JsonTree.write(edit.apply(JsonTree.read(json))).getBytes(StandardCharsets.UTF_8);
            return reply.body(new Reply.Bytes(edited, edited.length));
        });
    }

    /**
     * {@return this fault and, on what it left of the response, another one}
     *
     * @param next a change of the response, or whatever else comes after this one
     */
    public Fault then(Fault next) {
        Fault first = this;
        return of((exchange, api, random) -> next.show(exchange, () -> first.show(exchange, api, random), random));
    }

    /**
     * {@return this fault with a header more, also if it lets the API answer}
     *
     * @param name of the header
     * @param value of the header
     */
    public Fault header(String name, String value) {
        FaultChecks.headerName(name);
        FaultChecks.headerValue("header: the value of " + name, value);
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Fault(act, delay, more);
    }

    /**
     * {@return this fault with another body}
     *
     * @param contentType the header of this name
     * @param body sent in UTF-8
     */
    public Fault body(String contentType, String body) {
        FaultChecks.headerValue("body: the content type", contentType);
        Act withBody = (exchange, api, random) ->
                Reply.of(act.on(exchange, api, random).status(), contentType, body);
        return new Fault(withBody, delay, headers);
    }

    /**
     * {@return this fault after a wait}
     *
     * @param wait before anything of the response is sent
     */
    public Fault after(Duration wait) {
        FaultChecks.wait(wait);
        return new Fault(act, Clocks.capped(delay.plus(Clocks.capped(wait))), headers);
    }

    /**
     * {@return a fault that waits before the headers, then answers as usual}
     *
     * @param delay by the machine's clock, not the sandbox's
     */
    public static Fault delay(Duration delay) {
        return onResponse(reply -> reply).after(delay);
    }

    /**
     * {@return a fault that sends the body in pieces, with a pause after each}
     *
     * @param bytes of a piece, at least 1
     * @param pause by the machine's clock, not the sandbox's
     */
    public static Fault slowBody(int bytes, Duration pause) {
        FaultChecks.check(bytes >= 1, "bytes: must be at least 1, was " + bytes);
        FaultChecks.wait(pause);
        return of((exchange, api, random) -> {
            Reply reply = api.get();
            return reply.body(new FaultBody.Slow(reply.body(), bytes, () -> exchange.pause(Clocks.capped(pause))));
        });
    }

    /** {@return a fault that resets the connection before the API has seen the request} */
    public static Fault resetBeforeHeaders() {
        return of((exchange, api, random) -> {
            exchange.reset();
            return Reply.empty(500);
        });
    }

    /** {@return a fault that closes the connection in order before the API has seen the request} */
    public static Fault closeBeforeHeaders() {
        return of((exchange, api, random) -> {
            exchange.close();
            return Reply.empty(500);
        });
    }

    /**
     * {@return a fault with which the API carries the request out, and the connection is reset before a byte of the response}
     */
    public static Fault loseResponse() {
        return of((exchange, api, random) -> {
            Reply lost = api.get();
            exchange.reset();
            return lost;
        });
    }

    /**
     * {@return a fault that resets the connection in the body; what was under way may be lost too}
     *
     * @param bytes of the body sent before
     */
    public static Fault resetInBody(long bytes) {
        FaultChecks.size("bytes", bytes);
        return of((exchange, api, random) -> cut(api.get(), bytes, exchange::reset));
    }

    /**
     * {@return a fault that closes the connection in order in the body}
     *
     * @param bytes of the body sent before, all of which arrive
     */
    public static Fault truncatedBody(long bytes) {
        FaultChecks.size("bytes", bytes);
        return of((exchange, api, random) -> cut(api.get(), bytes, exchange::close));
    }

    /**
     * {@return a fault as {@link #truncatedBody(long)}, after a random number of bytes from the sandbox's seed}
     *
     * @param atLeast the least number
     * @param atMost the greatest number
     */
    public static Fault truncatedBody(long atLeast, long atMost) {
        FaultChecks.size("atLeast", atLeast);
        FaultChecks.check(atMost >= atLeast, "atMost: must not be less than atLeast " + atLeast + ", was " + atMost);
        return of((exchange, api, random) -> cut(api.get(), random.nextLong(atLeast, atMost + 1), exchange::close));
    }

    /** {@return a fault that sends no byte, until the client gives up} */
    public static Fault stall() {
        return of((exchange, api, random) -> {
            exchange.stall();
            return Reply.empty(500);
        });
    }

    /**
     * {@return a fault that sends no further byte after some of the body, until the client gives up}
     *
     * @param bytes of the body sent before
     */
    public static Fault stallInBody(long bytes) {
        FaultChecks.size("bytes", bytes);
        return of((exchange, api, random) -> cut(api.get(), bytes, exchange::stall));
    }

    /** {@return 200 with JSON that has a mistake in its middle} */
    public static Fault malformedJson() {
        return instead(() -> Reply.of(200, "application/json", "{\"status\":\"ok\",\"response\":{]}}"));
    }

    /** {@return 200 with the first half of the API's JSON, complete by its length} */
    public static Fault halfJson() {
        return onResponse(reply -> {
            byte[] whole = FaultBody.read(reply.body());
            return reply.body(new Reply.Bytes(whole, whole.length / 2));
        });
    }

    /**
     * {@return a gateway's page in HTML}
     *
     * @param status of it
     */
    public static Fault html(int status) {
        FaultChecks.status(status);
        String page = "<html><head><title>" + status + "</title></head><body><h1>Gateway</h1></body></html>";
        return instead(() -> Reply.of(status, "text/html", page));
    }

    /**
     * {@return a response without a body}
     *
     * @param status of it
     */
    public static Fault emptyBody(int status) {
        return status(status).header("Content-Type", "application/json");
    }

    /**
     * {@return a fault that states a wrong length and closes the connection after the body}
     *
     * @param difference of the stated length from the true one
     */
    public static Fault wrongLength(long difference) {
        return of((exchange, api, random) -> {
            Reply reply = api.get();
            reply.header(
                    "Content-Length", Long.toString(Math.max(0, reply.body().length() + difference)));
            return reply.body(new FaultBody.Cut(reply.body(), reply.body().length(), exchange::close));
        });
    }

    /**
     * {@return a small compressed body that grows}
     *
     * @param bytes it grows to
     */
    public static Fault gzipBomb(long bytes) {
        FaultChecks.size("bytes", bytes);
        return json(new GzipBomb(bytes)).header("Content-Encoding", "gzip");
    }

    /**
     * {@return JSON arrays nested in one another}
     *
     * @param depth how many
     */
    public static Fault deepJson(int depth) {
        FaultChecks.size("depth", depth);
        return instead(() -> Reply.of(200, "application/json", "[".repeat(depth) + "]".repeat(depth)));
    }

    /**
     * {@return JSON of one long string}
     *
     * @param characters of the string
     */
    public static Fault hugeString(long characters) {
        FaultChecks.size("characters", characters);
        return json(new FaultBody.Repeated("{\"status\":\"", "a", characters, "\"}"));
    }

    /** {@return a JSON array that never ends} */
    public static Fault endlessBody() {
        return json(new FaultBody.Repeated("[0", ",1234567890", Long.MAX_VALUE, "]"));
    }

    /**
     * {@return many headers before a usual answer}
     *
     * @param headers how many
     */
    public static Fault manyHeaders(int headers) {
        FaultChecks.size("headers", headers);
        return onResponse(reply -> {
            for (int i = 0; i < headers; i++) {
                reply.headers().add(new Header("X-Filler-" + i, "filler"));
            }
            return reply;
        });
    }

    /**
     * {@return a redirect that sends the client elsewhere, to another origin for one}
     *
     * @param status such as 302
     * @param location where to
     */
    public static Fault redirect(int status, URI location) {
        return status(status).header("Location", location.toString());
    }

    private static Fault json(Reply.Body body) {
        return instead(() -> new Reply(200, body).header("Content-Type", "application/json"));
    }

    private static Reply cut(Reply reply, long bytes, Runnable end) {
        long length = reply.body().length();
        boolean before = length < 0 || bytes < length;
        return before ? reply.body(new FaultBody.Cut(reply.body(), bytes, end)) : reply;
    }
}
