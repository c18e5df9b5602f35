package io.github.analytics4j.download;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
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
    private static final Pattern PROLOG =
            Pattern.compile("(?i)<(!doctype|\\?xml|html|!--|!\\[cdata)\\b?.*", Pattern.DOTALL);
    /** A tag as XML has it, which {@code <5s,>5s} is not. */
    private static final Pattern TAG =
            Pattern.compile("<([A-Za-z][A-Za-z0-9:_.-]*)(?:\\s[^<>]*)?/?>(.*)", Pattern.DOTALL);
    /** What follows a tag that is the name of a column. */
    private static final Pattern COLUMN = Pattern.compile("\\s*[,;|\\t].*|[ ]*\\R\\s*[^<\\s].*", Pattern.DOTALL);
    /** As JavaScript would write it, which some servers do. */
    private static final Pattern BARE_MEMBER = Pattern.compile("\\{\\s*'?[A-Za-z_]\\w*'?\\s*:.*", Pattern.DOTALL);

    private ErrorPageGuard() {}

    /**
     * What this is instead of the expected file, in words; null if it may be the file.
     *
     * @param start the first bytes of the file, or null if these bytes are from its middle
     */
    static @Nullable String objection(FileKind expected, @Nullable String contentType, @Nullable ByteBuffer start) {
        return objection(expected, contentType, start, false);
    }

    /** As above, {@code whole} saying that the file has no other bytes. */
    static @Nullable String objection(
            FileKind expected, @Nullable String contentType, @Nullable ByteBuffer start, boolean whole) {
        if (expected == FileKind.ANY) {
            return null;
        }
        String type = mediaType(contentType);
        if (PAGES.contains(type)) {
            return "the server calls it " + type;
        }
        if (start == null) {
            return null;
        }
        byte[] bytes = new byte[Math.min(start.remaining(), SNIFFED)];
        start.duplicate().get(bytes);
        String seen = describe(text(bytes));
        return expected == FileKind.PDF
                ? notPdf(new String(bytes, StandardCharsets.ISO_8859_1), seen, whole)
                : notCsv(seen);
    }

    /** Whether this is JSON, whatever it is called. */
    static boolean isJson(@Nullable String contentType, String start) {
        String type = mediaType(contentType);
        return ((type.endsWith("/json") || type.endsWith("+json")) && !start.isBlank())
                || describe(start).equals(": JSON");
    }

    private static @Nullable String notPdf(String bytes, String seen, boolean whole) {
        if (whole && bytes.isBlank()) {
            return "it is empty";
        }
        if (whole && isBarePdf(bytes)) {
            return "it is a PDF with nothing in it";
        }
        boolean page = !seen.isEmpty() && !seen.equals(": PDF");
        return bytes.contains("%PDF-") && !page ? null : "it does not begin as a PDF does" + (page ? seen : "");
    }

    /** Whether there is nothing but the header, comments and the mark of the end. */
    private static boolean isBarePdf(String bytes) {
        return bytes.strip().startsWith("%PDF-")
                && bytes.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("%"));
    }

    private static @Nullable String notCsv(String seen) {
        return seen.isEmpty() ? null : "it begins otherwise than CSV does" + seen;
    }

    private static String describe(String text) {
        String start = text.stripLeading();
        if (start.startsWith("<") && isMarkup(start)) {
            String head = start.toLowerCase(Locale.ROOT);
            if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
                return ": HTML";
            }
            String code = errorCode(text);
            return ": XML" + (code == null ? "" : " with the code " + code);
        }
        if (JsonStart.isDocument(start) || BARE_MEMBER.matcher(start).matches()) {
            return ": JSON";
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return ": ZIP";
        }
        return start.regionMatches(true, 0, "%pdf-", 0, 5) ? ": PDF" : "";
    }

    private static boolean isMarkup(String start) {
        if (PROLOG.matcher(start).matches()) {
            return true;
        }
        Matcher tag = TAG.matcher(start);
        return tag.matches()
                && (start.contains("</" + tag.group(1))
                        || !COLUMN.matcher(tag.group(2)).matches());
    }

    /** The code of a storage host's XML error; nothing else of it is fit to be shown. */
    static @Nullable String errorCode(String xml) {
        Matcher matcher = CODE.matcher(xml);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Whether a refusal says that the time of the link is over. */
    static boolean isOfTime(String refusal) {
        return refusal.toLowerCase(Locale.ROOT).contains("expired");
    }

    private static String mediaType(@Nullable String contentType) {
        String value = contentType == null ? "" : contentType;
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }

    /** As letters, by the mark at the beginning or the zeros that UTF-16 leaves between Latin ones. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, charset(bytes));
        return text.startsWith("\ufeff") || text.startsWith("\u00ef\u00bb\u00bf")
                ? text.substring(text.charAt(0) == '\ufeff' ? 1 : 3)
                : text;
    }

    private static Charset charset(byte[] bytes) {
        int first = pair(bytes, 0);
        if (first == 0xfeff || zeros(bytes, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xfffe || zeros(bytes, 1) ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    }

    private static int pair(byte[] bytes, int at) {
        return bytes.length < at + 2 ? -1 : ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    /** Whether every other one of the first bytes, and none between them, is zero. */
    private static boolean zeros(byte[] bytes, int from) {
        int looked = Math.min(bytes.length, 16) & ~1;
        for (int i = 0; i < looked; i++) {
            if ((bytes[i] == 0) != (i % 2 == from)) {
                return false;
            }
        }
        return looked >= 4;
    }
}
