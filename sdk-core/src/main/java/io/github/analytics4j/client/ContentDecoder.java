package io.github.analytics4j.client;

import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonLimits;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what the bytes of a body are encoded with: its content codings, and its charset, which is UTF-16 or UTF-32 if its first bytes say so, else UTF-8 if it is that but for a
 * few bytes, else the one that its content type states if that makes sense of it, else UTF-8.
 */
final class ContentDecoder {
    private static final String UTF_32 = "UTF-32"; // by name: looking it up loads all charsets, which few need
    private static final char MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';
    private static final char ESCAPE = '\u001B';
    private static final int HEAD = 4;
    private static final byte[] ASCII = "{\"a\":<1>}".getBytes(StandardCharsets.US_ASCII);

    private static final int NOT_MODIFIED = 304; // its length is that of a body that it does not have
    private static final int MOST_CODINGS = 4; // each can blow up what the one before it gave

    private ContentDecoder() {}

    /**
     * A body as UTF-8.
     *
     * @param broken the name of the charset it was in if it has bytes that are none of that; null if all is well, or the
     *     reader of UTF-8 is to tell
     */
    record Utf8(InputStream in, @Nullable String broken) {}

    /**
     * Gives a body as UTF-8; waits for its first bytes. Only a body that may be in another charset is read at once.
     *
     * @param limits of the document, of which the number of bytes counts here
     * @throws BodyRecorder.TooLarge if it then is larger than the limit
     */
    static Utf8 utf8(BufferedSource source, @Nullable MediaType type, JsonLimits limits) throws IOException {
        boolean unused = source.request(HEAD);
        byte[] head = new byte[(int) Math.min(HEAD, source.getBuffer().size())];
        for (int i = 0; i < head.length; i++) {
            head[i] = source.getBuffer().getByte(i);
        }
        Charset first = byFirstBytes(head, head.length);
        InputStream body = source.inputStream();
        Charset stated = stated(type);
        if (first == null && stated == null) {
            return new Utf8(body, null);
        }
        byte[] bytes = new BodyRecorder(body, limits.maxDocumentBytes()).readAllBytes();
        if (first == null) {
            byte[] other = stated == null ? null : inStated(bytes, stated, limits);
            return new Utf8(new ByteArrayInputStream(other == null ? bytes : other), null);
        }
        String text = decode(bytes, bytes.length, first);
        return text == null ? new Utf8(bytes(repaired(bytes, first)), first.name()) : new Utf8(bytes(text), null);
    }

    /** As UTF-8 what is in the stated charset; null if it is no text in that, or sooner in UTF-8 with broken characters. */
    private static byte @Nullable [] inStated(byte[] bytes, Charset stated, JsonLimits limits) {
        String text = isUtf8(bytes, bytes.length) ? null : decode(bytes, bytes.length, stated);
        if (text == null) {
            return null;
        }
        byte[] other = withoutMark(text).getBytes(StandardCharsets.UTF_8);
        // UTF-8 taken for UTF-16 is no JSON; nor is Latin-1 taken for Shift_JIS, if a quote vanishes in a character
        return isJson(other, limits) || !isJson(bytes, limits) ? other : null;
    }

    private static boolean isJson(byte[] utf8, JsonLimits limits) {
        JsonLimits whole = limits.maxStringBytes(Math.max(utf8.length, 1)); // it is captured as one text
        try (JsonReader in = JsonReader.of(new ByteArrayInputStream(utf8), whole)) {
            in.readDocument(JsonCodecs.VALUE);
            return true;
        } catch (IOException | JsonSyntaxException e) {
            return false;
        }
    }

    /**
     * Whether these bytes are UTF-8, or more characters beyond ASCII are whole than broken: in text of another charset one of
     * UTF-8 is an accident. With an escape, which no text has, they are in a charset that switches between alphabets.
     */
    private static boolean isUtf8(byte[] bytes, int length) {
        String text = decode(bytes, length, StandardCharsets.UTF_8);
        if (text != null) {
            return text.indexOf(ESCAPE) < 0;
        }
        int whole = 0;
        text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            whole += c < 0x80 ? 0 : c == REPLACEMENT ? -1 : 1;
        }
        return whole > 0;
    }

    /**
     * With U+FFFD for what is no text, and without a last unit that is not whole. Java's own decoder would take the character
     * behind half of one with it, a quote for example, and makes halves of characters of UTF-32.
     */
    private static String repaired(byte[] bytes, Charset charset) {
        boolean big = charset.name().endsWith("BE");
        ByteBuffer units = ByteBuffer.wrap(bytes).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder();
        if (charset.name().startsWith(UTF_32)) {
            while (units.remaining() >= Integer.BYTES) {
                int codePoint = units.getInt();
                text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : REPLACEMENT);
            }
        } else {
            text.append(units.asCharBuffer());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                text.setCharAt(i, REPLACEMENT);
            }
        }
        return text.toString();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(withoutMark(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a charset of that name can be read. */
    static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The text of bytes; what is no text becomes U+FFFD.
     *
     * @param isCut whether the last character may be cut off
     */
    static String text(byte[] bytes, int length, boolean isCut, @Nullable MediaType type) {
        Charset first = byFirstBytes(bytes, length);
        if (first != null) {
            return withoutMark(new String(bytes, 0, length, first));
        }
        int whole = length;
        while (isCut && whole > 0 && length - whole < HEAD && bytes[whole - 1] < 0) {
            whole--;
        }
        Charset stated = stated(type);
        boolean other = stated != null && !isUtf8(bytes, whole) && isPlausible(bytes, length, stated);
        return withoutMark(new String(bytes, 0, length, other ? stated : StandardCharsets.UTF_8));
    }

    /** Text that is mostly ASCII is in no charset in which ASCII would be something else. */
    private static boolean isPlausible(byte[] bytes, int length, Charset charset) {
        if (new String(ASCII, charset).equals(new String(ASCII, StandardCharsets.US_ASCII))) {
            return true;
        }
        int ascii = 0;
        for (int i = 0; i < length; i++) {
            ascii += bytes[i] >= '\t' && bytes[i] < 0x7f ? 1 : 0;
        }
        return ascii < length / 4 * 3;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** The charset of a byte order mark, or of the zeros around a first character that is ASCII, as that of JSON is. */
    private static @Nullable Charset byFirstBytes(byte[] bytes, int length) {
        if (length < 2) {
            return null;
        }
        int two = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int next = length < 4 ? -1 : (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        if (two == 0xFEFF) {
            return StandardCharsets.UTF_16BE;
        } else if (two == 0xFFFE) {
            return next == 0 ? Charset.forName(UTF_32 + "LE") : StandardCharsets.UTF_16LE;
        } else if (two == 0) {
            return next == 0xFEFF || (next > 0 && next < 0x80) ? Charset.forName(UTF_32 + "BE") : null;
        } else if (two < 0x80) {
            return StandardCharsets.UTF_16BE;
        }
        boolean little = bytes[1] == 0 && bytes[0] > 0;
        return little ? next == 0 ? Charset.forName(UTF_32 + "LE") : StandardCharsets.UTF_16LE : null;
    }

    /** The charset that is stated, unless it is UTF-8 or a part of it, or one nobody knows. */
    private static @Nullable Charset stated(@Nullable MediaType type) {
        Charset charset = null;
        try {
            charset = type == null ? null : type.charset(null);
        } catch (IllegalArgumentException e) {
            return null; // no name of a charset
        }
        boolean usual = StandardCharsets.UTF_8.equals(charset) || StandardCharsets.US_ASCII.equals(charset);
        return usual ? null : charset;
    }

    /** The text, or null if the bytes are none in that charset. */
    private static @Nullable String decode(byte[] bytes, int length, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            boolean isSure = charset.equals(StandardCharsets.UTF_8);
            // some decoders, that of UTF-32 for one, let halves of characters through
            return isSure || StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A coding that cannot be undone. */
    static final class UnknownCoding extends IOException {
        private static final long serialVersionUID = 1;

        UnknownCoding(String coding) {
            super("the body is encoded (" + coding + "), which was not asked for and cannot be decoded");
        }

        /** Never null. */
        @Override
        public String getMessage() {
            return "" + super.getMessage();
        }
    }

    /**
     * The bytes of a body without its content codings. OkHttp asks for gzip and undoes it; what else a server applies unasked, or
     * an interceptor asked for, is undone here if Java knows how.
     */
    static BufferedSource decoded(Response response) throws IOException {
        BufferedSource body = response.body().source();
        String[] codings = response.header("Content-Encoding", "").split(",", MOST_CODINGS + 1);
        if (codings.length > MOST_CODINGS) {
            throw new UnknownCoding("many times over");
        }
        for (int i = codings.length - 1; i >= 0; i--) {
            body = without(codings[i].strip(), body);
        }
        return body;
    }

    private static BufferedSource without(String coding, BufferedSource body) throws IOException {
        return switch (coding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> Okio.buffer(new GzipSource(body));
            case "deflate" -> Okio.buffer(Okio.source(new InflaterInputStream(body.inputStream())));
            default -> throw new UnknownCoding(coding.matches("[\\w.+-]{1,20}") ? coding : "by an unknown name");
        };
    }

    private static Response sent(Response response) {
        return response.networkResponse() == null ? response : response.networkResponse();
    }

    private static boolean isHttp2(Response sent) {
        return sent.protocol() == Protocol.HTTP_2 || sent.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
    }

    /** Whether an end that comes too early would be known as one of the connection. */
    private static boolean isFramed(Response sent) {
        return sent.header("Content-Length") != null || sent.header("Transfer-Encoding") != null || isHttp2(sent);
    }

    /** Whether nothing but the end of its connection ended this body, which may be before its time. */
    static boolean mayBeCut(Response response) {
        Response sent = response.networkResponse();
        return sent != null && !isFramed(sent);
    }

    /**
     * A response whose body fails where it ends before the length that its header states. OkHttp sees to that over HTTP/1.1 alone;
     * over HTTP/2 it refuses what is longer, and takes what is shorter for the whole.
     */
    static Response ofStatedLength(Response sent) {
        ResponseBody body = sent.body();
        long length = isHttp2(sent) && sent.code() != NOT_MODIFIED ? body.contentLength() : 0;
        return length <= 0
                ? sent
                : sent.newBuilder()
                        .body(ResponseBody.create(
                                Okio.buffer(new LengthCheck(body.source(), length)), body.contentType(), length))
                        .build();
    }

    private static final class LengthCheck extends ForwardingSource {
        private long left;

        LengthCheck(Source body, long length) {
            super(body);
            this.left = length;
        }

        @Override
        public long read(Buffer into, long most) throws IOException {
            long count = super.read(into, most);
            left -= Math.max(0, count);
            if (count < 0 && left > 0) {
                throw new ProtocolException("the stream ended " + left + " bytes before its length");
            }
            return count;
        }
    }

    /**
     * Whether a body that came whole holds too little of its coding. Okio says nothing where the head or the checksum of gzip is cut
     * off; it says nothing either where a connection ends between two chunks or within a frame of HTTP/2, so that nothing said is the
     * coding's only where the length was.
     */
    private static boolean endsTooEarly(String message, Response sent) {
        boolean ofCoding = message.equals("source exhausted prematurely")
                || message.startsWith("Unexpected end of ZLIB")
                || (message.equals("null") && sent.header("Content-Length") != null && !isHttp2(sent));
        return ofCoding && isFramed(sent);
    }

    /** Why the coding of a body that was read cannot be undone, or null if the trouble is the network's. */
    static @Nullable String codingTrouble(IOException e, Response response) {
        if (e instanceof UnknownCoding unknown) {
            return unknown.getMessage();
        }
        String message = "" + e.getMessage();
        if (message.startsWith("CRC: ") || message.startsWith("ISIZE: ") || message.startsWith("FHCRC: ")) {
            return "the checksum of its gzip is wrong";
        }
        if (message.startsWith("ID1ID2: ") || message.startsWith("CM: ")) {
            return "it is said to be gzip and is not";
        }
        if (e instanceof EOFException && endsTooEarly(message, sent(response))) {
            return "its compression ends too early";
        }
        boolean broken = e.getCause() instanceof DataFormatException
                || e instanceof ZipException
                || message.startsWith("gzip finished");
        return broken && !(e instanceof EOFException) ? "its compression is broken" : null;
    }
}
