package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.vendor.voisnap.ReportSettings;
import java.time.Duration;
import java.util.List;

/** How the sandbox makes reports and hands them out. Thread-safe. */
public final class ReportControls {
    /** What the download answers while a report is being made; the vendor documents none of these. */
    public enum NotReady {
        NOT_FOUND_404(404),
        CONFLICT_409(409),
        ACCEPTED_202(202),
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

    /** Ready so long after its creation, by the sandbox's clock; as long as was estimated unless told otherwise. */
    public void readyAfter(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("readyAfter: must not be negative, was " + duration);
        }
        settings.readyAfter = Clocks.capped(duration);
    }

    /** Ready after this many downloads that found it not ready, whatever was estimated. */
    public void readyAfterLooks(int looks) {
        check("readyAfterLooks", looks);
        if (settings.readyAfter == null) {
            settings.readyAfter = Duration.ZERO;
        }
        settings.readyAfterLooks = looks;
    }

    public void notReady(NotReady answer) {
        settings.notReadyStatus = answer.status;
    }

    /** The {@code estimatedSeconds} of new reports. */
    public void estimatedSeconds(int seconds) {
        check("estimatedSeconds", seconds);
        settings.estimatedSeconds = seconds;
    }

    /** The status a create is answered with: 202 unless told otherwise. */
    public void createStatus(int status) {
        settings.createStatus = status;
    }

    /** The status of the redirect to storage: 302 unless told otherwise. */
    public void redirectStatus(int status) {
        settings.redirectStatus = status;
    }

    /** So many relative redirects within the API's origin come before the one to storage. */
    public void relativeHops(int hops) {
        check("relativeHops", hops);
        settings.relativeHops = hops;
    }

    /** Answer the download with 200 and the file itself instead of a redirect. */
    public void direct(boolean answerDirectly) {
        settings.direct = answerDirectly;
    }

    /** Whether new reports fail: when their time has come, the download answers that they did. */
    public void failing(boolean fail) {
        settings.failing = fail;
    }

    /** What new reports contain; the conversations that were ordered unless told otherwise. */
    public void content(StorageFile file) {
        settings.content = file;
    }

    /** Every report made so far is gone: its download answers 410. */
    public void forgetAll() {
        settings.reports.forEach(report -> report.gone = true);
    }

    /**
     * Creates beyond so many in an hour are refused with 429; five unless told otherwise, and no limit for
     * {@link Integer#MAX_VALUE}.
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

    /** The reports made so far that are not {@linkplain #forgetAll gone}, oldest first. */
    public List<CreatedReport> created() {
        return settings.reports.stream()
                .filter(report -> !report.gone)
                .map(report -> report.created)
                .toList();
    }
}
