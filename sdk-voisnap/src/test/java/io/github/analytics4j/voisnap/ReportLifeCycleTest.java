package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.download.SignedUrl;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.NotFoundException;
import io.github.analytics4j.error.ApiException.PermissionDeniedException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.ReportControls.NotReady;
import io.github.analytics4j.testkit.SandboxRequest;
import io.github.analytics4j.testkit.StorageFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportLifeCycleTest extends ReportSandbox {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void create_await_saveTo_inOneChain() throws Exception {
        controls().readyAfter(Duration.ofSeconds(10));
        controls().estimatedSeconds(12);
        DownloadedFile done = reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(done.bytes()).isEqualTo(made().length);
        assertThat(names()).containsExactly("june.csv");
        assertThat(sleeps).containsExactly(Duration.ofSeconds(12));
        assertThat(looks()).as("the look's link serves the download").isEqualTo(1);
    }

    @Test
    void clientsReports_offerTheSameChain() throws Exception {
        controls().estimatedSeconds(0);
        client.reports().create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
    }

    @ParameterizedTest
    @EnumSource(NotReady.class)
    void await_anyPlausibleNotReady_looksAgainAtGrowingIntervals(NotReady answer) throws Exception {
        controls().estimatedSeconds(12);
        controls().notReady(answer);
        controls().readyAfterLooks(4);
        reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(sleeps).extracting(Duration::toSeconds).containsExactly(12L, 5L, 10L, 20L, 40L);
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(looks()).isEqualTo(5);
    }

    @Test
    void await_longWait_looksOnceAMinute() {
        controls().readyAfterLooks(8);
        reports.create(june()).await(Duration.ofMinutes(30));
        assertThat(sleeps.subList(1, 9))
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L, 60L);
    }

    @Test
    void await_notReadyByTheDeadline_listsEveryAnswerSeen() {
        controls().estimatedSeconds(12);
        controls().notReady(NotReady.NOT_FOUND_404);
        controls().readyAfterLooks(1000);
        Report report = reports.create(june());
        sandbox.voisnap().faults().next(Fault.status(202));
        DeadlineExceededException failure =
                failure(DeadlineExceededException.class, () -> report.await(Duration.ofSeconds(60)));
        assertThat(failure)
                .hasMessage("report " + report.reportId() + " was not there within 60 s; seen: 202 at 12 s,"
                        + " 404 (not-found) 5 times from 17 to 59 s; 404 is also what a wrong report id brings;"
                        + " the server said last: The report is not ready yet.");
        assertThat(failure.attempts())
                .extracting(attempt -> attempt.status())
                .containsExactly(202, 404, 404, 404, 404, 404);
        assertThat(failure.attempts().get(1).waitedBefore()).isEqualTo(Duration.ofSeconds(5));
        assertThat(sleeps)
                .extracting(Duration::toMillis)
                .containsExactly(12_000L, 5_000L, 10_000L, 20_000L, 11_000L, 1_900L);
    }

    @Test
    void await_estimateBeyondTheDeadline_looksOnceBeforeIt() {
        controls().readyAfter(Duration.ZERO);
        controls().estimatedSeconds(600);
        reports.create(june()).await(Duration.ofSeconds(60));
        assertThat(sleeps).containsExactly(Duration.ofSeconds(58));
    }

    @Test
    void await_withoutEstimate_looksAfterTheFirstInterval() {
        sandbox.voisnap()
                .faults()
                .next(Fault.status(201).body("application/json", "{\"reportId\":\"rpt_x\",\"status\":\"generating\"}"));
        Report report = reports.create(june());
        assertThat(report.estimate()).isEmpty();
        failure(DeadlineExceededException.class, () -> report.await(Duration.ofSeconds(20)));
        assertThat(sleeps.get(0)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void await_gone_isSaidAtOnce() {
        Report report = reports.create(june());
        controls().forgetAll();
        DownloadException failure = failure(DownloadException.class, () -> report.await(FIVE_MINUTES));
        assertThat(failure.reason()).isEqualTo(Reason.GONE);
        assertThat(failure)
                .hasMessage("report " + report.reportId()
                        + " is gone: the server answered 410; reports are kept for 7 days");
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void await_404OfAnOldReport_isGone() {
        Report report = reports.create(june());
        clock.advance(Duration.ofDays(8));
        sandbox.voisnap().faults().next(Fault.status(404));
        assertThat(failure(DownloadException.class, () -> report.await(FIVE_MINUTES))
                        .reason())
                .isEqualTo(Reason.GONE);
    }

    @Test
    void await_404DeclaredGone_isGone() {
        Report report = reports.withId("rpt_wrong");
        DownloadException failure =
                failure(DownloadException.class, () -> report.await(FIVE_MINUTES, o -> o.gone(404, 410)));
        assertThat(failure).hasMessageContaining("the server answered 404");
        assertThat(failure.getCause()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void await_statusNotDeclaredNotReady_isTheErrorItIs() {
        controls().notReady(NotReady.CONFLICT_409);
        controls().readyAfterLooks(10);
        Report report = reports.create(june());
        failure(ApiException.class, () -> report.await(FIVE_MINUTES, o -> o.notReady(202, 404)));
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void await_jsonThatSaysFailed_isGone() {
        Report report = reports.create(june());
        sandbox.voisnap()
                .faults()
                .next(Fault.status(200).body("application/json", "{\"reportId\":\"x\",\"status\":\"FAILED\"}"));
        DownloadException failure = failure(DownloadException.class, () -> report.await(FIVE_MINUTES));
        assertThat(failure.reason()).isEqualTo(Reason.GONE);
        assertThat(failure).hasMessage("report " + report.reportId() + " will not be made: its status is FAILED");
    }

    @Test
    void await_refusedKey_isNotWaitedOut() {
        Report report = reports.create(june());
        sandbox.voisnap().faults().next(Fault.status(403));
        failure(PermissionDeniedException.class, () -> report.await(FIVE_MINUTES));
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void await_troubleThatPasses_isWaitedOut() throws Exception {
        Report report = reports.create(june());
        sandbox.voisnap().faults().next(Fault.status(503), Fault.closeBeforeHeaders(), Fault.status(500));
        report.await(FIVE_MINUTES).saveTo(file());
        assertThat(looks()).isEqualTo(4);
    }

    @Test
    void await_429WithAHint_isHonoured() {
        controls().estimatedSeconds(1);
        Report report = reports.create(june());
        sandbox.voisnap().faults().next(Fault.status(429).header("Retry-After", "45"));
        report.await(FIVE_MINUTES);
        assertThat(sleeps).extracting(Duration::toSeconds).containsExactly(1L, 45L);
    }

    @Test
    void await_429BeyondTheDeadline_endsAtOnce() {
        controls().estimatedSeconds(1);
        Report report = reports.create(june());
        sandbox.voisnap().faults().next(Fault.status(429).header("Retry-After", "3600"));
        DeadlineExceededException failure = failure(DeadlineExceededException.class, () -> report.await(FIVE_MINUTES));
        assertThat(failure)
                .hasMessage("report " + report.reportId() + " was not there within 300 s; seen: 429 at 1 s;"
                        + " the server asks to be left alone for 3600 s");
        assertThat(sleeps).hasSize(1);
    }

    @Test
    void await_interrupted_stops() {
        TimeSource interrupting = new SandboxTime() {
            @Override
            public boolean sleep(Duration pause, CountDownLatch wake) throws InterruptedException {
                throw new InterruptedException();
            }
        };
        ReportWaiter interrupted = new ReportWaiter(interrupting, told -> () -> {});
        Report report = new DefaultReports(client.reports().api(), interrupted).create(june());
        CanceledException failure = failure(CanceledException.class, () -> report.await(FIVE_MINUTES));
        assertThat(failure).hasMessage("waiting for the report was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void awaitAsync_ready_goesOnToTheFile() throws Exception {
        controls().readyAfterLooks(3);
        controls().estimatedSeconds(2);
        CompletableFuture<DownloadedFile> future = reports.createAsync(june())
                .thenCompose(report -> report.awaitAsync(FIVE_MINUTES))
                .thenCompose(ready -> ready.download().saveToAsync(file()));
        assertThat(future.get().bytes()).isEqualTo(made().length);
        assertThat(sleeps).extracting(Duration::toSeconds).containsExactly(2L, 5L, 10L, 20L);
    }

    @Test
    void awaitAsync_failure_isTheSame() {
        Report report = reports.create(june());
        controls().forgetAll();
        ExecutionException failure = failure(
                ExecutionException.class, () -> report.awaitAsync(FIVE_MINUTES).get());
        assertThat(failure.getCause()).isInstanceOf(DownloadException.class).hasMessageContaining("is gone");
    }

    @Test
    void awaitAsync_cancelled_looksNoMore() throws Exception {
        List<Runnable> later = new CopyOnWriteArrayList<>();
        AtomicInteger calledOff = new AtomicInteger();
        TimeSource holding = new SandboxTime() {
            @Override
            public Runnable later(Duration pause, Runnable task) {
                later.add(task);
                return calledOff::incrementAndGet;
            }
        };
        ReportWaiter held = new ReportWaiter(holding, told -> () -> {});
        CompletableFuture<ReadyReport> future =
                new DefaultReports(client.reports().api(), held).create(june()).awaitAsync(FIVE_MINUTES);
        future.cancel(true);
        assertThat(calledOff).as("a wait that nobody wants is not kept").hasValue(1);
        later.forEach(Runnable::run);
        assertThat(looks()).isZero();
        assertThat(later).hasSize(1);
    }

    @Test
    void saveTo_storageHost_getsNoHeaderOfTheClient() throws Exception {
        reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        List<SandboxRequest> requests = sandbox.storage().requests().all();
        assertThat(requests).isNotEmpty().allSatisfy(request -> {
            assertThat(String.join("\n", request.headerLines()))
                    .doesNotContain(sandbox.voisnap().apiKey())
                    .doesNotContainIgnoringCase("authorization")
                    .doesNotContainIgnoringCase("cookie")
                    .doesNotContain("analytics4j");
            assertThat(request.headerLines())
                    .allMatch(line -> line.toLowerCase(Locale.ROOT)
                            .matches("(host|connection|accept-encoding|user-agent|range|if-range): .*"));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void saveTo_anyRedirect_isFollowed(int status) throws Exception {
        controls().redirectStatus(status);
        controls().relativeHops(2);
        reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(sandbox.voisnap().requests().all())
                .filteredOn(request -> request.path().startsWith("/downloads"))
                .isNotEmpty()
                .allMatch(request -> request.header("Authorization").isEmpty());
    }

    @Test
    void saveTo_apiThatSendsTheFileItself_isFineToo() throws Exception {
        controls().direct(true);
        reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(sandbox.storage().requests().count()).isZero();
    }

    @Test
    void saveTo_directFileBreaks_isResumedAtTheApi() throws Exception {
        controls().direct(true);
        controls().content(StorageFile.generated(3, 400_000));
        ReadyReport ready = reports.create(june()).await(FIVE_MINUTES);
        sandbox.voisnap().faults().next(Fault.resetInBody(150_000));
        ready.saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
    }

    @Test
    void saveTo_breaksAndExpiredLinks_becomeTheCompleteFile() throws Exception {
        controls().content(StorageFile.generated(3, 2_000_000));
        sandbox.storage().linkUses(2);
        ReadyReport ready = reports.create(june()).await(FIVE_MINUTES);
        sandbox.storage()
                .faults()
                .next(Fault.resetInBody(500_000), Fault.truncatedBody(500_000), Fault.resetInBody(300_000));
        ready.download().with(o -> o.maxRenewals(10)).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(names()).containsExactly("june.csv");
    }

    @Test
    void saveInto_unnamed_isNamedAfterTheReport() throws Exception {
        ReadyReport ready = reports.create(june()).await(FIVE_MINUTES);
        ready.saveInto(folder);
        assertThat(names()).containsExactly("report-" + ready.reportId() + ".csv");
    }

    @Test
    void saveTo_pageInsteadOfCsv_neverBecomesTheReport() throws Exception {
        controls().content(StorageFile.of("text/csv", "<html>sorry</html>".getBytes(StandardCharsets.UTF_8)));
        ReadyReport ready = reports.create(june()).await(FIVE_MINUTES);
        DownloadException failure = failure(DownloadException.class, () -> ready.saveTo(file()));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_THE_FILE);
        assertThat(names()).isEmpty();
    }

    @Test
    void downloadUrl_eachTime_isANewLinkThatAnyoneCanOpen() throws Exception {
        ReadyReport ready = reports.create(june()).await(FIVE_MINUTES);
        SignedUrl one = ready.downloadUrl();
        assertThat(one.toString()).endsWith("/…").doesNotContain("?");
        assertThat(one.reveal().toURL().openStream().readAllBytes()).isEqualTo(made());
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void resume_storedText_goesOnWithoutOrderingAgain() throws Exception {
        controls().estimatedSeconds(12);
        String text = reports.create(june()).toText();
        clock.advance(Duration.ofSeconds(8));
        reports.resume(text).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(creates()).isEqualTo(1);
        assertThat(sleeps).as("what is left of the estimate").containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void create_answerLost_isNotSentAgainAndSaysThatTheReportMayExist() {
        sandbox.voisnap().faults().next(Fault.loseResponse());
        VoisnapClient patient = client.with(o -> o.retry(RetryPolicy.DEFAULT));
        NoResponseException failure =
                failure(NoResponseException.class, () -> patient.reports().create(june()));
        assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
        assertThat(failure)
                .hasMessageEndingWith("; the report may exist, and counts against the hourly limit then, but its id is"
                        + " lost: it was not ordered again");
        assertThat(controls().created()).hasSize(1);
        assertThat(creates()).isEqualTo(1);
    }

    @Test
    void createAsync_answerLost_saysTheSame() {
        sandbox.voisnap().faults().next(Fault.loseResponse());
        ExecutionException failure = failure(
                ExecutionException.class, () -> reports.createAsync(june()).get());
        assertThat(failure.getCause())
                .isInstanceOf(NoResponseException.class)
                .hasMessageContaining("the report may exist");
        assertThat(creates()).isEqualTo(1);
    }
}
