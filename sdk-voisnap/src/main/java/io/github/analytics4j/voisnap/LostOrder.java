package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoAnswerException;
import io.github.analytics4j.error.UnreadableAnswerException;
import io.github.analytics4j.http.ApiResponse;
import java.util.concurrent.CompletionException;

/** Says of an order whose answer is missing or cannot be used what that means. */
final class LostOrder {
    private static final String MEANING =
            "; the report may exist, and counts against the hourly limit then, but its id is lost: it was not ordered again";

    private LostOrder() {}

    /** The same failure, with the meaning in its message if the server may have the order. */
    static Throwable of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof NoAnswerException lost) {
            return of(lost);
        }
        return cause instanceof UnreadableAnswerException unreadable ? of(unreadable) : cause;
    }

    static NoAnswerException of(NoAnswerException lost) {
        if (!lost.mayHaveBeenCarriedOut()) {
            return lost;
        }
        String message = lost.getMessage() + MEANING;
        NoAnswerException meant;
        if (lost instanceof DeadlineExceededException) {
            meant = new DeadlineExceededException(message, true, lost.attempts(), lost.getCause());
        } else if (lost instanceof CanceledException) {
            meant = new CanceledException(message, true, lost.attempts(), lost.getCause());
        } else {
            meant = new NoAnswerException(message, true, lost.attempts(), lost.getCause());
        }
        meant.setStackTrace(lost.getStackTrace());
        return meant;
    }

    static UnreadableAnswerException of(UnreadableAnswerException lost) {
        String id = ReportId.in(lost.rawText().orElse("")); // what broke off may still name the report
        String meaning = id == null
                ? MEANING
                : "; the report was ordered, and its id seems to be " + id
                        + ": withId goes on with it, and it was not ordered again";
        UnreadableAnswerException meant = new UnreadableAnswerException(
                lost.getMessage() + meaning,
                lost.status(),
                lost.path().orElse(null),
                lost.rawText().orElse(null),
                lost.requestId().orElse(null),
                lost.attempts(),
                lost.getCause());
        meant.setStackTrace(lost.getStackTrace());
        return meant;
    }

    /** An answer that is JSON and names no report. */
    static UnreadableAnswerException withoutId(ApiResponse<CreatedReport> answer) {
        return new UnreadableAnswerException(
                "voisnap.reports.create: the answer (" + answer.status()
                        + ") names no report: " + ReportId.FIELD
                        + " is missing, blank or no id" + MEANING,
                answer.status(),
                "$." + ReportId.FIELD,
                null,
                answer.requestId().orElse(null),
                answer.attempts(),
                null);
    }
}
