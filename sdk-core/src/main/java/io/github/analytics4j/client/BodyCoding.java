package io.github.analytics4j.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.InflaterInputStream;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.GzipSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body without its content codings. OkHttp asks for gzip and undoes it; what else a server applies unasked, or an
 * interceptor asked for, is undone here if Java knows how.
 */
final class BodyCoding {
    private static final int MOST = 4; // each can blow up what the one before it gave

    private BodyCoding() {}

    /** A coding that cannot be undone. */
    static final class Unknown extends IOException {
        private static final long serialVersionUID = 1;

        Unknown(String coding) {
            super("the body is encoded (" + coding + "), which was not asked for and cannot be decoded");
        }

        /** Never null. */
        @Override
        public String getMessage() {
            return "" + super.getMessage();
        }
    }

    static InputStream decoded(Response response) throws IOException {
        InputStream body = response.body().byteStream();
        String[] codings = response.header("Content-Encoding", "").split(",", MOST + 1);
        if (codings.length > MOST) {
            throw new Unknown("many times over");
        }
        for (int i = codings.length - 1; i >= 0; i--) {
            body = without(codings[i].strip(), body);
        }
        return body;
    }

    private static InputStream without(String coding, InputStream body) throws IOException {
        return switch (coding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" ->
                Okio.buffer(new GzipSource(Okio.source(body))).inputStream();
            case "deflate" -> new InflaterInputStream(body);
            default -> throw new Unknown(coding.matches("[\\w.+-]{1,20}") ? coding : "by an unknown name");
        };
    }

    /** Whether an end that comes too early would be known as one of the connection. */
    private static boolean isFramed(Response response) {
        Response sent = response.networkResponse() == null ? response : response.networkResponse();
        return sent.header("Content-Length") != null
                || sent.header("Transfer-Encoding") != null
                || sent.protocol() == Protocol.HTTP_2
                || sent.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
    }

    /** Why the coding of a body that was read cannot be undone, or null if the trouble is the network's. */
    static @Nullable String trouble(IOException e, Response response) {
        if (e instanceof Unknown unknown) {
            return unknown.getMessage();
        }
        String message = "" + e.getMessage();
        if (message.startsWith("CRC: ") || message.startsWith("ISIZE: ") || message.startsWith("FHCRC: ")) {
            return "the checksum of its gzip is wrong";
        }
        if (message.startsWith("ID1ID2: ") || message.startsWith("CM: ")) {
            return "it is said to be gzip and is not";
        }
        if (e instanceof EOFException && message.equals("source exhausted prematurely") && isFramed(response)) {
            return "its compression ends too early";
        }
        boolean broken = e.getCause() instanceof DataFormatException
                || e instanceof java.util.zip.ZipException
                || message.startsWith("gzip finished");
        return broken && !(e instanceof EOFException) ? "its compression is broken" : null;
    }
}
