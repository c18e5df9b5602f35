package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StoppedDownloadTest extends Downloading {
    private final Content content = Content.of(1_000_000, 8);
    private final CountDownLatch underWay = new CountDownLatch(1);

    @Test
    void saveTo_interruptedInAStall_stopsAtOnceAndKeeps() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").stallAfter(300_000));
        AtomicReference<Throwable> seen = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            seen.set(Secrets.failure(CanceledException.class, () -> signalling().saveTo(file())));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        underWay.await();
        long before = System.nanoTime();
        thread.interrupt();
        thread.join();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(seen.get()).hasMessageStartingWith("the download was interrupted; what came is kept");
        assertThat(flag.get()).as("interrupt flag").isTrue();
        assertThat(names()).containsExactly("june.csv.part", "june.csv.part.resume");
        goesOn();
    }

    @Test
    void saveTo_interruptedBefore_sendsNothing() throws Exception {
        serve(hit -> Reply.file(content));
        Thread.currentThread().interrupt();
        try {
            Secrets.failure(CanceledException.class, () -> download().saveTo(file()));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(server.hits()).isZero();
    }

    @Test
    void saveToAsync_complete_givesTheFile() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").breakAfter(600_000));
        assertThat(download().saveToAsync(file()).get().bytes()).isEqualTo(1_000_000);
        assertThat(content.isIn(file())).isTrue();
    }

    @Test
    void saveToAsync_failure_isTheSameAsSync() throws Exception {
        serve(hit -> Reply.status(405, ""));
        CompletableFuture<DownloadedFile> future = download().saveToAsync(file());
        ExecutionException failure = Secrets.failure(ExecutionException.class, future::get);
        assertThat(failure.getCause())
                .hasMessage("download from " + server.origin() + ": no file came: it answered 405 (at byte 0)");
    }

    @Test
    void saveToAsync_cancelledInAStall_letsGoOfTheConnectionAndKeeps() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").stallAfter(300_000));
        CompletableFuture<DownloadedFile> future = signalling().saveToAsync(file());
        underWay.await();
        future.cancel(true);
        downloadsEnd();
        goesOn();
    }

    @Test
    void saveToAsync_timedOutByItsOwner_stopsAsWell() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").stallAfter(300_000));
        CompletableFuture<DownloadedFile> future = signalling().saveToAsync(file());
        underWay.await();
        future.completeExceptionally(new TimeoutException());
        Secrets.failure(ExecutionException.class, future::get);
        downloadsEnd();
        goesOn();
    }

    @Test
    void saveToAsync_cancelledWhileWaiting_stopsAtOnce() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        ManualTime patient = new ManualTime(System::nanoTime, duration -> {
            waiting.countDown();
            Thread.sleep(60_000);
        });
        serve(hit -> Reply.status(503, ""));
        Download download = over(links, StreamOpener.of(CLIENT), patient, PartFile.Opener.DISK);
        CompletableFuture<DownloadedFile> future = download.saveToAsync(file());
        waiting.await();
        future.cancel(true);
        downloadsEnd();
        assertThat(names()).isEmpty();
    }

    @Test
    void saveTo_deadline_endsAndKeeps() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").stallAfter(300_000));
        DeadlineExceededException failure = Secrets.failure(
                DeadlineExceededException.class,
                () -> download(o -> o.deadline(Duration.ofMillis(1500))).saveTo(file()));
        assertThat(failure).hasMessage("the download was not complete after 1500 ms; what came is kept in " + part());
        goesOn();
    }

    @Test
    void saveTo_deadlineWhileTheHostRefuses_saysWhatWentWrongLast() throws Exception {
        serve(hit -> hit.number() == 1
                ? Reply.file(content).etag("\"a\"").breakAfter(300_000)
                : Reply.status(503, "").header("Retry-After", "5"));
        DeadlineExceededException failure = Secrets.failure(
                DeadlineExceededException.class,
                () -> patiently(o -> o.deadline(Duration.ofSeconds(60)).maxFruitlessTries(1000))
                        .saveTo(file()));
        assertThat(failure)
                .hasMessage("the download was not complete after 60 s; the last trouble: it answered 503; what came is"
                        + " kept in " + part());
        goesOn();
    }

    /** With time that passes only in pauses. */
    private Download patiently(Consumer<DownloadOptions.Builder> options) {
        AtomicLong now = new AtomicLong();
        ManualTime simulated = new ManualTime(now::get, pause -> now.addAndGet(pause.toNanos()));
        return over(links, StreamOpener.of(CLIENT), simulated, PartFile.Opener.DISK)
                .with(options);
    }

    private Download signalling() {
        return download(o -> o.progressInterval(Duration.ofNanos(1)).onProgress(progress -> {
            if (progress.bytes() >= 200_000) {
                underWay.countDown();
            }
        }));
    }

    private void goesOn() throws Exception {
        assertThat(content.isPrefix(part())).isTrue();
        assertThat(Files.size(part())).isGreaterThanOrEqualTo(196_608);
        serve(hit -> Reply.file(content).etag("\"a\""));
        saved(content, download());
        assertThat(server.ranges().get(0)).startsWith("bytes=");
    }
}
