package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoAnswerException;

/** Says of an order without an answer what that means. */
final class LostOrder {
    private static final String MEANING =
            "; the report may exist, and counts against the hourly limit then, but its id is lost: it was not ordered again";

    private LostOrder() {}

    /** The same failure, with the meaning in its message if the server may have the order. */
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
}
