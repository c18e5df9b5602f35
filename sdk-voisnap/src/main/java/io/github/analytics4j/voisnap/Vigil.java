package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.FileKind;
import io.github.analytics4j.download.Look;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.NoAnswerException;
import io.github.analytics4j.error.RateLimitException;
import io.github.analytics4j.error.ServerException;
import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One wait for one report: when to look next, and what was seen means. A driver sleeps in between. Used by one thread at a time. */
final class Vigil {
    /** How long the vendor keeps a report. */
    private static final Duration KEPT = Duration.ofDays(7);
    /** The last look needs some time itself. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final Report report;
    private final ReportTicket ticket;
    private final WaitOptions options;
    private final Duration deadline;
    private final Clock clock;
    private final Instant began;
    private final Sightings sightings;
    private Duration interval;
    private Duration pause = Duration.ZERO;
    private boolean last;

    Vigil(Report report, ReportTicket ticket, WaitOptions options, Duration deadline, Clock clock) {
        this.report = report;
        this.ticket = ticket;
        this.options = options;
        this.deadline = deadline;
        this.clock = clock;
        this.began = clock.instant();
        this.sightings = new Sightings(ticket.reportId(), deadline);
        this.interval = options.firstInterval();
    }

    /** How long to sleep before the first look. */
    Duration first() {
        endIfFailed(ticket.status().text());
        Duration estimate = ticket.estimate() == null ? options.firstInterval() : ticket.estimate();
        Duration until = estimate.minus(report.age());
        return plan(until.isNegative() ? Duration.ZERO : until);
    }

    /** How long to sleep before the next look. */
    Duration next() {
        Duration wait = interval;
        Duration doubled = interval.multipliedBy(2);
        interval = doubled.compareTo(options.longestInterval()) < 0 ? doubled : options.longestInterval();
        return plan(wait);
    }

    /** Looks once; null if it has to be looked again. */
    @Nullable
    ReadyReport look() {
        Instant at = clock.instant();
        try {
            return judge(
                    report.download()
                            .with(download -> download.deadline(left()))
                            .look(),
                    at);
        } catch (ApiException e) {
            refused(e, at);
        } catch (CanceledException e) {
            throw e;
        } catch (DeadlineExceededException e) {
            note(at, null, "no answer in the time that was left");
            throw sightings.tooLate("");
        } catch (NoAnswerException e) {
            note(at, null, "no answer");
        }
        return null;
    }

    private @Nullable ReadyReport judge(Look look, Instant at) {
        if (look.link() != null) {
            return new ReadyReport(report, look.link());
        }
        String status = look.isJson() ? statusIn(look.text()) : null;
        endIfFailed(status);
        boolean fileOfAnotherKind = look.isJson() && ReportFiles.kind(ticket.format()) != FileKind.ANY;
        if (look.status() == 200 && !options.isNotReady(200) && !fileOfAnotherKind && status == null) {
            return new ReadyReport(report, null);
        }
        note(at, look.status(), look.status() + (status == null ? "" : " with the status " + status));
        return null;
    }

    private void endIfFailed(@Nullable String status) {
        if (status != null && options.isFailed(status)) {
            throw new DownloadException(
                    Reason.GONE, "report " + ticket.reportId() + " will not be made: its status is " + status);
        }
    }

    /** Throws unless it may pass. */
    private void refused(ApiException e, Instant at) {
        endIfFailed(statusIn(e.body()));
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
        note(
                at,
                e.status(),
                e.status() + e.code().map(code -> " (" + code + ")").orElse(""));
        if (hint.compareTo(left()) >= 0) {
            throw sightings.tooLate("; the server asks to be left alone for " + hint.toSeconds() + " s");
        }
        interval = hint.compareTo(interval) > 0 ? hint : interval;
    }

    private void note(Instant at, @Nullable Integer status, String what) {
        sightings.add(status, what, pause, Duration.between(began, at), Duration.between(at, clock.instant()));
    }

    /** The wait before the next look; the last one is just before the deadline. */
    private Duration plan(Duration wanted) {
        Duration left = left();
        if (last) {
            throw sightings.tooLate("");
        }
        pause = wanted;
        if (wanted.compareTo(left) >= 0) {
            last = true;
            Duration quarter = left.dividedBy(4);
            pause = left.minus(quarter.compareTo(LAST_LOOK) < 0 ? quarter : LAST_LOOK);
        }
        return pause;
    }

    /** What is left to the deadline; a thousandth of a second when nothing is. */
    private Duration left() {
        Duration left = deadline.minus(Duration.between(began, clock.instant()));
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }

    private static @Nullable String statusIn(String json) {
        try {
            JsonValue status = JsonValue.parse(json).get("status");
            return status == null ? null : status.asText();
        } catch (JsonSyntaxException cutOrBroken) {
            return null;
        }
    }
}
