package io.github.analytics4j.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * In which charset the text of a body is: UTF-16 or UTF-32 if its first bytes say so, else UTF-8, else the one that its
 * content type states.
 */
final class BodyCharset {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final char MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';
    private static final int HEAD = 4;

    private BodyCharset() {}

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
     * @throws WatchedBody.TooLarge if it then is larger than the limit
     */
    static Utf8 utf8(InputStream in, @Nullable MediaType type, long limit) throws IOException {
        PushbackInputStream body = new PushbackInputStream(in, HEAD);
        byte[] head = body.readNBytes(HEAD);
        body.unread(head);
        Charset first = byFirstBytes(head, head.length);
        Charset stated = stated(type);
        if (first == null && stated == null) {
            return new Utf8(body, null);
        }
        byte[] bytes = new WatchedBody(body, limit, false).readAllBytes();
        boolean isUtf8 = first == null && decode(bytes, bytes.length, StandardCharsets.UTF_8) != null;
        Charset charset = first != null ? first : Objects.requireNonNull(stated);
        String text = isUtf8 ? null : decode(bytes, bytes.length, charset);
        if (text == null && first != null) {
            return new Utf8(bytes(repaired(bytes, first)), first.name());
        }
        return new Utf8(text == null ? new ByteArrayInputStream(bytes) : bytes(text), null);
    }

    /** With U+FFFD for what is no text. Java's own decoder would take the character behind half of one with it, a quote for example. */
    private static String repaired(byte[] bytes, Charset charset) {
        boolean big = charset.equals(StandardCharsets.UTF_16BE);
        if (!big && !charset.equals(StandardCharsets.UTF_16LE)) {
            return new String(bytes, charset);
        }
        ByteBuffer units = ByteBuffer.wrap(bytes).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder(units.asCharBuffer());
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

    /** The text of bytes, of which the last character may be cut off; what is no text becomes U+FFFD. */
    static String text(byte[] bytes, int length, @Nullable MediaType type) {
        Charset first = byFirstBytes(bytes, length);
        if (first != null) {
            return withoutMark(new String(bytes, 0, length, first));
        }
        Charset stated = stated(type);
        if (stated != null) {
            for (int cut = 0; cut < 4 && cut <= length; cut++) {
                String text = decode(bytes, length - cut, StandardCharsets.UTF_8);
                if (text != null) {
                    return withoutMark(text);
                }
            }
        }
        return withoutMark(new String(bytes, 0, length, stated == null ? StandardCharsets.UTF_8 : stated));
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
            return next == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
        } else if (two == 0) {
            return next == 0xFEFF || (next > 0 && next < 0x80) ? UTF_32BE : null;
        } else if (two < 0x80) {
            return StandardCharsets.UTF_16BE;
        }
        boolean little = bytes[1] == 0 && bytes[0] > 0;
        return little ? next == 0 ? UTF_32LE : StandardCharsets.UTF_16LE : null;
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
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
