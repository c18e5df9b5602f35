package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.error.ApiException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether one run asks for ranges, and keeps the file's length where refusals tell it. Used by one thread. */
final class RangeRequests {
    /**
     * How far a range reaches back into what is there. Comparing it costs a packet and tells a changed file even where
     * the server states nothing to tell it by; and no range ever begins behind the end of the file.
     */
    static final int OVERLAP = 1024;

    private boolean usable = true;
    private boolean asked;
    private boolean triedWithout;
    private long length = -1;
    private long contradiction = -1;

    /** The headers of the next request: for what lies behind the bytes that are there, or for the whole file. */
    Map<String, String> headers(Target target, boolean probing) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Encoding", "identity");
        long from = target.position() - OVERLAP;
        asked = probing || (usable && from > 0);
        if (asked) {
            headers.put("Range", "bytes=" + Math.max(0, from) + "-");
            String validator = target.facts().validator().ifRange();
            if (validator != null) {
                headers.put("If-Range", validator);
            }
        }
        return headers;
    }

    /** Whether the last request was for a range. */
    boolean asked() {
        return asked;
    }

    void usable(boolean served) {
        usable = served;
    }

    /** The server refuses ranges; it may have told a length with that, else -1. */
    void refused(long told) {
        usable = false;
        length = told;
    }

    /** The length that was told where a range was refused that the file would have, or -1. */
    long length() {
        return length;
    }

    /** Whether the last refusal may be of the range and not of the file: then the next request is without one, once a run. */
    boolean tryWithout() {
        usable = !asked || triedWithout;
        triedWithout |= asked;
        return !usable;
    }

    /** Whether the last request was without a range since one was refused. */
    boolean isTrial() {
        return triedWithout && !asked && !usable;
    }

    /** Takes note that the file is said to be shorter than what came; true if that was said of it before. */
    boolean isContradictedAgain(long told) {
        boolean again = contradiction == told;
        contradiction = told;
        return again;
    }

    /** Forgets what was told of the file: it is another one now. */
    void forget() {
        length = -1;
    }

    /**
     * Which bytes of which length a 206 brings.
     *
     * @param first the first of them
     * @param last the last of them
     * @param total length of the whole file, or -1 if the server does not say
     */
    record ContentRange(long first, long last, long total) {
        // 18 digits fit a long; no file is longer.
        private static final Pattern FORM = Pattern.compile(
                "bytes\\s+(\\d{1,18})\\s*-\\s*(\\d{1,18})\\s*/\\s*(\\d{1,18}|\\*)", Pattern.CASE_INSENSITIVE);

        private static final Pattern NO_SUCH =
                Pattern.compile("bytes\\s+\\*\\s*/\\s*(\\d{1,18})", Pattern.CASE_INSENSITIVE);

        /** The length that a refused range is answered with, or -1. */
        static long lengthOfRefused(@Nullable String header) {
            Matcher matcher = NO_SUCH.matcher(header == null ? "" : header.trim());
            return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
        }

        /** The range that a response brings; null if it says nothing usable of one. */
        static @Nullable ContentRange of(StreamedResponse response) {
            return parse(response.header("Content-Range"));
        }

        /** Where the file ends by a 206 or 416, as far as it tells; -1 if it does not, or has another status. */
        static long end(StreamedResponse response) {
            ContentRange range = response.status() == 206 ? of(response) : null;
            if (range != null) {
                return range.total() < 0 ? range.last() + 1 : range.total();
            }
            return response.status() == 416 ? lengthOfRefused(response.header("Content-Range")) : -1;
        }

        /** Reads the header; null if it is absent or says nothing usable. */
        static @Nullable ContentRange parse(@Nullable String header) {
            Matcher matcher = FORM.matcher(header == null ? "" : header.trim());
            if (!matcher.matches()) {
                return null;
            }
            long first = Long.parseLong(matcher.group(1));
            long last = Long.parseLong(matcher.group(2));
            long total = matcher.group(3).equals("*") ? -1 : Long.parseLong(matcher.group(3));
            boolean sound = first <= last && (total < 0 || last < total);
            return sound ? new ContentRange(first, last, total) : null;
        }
    }

    /**
     * Says what to do with a response of the storage host.
     *
     * @param action what to do
     * @param at where in the file the body begins
     * @param why the reason, in words that fit after "because"
     */
    record ResponseDecision(Action action, long at, String why) {
        /** Accepted, in conflict or locked: the object is being written, copied or fetched from an archive. */
        private static final Set<Integer> NOT_YET = Set.of(202, 409, 423);

        enum Action {
            /** The body continues what is there. */
            GO_ON,
            /** The body is a whole file, and what is there belongs to another. */
            BEGIN_ANEW,
            /** The bytes that are there cannot be continued; ask for the whole file. */
            ASK_FOR_ALL,
            /** The link is no good; ask the API for another. */
            NEW_LINK,
            /** A failure that may pass. */
            TRY_AGAIN,
            /** A no that will stay one. */
            GIVE_UP
        }

        /**
         * Judges a response.
         *
         * @param status its status
         * @param range the range it says it brings, or null
         * @param said what it says of the file
         * @param known what is known of the file whose bytes are there
         * @param position how many bytes are there
         * @param errorCode the code in its XML body, or null
         */
        static ResponseDecision of(
                int status,
                @Nullable ContentRange range,
                FileFacts said,
                FileFacts known,
                long position,
                @Nullable String errorCode) {
            return switch (status) {
                case 200 -> whole(said, known, position);
                case 206 -> part(range, said, known, position);
                case 416 -> new ResponseDecision(Action.ASK_FOR_ALL, 0, "the file is shorter now");
                case 401, 403, 404, 410 -> new ResponseDecision(Action.NEW_LINK, 0, answered(status, errorCode));
                // Some hosts call a link that ran out a bad request.
                case 400 ->
                    new ResponseDecision(
                            errorCode != null && errorCode.startsWith("Expired") ? Action.NEW_LINK : Action.GIVE_UP,
                            0,
                            answered(status, errorCode));
                default ->
                    new ResponseDecision(
                            ApiException.mayPass(status) || NOT_YET.contains(status)
                                    ? Action.TRY_AGAIN
                                    : Action.GIVE_UP,
                            0,
                            answered(status, errorCode));
            };
        }

        private static ResponseDecision whole(FileFacts said, FileFacts known, long position) {
            if (position == 0) {
                return new ResponseDecision(Action.GO_ON, 0, "it is the beginning");
            }
            if (said.validator().proves(known.validator()) && !otherLength(said, known) && !otherCoding(said, known)) {
                return new ResponseDecision(Action.GO_ON, 0, "the server ignores ranges, the file is the same");
            }
            return new ResponseDecision(Action.BEGIN_ANEW, 0, "the file changed, or the server ignores ranges");
        }

        private static ResponseDecision part(
                @Nullable ContentRange range, FileFacts said, FileFacts known, long position) {
            if (range == null) {
                return new ResponseDecision(Action.ASK_FOR_ALL, 0, "the server does not say which range it sent");
            }
            if (range.first() > position) {
                return new ResponseDecision(Action.ASK_FOR_ALL, 0, "the server sent a range nobody asked for");
            }
            if (said.validator().contradicts(known.validator())) {
                return new ResponseDecision(Action.ASK_FOR_ALL, 0, "the file changed");
            }
            if (otherLength(said, known)) {
                return new ResponseDecision(Action.ASK_FOR_ALL, 0, "the length changed");
            }
            if (otherCoding(said, known)) {
                return new ResponseDecision(Action.ASK_FOR_ALL, 0, "the bytes are encoded otherwise now");
            }
            return new ResponseDecision(Action.GO_ON, range.first(), "it is the rest");
        }

        private static boolean otherCoding(FileFacts said, FileFacts known) {
            return !Objects.equals(said.coding(), known.coding());
        }

        private static boolean otherLength(FileFacts said, FileFacts known) {
            return known.total() >= 0 && said.total() >= 0 && known.total() != said.total();
        }

        private static String answered(int status, @Nullable String errorCode) {
            return "it answered " + status + (errorCode == null ? "" : " " + errorCode);
        }
    }
}
