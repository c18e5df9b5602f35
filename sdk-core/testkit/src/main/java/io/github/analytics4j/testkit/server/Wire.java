package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;

/** Puts a response into the web server's own form. */
public final class Wire {
    private static final String ACCEPT_ENCODING = "Accept-Encoding:";
    private static final Pattern LAST = Pattern.compile("(?i)connection:(.*,)?\\s*close\\s*(,.*)?");
    private static final Pattern WEIGHT = Pattern.compile("\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*");
    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(203, "Non-Authoritative Information"),
            Map.entry(204, "No Content"),
            Map.entry(205, "Reset Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(300, "Multiple Choices"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(303, "See Other"),
            Map.entry(304, "Not Modified"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(402, "Payment Required"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(407, "Proxy Authentication Required"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(411, "Length Required"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Range Not Satisfiable"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(423, "Locked"),
            Map.entry(425, "Too Early"),
            Map.entry(426, "Upgrade Required"),
            Map.entry(428, "Precondition Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(451, "Unavailable For Legal Reasons"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"),
            Map.entry(505, "HTTP Version Not Supported"),
            Map.entry(511, "Network Authentication Required"));

    private Wire() {}

    /**
     * The response, dated by the sandbox's clock as every server dates its own. Compressed is only what is in memory:
     * other bodies are parts of files, have no end, or do something while they are written.
     */
    static MockResponse response(Reply reply, Exchange exchange, Env env, String version) {
        boolean chunks = version.equals("HTTP/1.1"); // before it, a body ends with its connection
        if (env.compress
                && !reply.hasHeader("Content-Encoding")
                && reply.body() instanceof Reply.Bytes whole
                && whole.length() > 0) {
            compressed(reply, exchange.request());
        }
        MockResponse.Builder response = new MockResponse.Builder().status(statusLine(reply.status()));
        if (exchange.request().method().equals("HEAD")) {
            response.setHeader("Content-Length", reply.body().length());
            exchange.connection().busy(false);
        } else if (reply.status() == 204) {
            response.removeHeader("Content-Length"); // HTTP/2 clients refuse a response without a body that has one
            exchange.connection().busy(false);
        } else {
            response.body(new WireBody(reply.body(), reply.counter(), exchange, env, chunks));
            if (reply.body().length() < 0) {
                response.removeHeader("Content-Length");
                if (chunks) {
                    response.setHeader("Transfer-Encoding", "chunked");
                }
            }
        }
        if (version.equals("HTTP/1.0") || (chunks && isLast(exchange.request()))) {
            response.setHeader("Connection", "close").onResponseEnd(new SocketEffect.CloseSocket());
        }
        if (!reply.hasHeader("Date")) {
            response.setHeader(
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            env.dateClock.instant().atOffset(ZoneOffset.UTC)));
        }
        for (Reply.Header header : reply.headers()) {
            if (header.name().equalsIgnoreCase("Content-Length")) {
                response.removeHeader("Content-Length");
            }
            response.addHeaderLenient(header.name(), header.value());
        }
        return response.build();
    }

    /** With the phrase that the status has in the registry of HTTP; a status without one has none. */
    private static String statusLine(int status) {
        return "HTTP/1.1 " + status + " " + PHRASES.getOrDefault(status, "");
    }

    /** Whether the client says that it sends no other one on this connection; it may read up to its end. */
    private static boolean isLast(SandboxRequest request) {
        return request.headerLines().stream()
                .anyMatch(line -> LAST.matcher(line).matches());
    }

    private static void compressed(Reply reply, SandboxRequest request) {
        if (!reply.hasHeader("Vary")) {
            reply.header("Vary", "Accept-Encoding");
        }
        if (acceptsGzip(request)) {
            gzip(reply);
        }
    }

    /** Whether gzip is accepted, by its name or by the star, and liked no less than the body as it is. */
    private static boolean acceptsGzip(SandboxRequest request) {
        Map<String, Double> weights = new HashMap<>();
        for (String line : request.headerLines()) {
            if (line.regionMatches(true, 0, ACCEPT_ENCODING, 0, ACCEPT_ENCODING.length())) {
                for (String coding : line.substring(ACCEPT_ENCODING.length()).split(",")) {
                    String[] parts = coding.toLowerCase(Locale.ROOT).split(";", 2);
                    weights.put(parts[0].strip(), parts.length == 1 ? 1 : weight(parts[1]));
                }
            }
        }
        double star = weights.getOrDefault("*", 0.0);
        double gzip = weights.getOrDefault("gzip", weights.getOrDefault("x-gzip", star));
        return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
    }

    /** Reads {@code q=0.5}; 0 where it cannot be read, so that a client gets no coding that it may not want. */
    private static double weight(String parameter) {
        Matcher matcher = WEIGHT.matcher(parameter);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static void gzip(Reply reply) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            reply.body().writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reply.body(new Reply.Bytes(packed.toByteArray(), packed.size())).header("Content-Encoding", "gzip");
    }

    private record WireBody(Reply.Body body, LongConsumer counter, Exchange exchange, Env env, boolean chunks)
            implements MockResponseBody {
        @Override
        public long getContentLength() {
            return body.length();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try {
                write(new Counted(sink.outputStream(), counter));
            } catch (RuntimeException | Error e) {
                env.failed(e);
                exchange.close();
                throw new IOException("the sandbox could not write this body: " + e, e);
            }
        }

        private void write(OutputStream out) throws IOException {
            if (body.length() < 0 && chunks) {
                Chunked chunked = new Chunked(out);
                body.writeTo(chunked);
                chunked.end();
            } else {
                body.writeTo(out);
            }
            exchange.connection().busy(false);
        }
    }

    private static final class Counted extends FilterOutputStream {
        private final LongConsumer counter;

        Counted(OutputStream out, LongConsumer counter) {
            super(out);
            this.counter = counter;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            counter.accept(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            counter.accept(length);
        }
    }

    /** Each write becomes a chunk; what writes here writes large pieces. */
    private static final class Chunked extends ArrayOutputStream {
        private static final byte[] LINE_END = {'\r', '\n'};

        Chunked(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                out.write(Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII));
                out.write(LINE_END);
                out.write(bytes, offset, length);
                out.write(LINE_END);
            }
        }

        void end() throws IOException {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
