package io.github.analytics4j.download;

import io.github.analytics4j.client.ExchangeFailedException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Words failures the same way: what happened, where, and what is kept. */
final class Complaints {
    private final Target target;
    private final Connector connector;

    Complaints(Target target, Connector connector) {
        this.target = target;
        this.connector = connector;
    }

    /** What to call the end of a connection. */
    static String name(IOException trouble) {
        return trouble instanceof ExchangeFailedException
                ? String.valueOf(trouble.getMessage())
                : trouble.getClass().getSimpleName();
    }

    DownloadException of(Reason reason, String what) {
        return of(reason, what, null);
    }

    /** Of bytes that may be all: {@code why} says what came of the question where the file ends. */
    DownloadException notProven(String why, @Nullable Throwable scrubbed) {
        return of(
                Reason.NOT_PROVEN,
                "nothing proves that this is the whole file: the server stated neither a length nor a checksum, its"
                        + " connection just closed, and " + why + "; allowUnproven(true) takes it as it is",
                scrubbed);
    }

    DownloadException of(Reason reason, String what, @Nullable Throwable scrubbed) {
        SignedUrl link = connector.link();
        String where = link == null ? "" : " from " + link.origin();
        long total = target.facts().total();
        String how = " (at byte " + target.position() + (total < 0 ? "" : " of " + total) + ")";
        String happened = connector.masked(where + ": " + what);
        return new DownloadException(reason, "download" + happened + how + target.kept(), scrubbed);
    }
}
