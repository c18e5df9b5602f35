package io.github.analytics4j.testkit.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of the request that is being read, as far as it has to be answered before the request is whole. */
final class RequestHead {
    /** The step that a head needs before its request is read on. */
    enum Need {
        NOTHING(""),
        CONTINUE("HTTP/1.1 100 Continue\r\n\r\n"),
        A_LENGTH(badRequest("Content-Length must be a whole number.")),
        PLAIN_HTTP(badRequest("The sandbox serves HTTP here: its addresses begin with http://, and not https://."));

        private final String answer;

        Need(String answer) {
            this.answer = answer;
        }

        byte[] answer() {
            return answer.getBytes(StandardCharsets.US_ASCII);
        }

        /** Whether no more is read behind the answer. */
        boolean isEnd() {
            return this == A_LENGTH || this == PLAIN_HTTP;
        }
    }

    private static final char TLS_HANDSHAKE = 0x16;
    private static final int LONGEST = 1 << 16;
    private static final String END = "\r\n\r\n";
    // HTTP/2 begins otherwise, so that nothing is read into it.
    private static final Pattern REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/1\\.[01]\r\n.*", Pattern.DOTALL);
    private static final Pattern EXPECT =
            Pattern.compile("\r\nexpect:[ \\t]*100-continue[ \\t]*\r\n", Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length:([^\r\n]*)", Pattern.CASE_INSENSITIVE);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean judged;

    /** From now on another request is read. */
    synchronized void next() {
        bytes.reset();
        judged = false;
    }

    /** Takes what was read, and says once for each head what it needs. */
    synchronized Need add(byte[] read, int offset, int length) {
        if (judged || length <= 0) {
            return Need.NOTHING;
        }
        bytes.write(read, offset, length);
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        if (text.charAt(0) == TLS_HANDSHAKE) {
            judged = true;
            return Need.PLAIN_HTTP;
        }
        int end = text.indexOf(END);
        judged = end >= 0 || text.length() > LONGEST;
        if (end < 0 || !REQUEST.matcher(text).matches()) {
            return Need.NOTHING;
        }
        String head = text.substring(0, end + 2);
        Matcher stated = LENGTH.matcher(head);
        while (stated.find()) {
            if (!stated.group(1).strip().matches("\\d{1,18}")) {
                return Need.A_LENGTH;
            }
        }
        boolean bodyIsHere = text.length() > end + END.length();
        return !bodyIsHere && EXPECT.matcher(head).find() ? Need.CONTINUE : Need.NOTHING;
    }

    private static String badRequest(String body) {
        return "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }
}
