package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.download.DownloadOptions.FileKind;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells an error page from the file that was asked for, before a byte is kept; refuses what is too long or cannot be undone. */
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
    /** The text after a tag that is the name of a column. */
    private static final Pattern COLUMN = Pattern.compile("\\s*[,;|\\t].*|[ ]*\\R\\s*[^<\\s].*", Pattern.DOTALL);
    /** As JavaScript would write it, which some servers do. */
    private static final Pattern BARE_MEMBER = Pattern.compile("\\{\\s*'?[A-Za-z_]\\w*'?\\s*:.*", Pattern.DOTALL);

    private final DownloadOptions options;
    private final DownloadFailures failures;

    ErrorPageGuard(DownloadOptions options, DownloadFailures failures) {
        this.options = options;
        this.failures = failures;
    }

    /**
     * Says what this is instead of the expected file; null if it may be the file.
     *
     * @param start the first bytes of the file, or null if its middle comes
     * @param whole whether the file has no other bytes
     * @throws DownloadException if the bytes are in a form that cannot be undone
     */
    @Nullable
    String objection(StreamedResponse response, @Nullable ByteBuffer start, boolean whole) {
        boolean gzip = checkCoding(response, start);
        ByteBuffer shown = gzip && start != null ? GzipDecoder.beginning(start, SNIFFED) : start;
        return objection(options.kind(), response.header("Content-Type"), shown, whole);
    }

    /** Refuses codings that cannot be undone; true for one that can. */
    private boolean checkCoding(StreamedResponse response, @Nullable ByteBuffer start) {
        String transfer = response.header("Transfer-Encoding");
        if (transfer != null && !transfer.equalsIgnoreCase("chunked") && !transfer.equalsIgnoreCase("identity")) {
            throw failures.of(
                    Reason.NOT_THE_FILE, "the bytes come in a form (" + transfer.strip() + ") nobody asked for");
        }
        String coding = FileFacts.coding(response.header("Content-Encoding"));
        boolean gzip = "gzip".equals(coding);
        String why = null;
        if (options.decode() && coding != null && !gzip) {
            why = ", and this client undoes gzip alone";
        } else if (options.decode() && gzip && start != null && !GzipDecoder.begins(start)) {
            why = ", and are nothing that gzip makes";
        }
        if (why != null) {
            throw failures.of(
                    Reason.NOT_THE_FILE,
                    "the bytes are encoded (" + coding + ") though they must not be" + why
                            + "; decode(false) takes them as they are");
        }
        return gzip;
    }

    /** Refuses a file that has more bytes than are allowed. */
    void limit(long bytes) {
        if (bytes > options.maxBytes()) {
            throw failures.of(
                    Reason.TOO_LARGE,
                    "the file has at least " + bytes + " bytes, " + options.maxBytes()
                            + " are allowed; DownloadOptions.maxBytes can be raised");
        }
    }

    /**
     * Says what this is instead of the expected file; null if it may be the file.
     *
     * @param start the first bytes of the file, or null if these bytes are from its middle
     * @param whole whether the file has no other bytes
     */
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

    /** Whether a text begins as a JSON document does, and not as CSV with a brace in its first column. */
    private static final class JsonStart {
        private static final int NONE = -1;

        private final String text;
        private int at;

        private JsonStart(String text) {
            this.text = text;
        }

        /** Whether this is an object or array, or the beginning of one; or several of them, one after another. */
        static boolean isDocument(String start) {
            if (!start.startsWith("{") && !start.startsWith("[")) {
                return false;
            }
            JsonStart json = new JsonStart(start);
            return json.value() && (json.peek() == NONE || json.peek() == '{' || json.peek() == '[');
        }

        /** Takes a value as far as the text goes; false if it is none. */
        private boolean value() {
            int c = peek();
            if (c == '{' || c == '[') {
                return container(c == '{');
            }
            return c == '"' ? string() : c == NONE || literal();
        }

        private boolean container(boolean object) {
            at++;
            int close = object ? '}' : ']';
            if (peek() == close) {
                at++;
                return true;
            }
            while (peek() != NONE) {
                if (object && !name()) {
                    return false;
                }
                if (!value()) {
                    return false;
                }
                int c = peek();
                at++;
                if (c == close || c == NONE) {
                    return true;
                }
                if (c != ',') {
                    return false;
                }
            }
            return true;
        }

        private boolean name() {
            if (peek() != '"' || !string()) {
                return false;
            }
            int c = peek();
            at++;
            return c == ':' || c == NONE;
        }

        private boolean string() {
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) < ' ') {
                    return false;
                }
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
            return true;
        }

        private boolean literal() {
            int from = at;
            while (at < text.length()
                    && ("+-.".indexOf(text.charAt(at)) >= 0 || Character.isLetterOrDigit(text.charAt(at)))) {
                at++;
            }
            String word = text.substring(from, at);
            boolean cut = at >= text.length();
            return word.matches("-?\\d[\\d.eE+-]*")
                    || (cut && ("true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word)))
                    || word.equals("true")
                    || word.equals("false")
                    || word.equals("null");
        }

        /** The next character that is no blank, or {@link #NONE}. */
        private int peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : NONE;
        }
    }
}
