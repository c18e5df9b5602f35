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
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** Puts an answer into the web server's own form. */
public final class Wire {
    private Wire() {}

    /** The response, dated by the sandbox's clock as every server dates its own. */
    static MockResponse response(Reply reply, Exchange exchange, Env env, boolean chunks) {
        if (env.compress && !reply.hasHeader("Content-Encoding") && acceptsGzip(exchange.request())) {
            gzip(reply);
        }
        MockResponse.Builder response = new MockResponse.Builder().code(reply.status());
        if (exchange.request().method().equals("HEAD")) {
            response.setHeader("Content-Length", reply.body().length());
            exchange.connection().busy(false);
        } else if (reply.status() == 204) {
            response.removeHeader("Content-Length"); // HTTP/2 clients refuse an answer without a body that has one
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

    private static boolean acceptsGzip(SandboxRequest request) {
        return request.header("Accept-Encoding")
                .filter(codings -> codings.contains("gzip"))
                .isPresent();
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
    private static final class Chunked extends FilterOutputStream {
        private static final byte[] LINE_END = {'\r', '\n'};

        Chunked(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
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
