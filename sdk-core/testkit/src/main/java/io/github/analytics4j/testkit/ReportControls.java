package io.github.analytics4j.testkit;

import java.time.Duration;
import java.util.List;

/** How the sandbox makes reports and hands them out. */
public final class ReportControls {
    /** What the download answers while a report is being made; the vendor documents none of these. */
    public enum NotReady {
        NOT_FOUND_404,
        CONFLICT_409,
        ACCEPTED_202,
        TOO_EARLY_425,
        /** 200 with {@code {"reportId":…,"status":"generating"}}. */
        STATUS_200
    }

    /** Ready so long after its creation, by the sandbox's clock; at once unless told otherwise. */
    public void readyAfter(Duration duration) {
        throw new UnsupportedOperationException();
    }

    /** Ready after this many downloads that found it not ready. */
    public void readyAfterLooks(int looks) {
        throw new UnsupportedOperationException();
    }

    public void notReady(NotReady answer) {
        throw new UnsupportedOperationException();
    }

    /** The {@code estimatedSeconds} of new reports. */
    public void estimatedSeconds(int seconds) {
        throw new UnsupportedOperationException();
    }

    /** The status a create is answered with: 202 unless told otherwise. */
    public void createStatus(int status) {
        throw new UnsupportedOperationException();
    }

    /** The status of the redirect to storage: 302 unless told otherwise. */
    public void redirectStatus(int status) {
        throw new UnsupportedOperationException();
    }

    /** So many relative redirects within the API's origin come before the one to storage. */
    public void relativeHops(int hops) {
        throw new UnsupportedOperationException();
    }

    /** Answer the download with 200 and the file itself instead of a redirect. */
    public void direct(boolean direct) {
        throw new UnsupportedOperationException();
    }

    /** What new reports contain; a small CSV of the report's conversations unless told otherwise. */
    public void content(StorageFile file) {
        throw new UnsupportedOperationException();
    }

    /** Every report made so far is gone: its download answers 410. */
    public void forgetAll() {
        throw new UnsupportedOperationException();
    }

    /** Creates beyond so many in an hour are refused with 429; no limit unless told otherwise. */
    public void exportsPerHour(int exports) {
        throw new UnsupportedOperationException();
    }

    /** The reports made so far, oldest first. */
    public List<CreatedReport> created() {
        throw new UnsupportedOperationException();
    }
}
