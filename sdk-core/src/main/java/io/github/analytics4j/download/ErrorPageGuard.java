package io.github.analytics4j.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells an error page from the file that was asked for, before a byte is kept. */
final class ErrorPageGuard {
    /** A PDF may have some bytes before its header; readers look at the first 1024. */
    static final int SNIFFED = 1024;

    private static final Set<String> PAGES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "text/xml",
            "application/xml",
            "application/json",
            "text/json",
            "application/problem+json",
            "application/problem+xml");
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,64})</Code>");

    private ErrorPageGuard() {}

    /**
     * What this is instead of the expected file, in words; null if it may be the file.
     *
     * @param start the first bytes of the file, or null if these bytes are from its middle
     */
    static @Nullable String objection(FileKind expected, @Nullable String contentType, @Nullable ByteBuffer start) {
        if (expected == FileKind.ANY) {
            return null;
        }
        String type = mediaType(contentType);
        if (PAGES.contains(type)) {
            return "the server calls it " + type;
        }
        if (start == null || !start.hasRemaining()) {
            return null;
        }
        String text = beginning(start);
        return expected == FileKind.PDF ? notPdf(text) : notCsv(text);
    }

    /** Whether this is JSON, whatever it is called. */
    static boolean isJson(@Nullable String contentType, String start) {
        String type = mediaType(contentType);
        return (type.endsWith("/json") || type.endsWith("+json")) && !start.isBlank()
                || describe(start).equals(": JSON");
    }

    private static @Nullable String notPdf(String text) {
        return text.contains("%PDF-") ? null : "it does not begin as a PDF does" + describe(text);
    }

    private static @Nullable String notCsv(String text) {
        String seen = describe(text);
        return seen.isEmpty() ? null : "it begins otherwise than CSV does" + seen;
    }

    private static String describe(String text) {
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return ": HTML";
        }
        if (lower.startsWith("<")) {
            String code = errorCode(text);
            return ": XML" + (code == null ? "" : " with the code " + code);
        }
        if (lower.startsWith("{") || lower.startsWith("[{")) {
            return ": JSON";
        }
        return lower.startsWith("%pdf-") ? ": PDF" : "";
    }

    /** The code of a storage host's XML error; nothing else of it is fit to be shown. */
    static @Nullable String errorCode(String xml) {
        Matcher matcher = CODE.matcher(xml);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String mediaType(@Nullable String contentType) {
        String value = contentType == null ? "" : contentType;
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }

    private static String beginning(ByteBuffer start) {
        byte[] bytes = new byte[Math.min(start.remaining(), SNIFFED)];
        start.duplicate().get(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    }
}
