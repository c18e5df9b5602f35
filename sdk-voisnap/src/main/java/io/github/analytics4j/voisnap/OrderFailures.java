package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.ErrorResponse;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Says what it means for an order that its response is missing or cannot be used. */
final class OrderFailures {
    private static final String MEANING =
            "; the report may exist, and counts against the hourly limit then, but its id is lost: it was not ordered again";

    private OrderFailures() {}

    /** The same failure, with the meaning in its message if the server may have the order. */
    static Throwable of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof NoResponseException lost) {
            return of(lost);
        }
        return cause instanceof UnreadableResponseException unreadable ? of(unreadable) : cause;
    }

    static NoResponseException of(NoResponseException lost) {
        if (!lost.mayHaveBeenCarriedOut()) {
            return lost;
        }
        String came = lost.rawText().orElse(null);
        String message = lost.getMessage() + meaning(came);
        NoResponseException meant;
        if (lost instanceof DeadlineExceededException) {
            meant = new DeadlineExceededException(message, true, lost.attempts(), came, lost.getCause());
        } else if (lost instanceof CanceledException) {
            meant = new CanceledException(message, true, lost.attempts(), came, lost.getCause());
        } else {
            meant = new NoResponseException(message, true, lost.attempts(), came, lost.getCause());
        }
        meant.setStackTrace(lost.getStackTrace());
        return meant;
    }

    static UnreadableResponseException of(UnreadableResponseException lost) {
        UnreadableResponseException meant = new UnreadableResponseException(
                lost.getMessage() + meaning(lost.rawText().orElse(null)),
                lost.status(),
                lost.path().orElse(null),
                lost.rawText().orElse(null),
                lost.requestId().orElse(null),
                lost.attempts(),
                lost.getCause());
        meant.setStackTrace(lost.getStackTrace());
        return meant;
    }

    /** Looks for the report's id in a body that broke off. */
    private static String meaning(@Nullable String came) {
        String id = came == null ? null : ReportId.in(came);
        return id == null
                ? MEANING
                : "; the report was ordered, and its id seems to be " + id
                        + ": withId goes on with it, and it was not ordered again";
    }

    /** The same refusal; one that may come after the report was made, and names it, says so. */
    static ApiException of(ApiException refusal) {
        boolean mayBeLate = refusal.status() >= 500 || refusal.status() == 409;
        String id = mayBeLate ? ReportId.inRefusal(refusal.body()) : null;
        if (id == null) {
            return refusal;
        }
        ErrorResponse response = new ErrorResponse(
                refusal.status(),
                refusal.code().orElse(null),
                refusal.reason().orElse(null),
                refusal.details(),
                refusal.requestId().orElse(null),
                refusal.retryAfter().orElse(null),
                refusal.body());
        String message = refusal.getMessage() + "; the report may exist all the same, and its id seems to be " + id
                + ": withId looks for it, and it was not ordered again";
        ApiException meant = ApiException.of(message, response, refusal.attempts());
        meant.setStackTrace(refusal.getStackTrace());
        return meant;
    }

    /** A response that is JSON and names no report. */
    static UnreadableResponseException withoutId(ApiResponse<CreatedReport> response) {
        String place =
                response.header("Location").map(target -> "Location: " + target).orElse(null);
        return new UnreadableResponseException(
                "voisnap.reports.create: the response (" + response.status()
                        + ") names no report: " + ReportId.FIELD
                        + " is missing, blank or no id" + meaning(place),
                response.status(),
                "$." + ReportId.FIELD,
                null,
                response.requestId().orElse(null),
                response.attempts(),
                null);
    }
}
