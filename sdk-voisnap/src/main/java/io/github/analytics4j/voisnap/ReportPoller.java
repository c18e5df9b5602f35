package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions.FileKind;
import io.github.analytics4j.download.OpenedFile;
import io.github.analytics4j.download.SignedUrl;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.NoResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One wait for one report: says when to poll next, polls, and says what a response means. A {@link ReportWaiter} sleeps in
 * between. Used by one thread at a time.
 */
final class ReportPoller {
    /** How long the vendor keeps a report. */
    private static final Duration KEPT = Duration.ofDays(7);
    /** The statuses a storage host responds with for an object that is being written, copied or fetched from an archive. */
    private static final Set<Integer> WRITTEN = Set.of(202, 204, 409, 423);
    /** The last poll needs some time itself. */
    private static final Duration LAST_POLL = Duration.ofSeconds(2);
    /** If that poll was quick, most of its time is left, and another one fits just before the end. */
    private static final Duration VERY_LAST_POLL = Duration.ofMillis(100);

    private final DefaultReport report;
    private final ReportTicket ticket;
    private final WaitOptions options;
    private final Duration deadline;
    private final TimeSource time;
    private final Instant began;
    private final PollLog log;
    private Duration interval;
    private @Nullable StoredLink stored;
    /** Links are good for some minutes at the least; asking for another is counted by the hour. */
    private Duration linkTrust = Duration.ofMinutes(1);

    private Duration pause = Duration.ZERO;
    private Duration pollTook = Duration.ZERO;
    private Duration leaveAlone = Duration.ZERO;
    private boolean last;
    private boolean veryLast;

    ReportPoller(DefaultReport report, ReportTicket ticket, WaitOptions options, Duration deadline, TimeSource time) {
        this.report = report;
        this.ticket = ticket;
        this.options = options;
        this.deadline = deadline;
        this.time = time;
        this.began = time.steady();
        this.log = new PollLog(ticket.reportId(), deadline);
        this.interval = options.firstInterval();
    }

    /** How long to sleep before the first poll. */
    Duration first() {
        endIfFailed(ticket.status().text(), "");
        Duration estimate = ticket.estimate() == null ? options.firstInterval() : ticket.estimate();
        Duration until = estimate.minus(report.age());
        return plan(until.isNegative() ? Duration.ZERO : until);
    }

    /**
     * How long to sleep before the next poll. A storage host is asked sooner and oftener than the API, which counts.
     */
    Duration next() {
        StoredLink waited = stored;
        if (waited != null) {
            return plan(waited.nextPause());
        }
        Duration wait = interval;
        Duration doubled = interval.multipliedBy(2);
        interval = doubled.compareTo(options.longestInterval()) < 0 ? doubled : options.longestInterval();
        return plan(wait);
    }

    /** Asks once whether the file is there; null if it is not yet. */
    @Nullable
    DefaultReadyReport poll() {
        Instant at = time.steady();
        log.begin(pause);
        leaveAlone = Duration.ZERO;
        Download download = report.download().with(options -> options.deadline(left()));
        StoredLink known = stored;
        DefaultReadyReport ready = null;
        try {
            ready = judge((known == null ? download : download.startingWith(known.link())).open(), at);
        } catch (ApiException e) {
            refused(e, at);
        } catch (CanceledException e) {
            throw log.canceled("" + e.getMessage(), e.getCause());
        } catch (DeadlineExceededException e) {
            note(at, null, "no response in the time that was left");
            throw log.tooLate("");
        } catch (NoResponseException e) {
            note(at, null, "no response");
        }
        pollTook = Duration.between(at, time.steady());
        return ready;
    }

    /** The wait is ended by our own side. */
    CanceledException canceled(String why) {
        return log.canceled("waiting for the report was " + why, null);
    }

    private @Nullable DefaultReadyReport judge(OpenedFile file, Instant at) {
        SignedUrl link = file.link().orElse(null);
        if (link != null) {
            return stored(file, link, at);
        }
        String text = file.text();
        boolean fileOfAnotherKind = !text.isEmpty() && ReportFiles.kind(ticket.format()) != FileKind.ANY;
        boolean mayBeFile = file.status() == 200 && !options.isNotReady(200) && !fileOfAnotherKind;
        String status = mayBeFile ? ReportWords.ownStatus(text) : ReportWords.status(text);
        if (mayBeFile && status == null) {
            return new DefaultReadyReport(report, file);
        }
        file.close();
        String words = ReportWords.sentence(text);
        endIfFailed(status, words);
        log.heard(words);
        String what = file.status() == 0 ? "no complete response" : String.valueOf(file.status());
        note(
                at,
                file.status() == 0 ? null : file.status(),
                what + (status == null ? "" : " with the status " + status));
        return null;
    }

    /** Says what the response of the storage host means: the API redirects as soon as it knows where the file is going to be. */
    private @Nullable DefaultReadyReport stored(OpenedFile file, SignedUrl link, Instant at) {
        int status = file.status();
        if (status == 200) {
            return new DefaultReadyReport(report, file);
        }
        String code = file.code().map(name -> " " + name).orElse("");
        boolean refused = file.isExpired() || status == 401 || status == 403 || status == 404 || status == 410;
        boolean beingWritten = WRITTEN.contains(status) || options.isNotReady(status);
        if (status != 0 && !refused && !beingWritten && !ApiException.mayPass(status)) {
            throw new DownloadException(
                    Reason.LINK_REFUSED,
                    "report " + ticket.reportId() + ": the storage host answered " + status + code + " to its link");
        }
        note(
                at,
                status == 0 ? null : status,
                "the storage host " + (status == 0 ? "gave no response" : "answered " + status + code));
        if (stored == null) {
            stored = new StoredLink(link, at, linkTrust);
        }
        leaveAlone = file.retryAfter().orElse(Duration.ZERO);
        stored.heard(leaveAlone);
        boolean over = file.isExpired() || (refused && stored.isDoubtful(at));
        if (over) {
            stored = null; // the next poll asks the API for another
            linkTrust = linkTrust.multipliedBy(2);
        }
        return null;
    }

    private void endIfFailed(@Nullable String status, String words) {
        if (status != null && options.isFailed(status)) {
            throw new DownloadException(
                    Reason.GONE,
                    "report " + ticket.reportId() + " will not be made: its status is " + status
                            + (words.isEmpty() ? "" : "; the server says: " + words));
        }
    }

    /** Throws unless it may pass. */
    private void refused(ApiException e, Instant at) {
        String words = e.reason().map(ReportWords::cut).orElseGet(() -> ReportWords.sentence(e.body()));
        endIfFailed(ReportWords.status(e.body()), words);
        boolean tooOld = e.status() == 404 && report.age().compareTo(KEPT) > 0;
        if (options.isGone(e.status()) || tooOld) {
            throw new DownloadException(
                    Reason.GONE,
                    "report " + ticket.reportId() + " is gone: the server answered " + e.status()
                            + "; reports are kept for 7 days",
                    e);
        }
        boolean passing = e instanceof RateLimitException || e instanceof ServerException;
        if (!passing && !options.isNotReady(e.status())) {
            throw e;
        }
        Duration hint = e.retryAfter().orElse(Duration.ZERO);
        log.heard(words);
        note(
                at,
                e.status(),
                e.status() + e.code().map(code -> " (" + code + ")").orElse(""));
        if (hint.compareTo(left()) >= 0) {
            throw log.tooLate("; the server asks to be left alone for " + hint.toSeconds() + " s");
        }
        leaveAlone = hint;
        interval = hint.compareTo(interval) > 0 ? hint : interval;
    }

    private void note(Instant at, @Nullable Integer status, String what) {
        log.add(status, what, pause, Duration.between(began, at), Duration.between(at, time.steady()));
    }

    /** The wait before the next poll; the last ones are just before the deadline. */
    private Duration plan(Duration wanted) {
        Duration left = left();
        if (last) {
            pause = left.minus(longer(VERY_LAST_POLL, pollTook.multipliedBy(2)));
            if (veryLast || pause.isNegative() || pause.compareTo(longer(VERY_LAST_POLL, leaveAlone)) < 0) {
                throw log.tooLate("");
            }
            veryLast = true;
            return pause;
        }
        pause = wanted;
        if (wanted.compareTo(left) >= 0) {
            last = true;
            Duration quarter = left.dividedBy(4);
            pause = left.minus(quarter.compareTo(LAST_POLL) < 0 ? quarter : LAST_POLL);
        }
        return pause;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Returns the time left until the deadline; a thousandth of a second when there is none. */
    private Duration left() {
        Duration left = deadline.minus(Duration.between(began, time.steady()));
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }

    /** A link whose file was not there when it was opened. */
    private static final class StoredLink {
        private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
        private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

        private final SignedUrl link;
        private final Instant doubtfulFrom;
        private Duration pause = FIRST_PAUSE;

        StoredLink(SignedUrl link, Instant at, Duration trust) {
            this.link = link;
            this.doubtfulFrom = at.plus(trust);
        }

        SignedUrl link() {
            return link;
        }

        /** Whether it may have run out: some hosts do not say so. */
        boolean isDoubtful(Instant at) {
            return !at.isBefore(doubtfulFrom);
        }

        void heard(Duration hint) {
            pause = hint.compareTo(pause) > 0 ? hint : pause;
        }

        Duration nextPause() {
            Duration wait = pause;
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            return wait;
        }
    }
}
