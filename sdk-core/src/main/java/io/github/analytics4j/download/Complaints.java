package io.github.analytics4j.download;

import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import org.jspecify.annotations.Nullable;

/** Words failures the same way: what happened, where, and what is kept. */
final class Complaints {
    private final Target target;
    private final Connector connector;

    Complaints(Target target, Connector connector) {
        this.target = target;
        this.connector = connector;
    }

    DownloadException of(Reason reason, String what) {
        return of(reason, what, null);
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
