package io.github.analytics4j.download;

import io.github.analytics4j.download.RangeRequests.ContentRange;
import io.github.analytics4j.error.ApiException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
                        ApiException.mayPass(status) || NOT_YET.contains(status) ? Action.TRY_AGAIN : Action.GIVE_UP,
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

    private static ResponseDecision part(@Nullable ContentRange range, FileFacts said, FileFacts known, long position) {
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
