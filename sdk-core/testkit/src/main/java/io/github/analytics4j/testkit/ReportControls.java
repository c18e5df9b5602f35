package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.vendor.voisnap.ReportSettings;
import java.time.Duration;
import java.util.List;

/** How the sandbox makes reports and hands them out. Thread-safe. */
public final class ReportControls {
    /** The responses of the download while a report is being made; the vendor documents none of these. */
    public enum NotReady {
        /** 404, as for a report that does not exist. */
        NOT_FOUND_404(404),
        /** 409. */
        CONFLICT_409(409),
        /** 202. */
        ACCEPTED_202(202),
        /** 425. */
        TOO_EARLY_425(425),
        /** 200 with {@code {"reportId":…,"status":"generating"}}. */
        STATUS_200(200);

        final int status;

        NotReady(int status) {
            this.status = status;
        }
    }

    private final ReportSettings settings;

    ReportControls(ReportSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes reports ready some time after their creation.
     *
     * @param duration by the sandbox's clock; as long as was estimated unless told otherwise
     */
    public void readyAfter(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("readyAfter: must not be negative, was " + duration);
        }
        settings.readyAfter = Clocks.capped(duration);
    }

    /**
     * Makes reports ready after some downloads that found them not ready, whatever was estimated.
     *
     * @param looks how many
     */
    public void readyAfterLooks(int looks) {
        check("readyAfterLooks", looks);
        if (settings.readyAfter == null) {
            settings.readyAfter = Duration.ZERO;
        }
        settings.readyAfterLooks = looks;
    }

    /**
     * Sets what the download of a report answers that is not ready.
     *
     * @param answer {@link NotReady#CONFLICT_409} unless told otherwise
     */
    public void notReady(NotReady answer) {
        settings.notReadyStatus = answer.status;
    }

    /**
     * Sets the {@code estimatedSeconds} of new reports.
     *
     * @param seconds also how long they take, unless told otherwise
     */
    public void estimatedSeconds(int seconds) {
        check("estimatedSeconds", seconds);
        settings.estimatedSeconds = seconds;
    }

    /**
     * Sets the status a create is answered with.
     *
     * @param status 202 unless told otherwise
     */
    public void createStatus(int status) {
        settings.createStatus = status;
    }

    /**
     * Sets the status of the redirect to storage.
     *
     * @param status 302 unless told otherwise
     */
    public void redirectStatus(int status) {
        settings.redirectStatus = status;
    }

    /**
     * Puts relative redirects within the API's origin before the one to storage.
     *
     * @param hops how many
     */
    public void relativeHops(int hops) {
        check("relativeHops", hops);
        settings.relativeHops = hops;
    }

    /**
     * Sets whether the download is answered with 200 and the file itself instead of a redirect.
     *
     * @param answerDirectly false unless told otherwise
     */
    public void direct(boolean answerDirectly) {
        settings.direct = answerDirectly;
    }

    /**
     * Sets whether new reports fail: when their time has come, the download answers that they did.
     *
     * @param fail false unless told otherwise
     */
    public void failing(boolean fail) {
        settings.failing = fail;
    }

    /**
     * Sets what new reports contain.
     *
     * @param file the conversations that were ordered unless told otherwise
     */
    public void content(StorageFile file) {
        settings.content = file;
    }

    /** Every report made so far is gone: its download answers 410. */
    public void forgetAll() {
        settings.reports.forEach(report -> report.gone = true);
    }

    /**
     * Sets how many creates an hour are carried out; those beyond are refused with 429.
     *
     * @param exports five unless told otherwise; no limit for {@link Integer#MAX_VALUE}
     */
    public void exportsPerHour(int exports) {
        check("exportsPerHour", exports);
        settings.exportsPerHour = exports;
    }

    private static void check(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + ": must not be negative, was " + value);
        }
    }

    /** {@return the reports made so far that are not {@linkplain #forgetAll gone}, oldest first} */
    public List<CreatedReport> created() {
        return settings.reports.stream()
                .filter(report -> !report.gone)
                .map(report -> report.created)
                .toList();
    }
}
