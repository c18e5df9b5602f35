package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listener is told how far a download is, and has no say in how long it takes. */
@Timeout(30)
class ProgressListenerTest extends Downloading {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Content content = Content.of(1_000_000, 31);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final List<Long> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void listenersEnd() {
        letGo.countDown();
    }

    private Consumer<DownloadOptions.Builder> blocking() {
        return o -> o.deadline(DEADLINE).progressInterval(Duration.ofNanos(1)).onProgress(progress -> {
            told.add(progress.bytes());
            waitFor(letGo);
        });
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void withinTheDeadline(long before) {
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(DEADLINE.plusSeconds(1));
    }

    @Test
    void saveTo_listenerThatBlocks_isCompleteByTheDeadline() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\""));
        long before = System.nanoTime();
        saved(content, download(blocking()));
        withinTheDeadline(before);
        assertThat(told).containsExactly(0L);
        assertThat(server.ranges()).containsExactly("-");
    }

    @Test
    void saveToAsync_listenerThatBlocks_isCompleteByTheDeadline() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\""));
        CompletableFuture<DownloadedFile> future = download(blocking()).saveToAsync(file());
        assertThat(future.get(3, TimeUnit.SECONDS).bytes()).isEqualTo(1_000_000);
        assertThat(content.isIn(file())).isTrue();
    }

    @Test
    void saveToAsync_canceledWhileTheListenerBlocks_endsAtOnce() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").stallAfter(300_000));
        CountDownLatch blocked = new CountDownLatch(1);
        CompletableFuture<DownloadedFile> future = download(o -> o.progressInterval(Duration.ofNanos(1))
                        .onProgress(progress -> {
                            if (progress.bytes() > 0) {
                                blocked.countDown();
                                waitFor(letGo);
                            }
                        }))
                .saveToAsync(file());
        blocked.await();
        assertThat(future.cancel(true)).isTrue();
        downloadsEnd();
        assertThat(names()).containsExactly("june.csv.part", "june.csv.part.resume");
    }

    @Test
    void saveInto_andTransferTo_listenerThatBlocks_areCompleteByTheDeadline() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\""));
        long before = System.nanoTime();
        DownloadedFile file = download(blocking()).saveInto(Files.createDirectory(folder.resolve("in")));
        withinTheDeadline(before);
        assertThat(content.isIn(file.path())).isTrue();

        before = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(download(blocking()).transferTo(out)).isEqualTo(1_000_000);
        withinTheDeadline(before);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
    }

    @Test
    void saveTo_listenerThatIsSlow_hearsOneAtATimeInOrderAndTheEnd() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").breakAfter(400_000));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore never = new Semaphore(0);
        saved(
                content,
                download(o -> o.progressInterval(Duration.ofNanos(1)).onProgress(progress -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    boolean unused = acquired(never);
                    told.add(progress.bytes());
                    inside.decrementAndGet();
                })));
        assertThat(told).startsWith(0L).endsWith(1_000_000L).isSorted();
        assertThat(most).hasValue(1);
    }

    private static boolean acquired(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void saveTo_listener_isCalledOnAnotherThread() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\""));
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        saved(content, download(o -> o.onProgress(progress -> threads.add(Thread.currentThread()))));
        assertThat(threads).hasSizeGreaterThanOrEqualTo(2).doesNotContain(Thread.currentThread());
    }

    @Test
    void saveTo_progress_isToldAtTheStartAtTheEndAndSeldomBetween() throws Exception {
        List<DownloadProgress> told = new ArrayList<>();
        serve(hit -> Reply.file(content).etag("\"a\"").breakAfter(400_000));
        saved(content, download(o -> o.onProgress(told::add).progressInterval(Duration.ofHours(1))));
        assertThat(told).hasSize(2);
        assertThat(told.get(0).bytes()).isZero();
        assertThat(told.get(0).total()).isEmpty();
        assertThat(told.get(1).bytes()).isEqualTo(1_000_000);
        assertThat(told.get(1).total()).hasValue(1_000_000);
    }

    @Test
    void saveTo_waiting_isTold() throws Exception {
        List<String> told = new ArrayList<>();
        serve(hit -> hit.number() == 1 ? Reply.status(503, "").header("Retry-After", "5") : Reply.file(content));
        saved(content, download(o -> o.onProgress(progress -> told.add("" + progress.waiting()))));
        assertThat(told).contains("it answered 503");
    }

    @Test
    void saveTo_listenerThrows_goesOnAndTellsItStill() throws Exception {
        for (Throwable thrown : List.of(new IllegalStateException("enough"), new LinkageError("enough"))) {
            serve(hit -> Reply.file(content).etag("\"a\""));
            List<Long> told = new ArrayList<>();
            saved(
                    content,
                    download(o -> o.progressInterval(Duration.ofNanos(1))
                            .overwrite(true)
                            .onProgress(progress -> {
                                told.add(progress.bytes());
                                ProgressListenerTest.<RuntimeException>raise(thrown);
                            })));
            assertThat(told).startsWith(0L).endsWith(1_000_000L).hasSizeGreaterThan(2);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void raise(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
