package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.InvalidRequestException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A report that was ordered. It can be stored as text, and waited for in this process or another.
 *
 * <p>The vendor documents neither a way to ask how far a report is nor how its download responds meanwhile, and counts
 * exports by the hour. So waiting is polling, seldom: {@link WaitOptions} says how seldom, and what a response is
 * taken to mean. Immutable, and safe for use by several threads.
 */
public interface Report {
    /** {@return the id of the report, {@code rpt_…}} */
    String reportId();

    /** {@return what the server said when it was ordered; nothing asks it again} */
    ReportStatus status();

    /** {@return when it was ordered, by this side's clock} */
    Instant orderedAt();

    /** {@return how long the server expected to need, from the order on} */
    Optional<Duration> estimate();

    /** {@return what kind of file was ordered, if that was said} */
    Optional<ReportFormat> format();

    /**
     * {@return one line of text from which {@link Reports#resume} picks the report up, in any process} It holds no secret.
     */
    String toText();

    /**
     * Waits until the file is there: polls once the estimated time is over, then at growing intervals, and once more just
     * before the deadline. Once the API says where the file will be, the storage host is asked until it has it, and the
     * API only if the link may have run out: a refusal of that host (202, 204, 401, 403, 404, 409, 410, 423 and those
     * that pass elsewhere too) means that the file is not there yet.
     *
     * @param deadline how long to wait, from now on
     * @return the report with its file
     * @throws DeadlineExceededException if it was not there by then; every response seen is in its message and attempts
     * @throws ApiException if the API refuses with a status that does not mean "not ready yet", as with a wrong key
     * @throws CanceledException if the wait is ended by an interrupt or a closed client
     * @throws DownloadException if the report is gone or failed
     * @throws InvalidRequestException if the time to wait is none, or more than a hundred years
     */
    default ReadyReport await(Duration deadline) {
        return await(deadline, options -> {});
    }

    /**
     * As {@link #await(Duration)}, with something else understood by a response, or another patience.
     *
     * @param deadline how long to wait, from now on
     * @param change gets a builder with the default options
     * @return the report with its file
     * @throws DeadlineExceededException if it was not there by then; every response seen is in its message and attempts
     * @throws ApiException if the API refuses with a status that does not mean "not ready yet", as with a wrong key
     * @throws CanceledException if the wait is ended by an interrupt or a closed client
     * @throws DownloadException if the report is gone or failed
     * @throws InvalidRequestException if the time to wait is none, or more than a hundred years
     */
    ReadyReport await(Duration deadline, Consumer<WaitOptions.Builder> change);

    /**
     * As {@link #await(Duration)}, without a thread held between two polls.
     *
     * @param deadline how long to wait, from now on
     * @return the report with its file, to come; canceling the future ends the wait
     */
    default CompletableFuture<ReadyReport> awaitAsync(Duration deadline) {
        return awaitAsync(deadline, options -> {});
    }

    /**
     * As {@link #await(Duration, Consumer)}, without a thread held between two polls.
     *
     * @param deadline how long to wait, from now on
     * @param change gets a builder with the default options
     * @return the report with its file, to come; canceling the future ends the wait
     */
    CompletableFuture<ReadyReport> awaitAsync(Duration deadline, Consumer<WaitOptions.Builder> change);

    /**
     * Waits until the file is there, and saves it: {@link #await(Duration)} and {@link ReadyReport#saveTo(Path)} in one,
     * refused before the wait if the file could not be saved.
     *
     * @param file the name of the complete file; its folder must be there
     * @param deadline how long to wait, from now on; the transfer has its own
     * @return where the file is, and what proves it complete
     */
    default DownloadedFile saveTo(Path file, Duration deadline) {
        return saveTo(file, deadline, options -> {});
    }

    /**
     * As {@link #saveTo(Path, Duration)}, with some options of the download changed.
     *
     * @param file the name of the complete file
     * @param deadline how long to wait, from now on; the transfer has its own
     * @param change gets a builder with the default options of the download
     * @return where the file is, and what proves it complete
     */
    DownloadedFile saveTo(Path file, Duration deadline, Consumer<DownloadOptions.Builder> change);

    /** {@return the file, without waiting for it} */
    Download download();
}
