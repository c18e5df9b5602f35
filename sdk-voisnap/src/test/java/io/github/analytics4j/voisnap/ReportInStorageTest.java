package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.SandboxRequest;
import io.github.analytics4j.testkit.StorageFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API says where the file will be before it is there, and counts how often it is asked. */
class ReportInStorageTest extends ReportSandbox {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static Fault missing(int status, String code) {
        return code == null
                ? Fault.status(status)
                : Fault.status(status)
                        .body("application/xml", "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>");
    }

    private void once(Fault... faults) {
        sandbox.storage().faults().next(faults);
    }

    private long fetches() {
        return sandbox.storage().requests().count();
    }

    @Test
    void script_asksApiAndStorageOnceEach() throws Exception {
        controls().estimatedSeconds(1);
        reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(looks()).isEqualTo(1);
        assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void script_intoAFolder_asksApiAndStorageOnceEach() throws Exception {
        controls().estimatedSeconds(1);
        reports.create(june()).await(FIVE_MINUTES).saveInto(folder);
        assertThat(looks()).isEqualTo(1);
        assertThat(fetches()).isEqualTo(1);
        assertThat(names()).hasSize(1);
    }

    @Test
    void script_async_asksApiAndStorageOnceEach() throws Exception {
        controls().estimatedSeconds(1);
        reports.createAsync(june())
                .thenCompose(report -> report.awaitAsync(FIVE_MINUTES))
                .thenCompose(ready -> ready.download().saveToAsync(file()))
                .get(20, TimeUnit.SECONDS);
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(looks()).isEqualTo(1);
        assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void script_apiThatSendsTheFile_asksItOnce() throws Exception {
        controls().estimatedSeconds(1);
        controls().direct(true);
        controls().content(StorageFile.generated(3, 400_000));
        reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(looks()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "404,NoSuchKey",
        "403,AccessDenied",
        "403,Forbidden",
        "410,Gone",
        "503,SlowDown",
        "500,InternalError",
        "202,Accepted",
        "204,",
        "409,BlobBeingRehydrated",
        "409,PendingCopyOperation",
        "423,Locked",
        "425,TooEarly",
        "429,SlowDown"
    })
    void await_objectNotThereYet_waitsWithTheSameLink(int status, String code) throws Exception {
        controls().estimatedSeconds(1);
        once(missing(status, code), missing(status, code), missing(status, code));
        ReadyReport ready = reports.create(june()).await(FIVE_MINUTES);
        assertThat(fetches()).as("ready means that the file is there").isEqualTo(4);
        ready.saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(looks()).isEqualTo(1);
        assertThat(fetches()).isEqualTo(4);
        assertThat(sleeps).extracting(Duration::toSeconds).containsExactly(1L, 1L, 2L, 4L);
    }

    @Test
    void await_storageThatBreaks_isAskedAgain() throws Exception {
        controls().estimatedSeconds(1);
        once(Fault.resetBeforeHeaders(), Fault.closeBeforeHeaders());
        reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void await_linkThatRanOut_asksForAnother() throws Exception {
        controls().estimatedSeconds(1);
        once(Fault.status(403)
                .body(
                        "application/xml",
                        "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"));
        reports.create(june()).await(FIVE_MINUTES).saveTo(file());
        assertThat(looks()).isEqualTo(2);
        assertThat(sleeps).extracting(Duration::toSeconds).containsExactly(1L, 5L);
    }

    @Test
    void await_objectThatIsBeingWrittenForTooLong_saysWhatWasSeen() {
        controls().estimatedSeconds(1);
        sandbox.storage().faults().on(request -> true).show(missing(409, "BlobBeingRehydrated"));
        Report report = reports.create(june());
        DeadlineExceededException failure = failure(DeadlineExceededException.class, () -> report.await(FIVE_MINUTES));
        assertThat(failure.getMessage())
                .startsWith("report " + report.reportId()
                        + " was not there within 300 s; seen: the storage host answered 409 BlobBeingRehydrated ");
        assertThat(looks()).as("the link is good, so no other is asked for").isEqualTo(1);
    }

    @Test
    void await_objectThatNeverAppears_asksTheApiSeldomAndSaysWhatWasSeen() {
        controls().estimatedSeconds(1);
        sandbox.storage().faults().on(request -> true).show(missing(404, "NoSuchKey"));
        Report report = reports.create(june());
        DeadlineExceededException failure = failure(DeadlineExceededException.class, () -> report.await(FIVE_MINUTES));
        assertThat(failure.getMessage())
                .startsWith("report " + report.reportId()
                        + " was not there within 300 s; seen: the storage host answered 404 NoSuchKey ")
                .doesNotContain("wrong report id");
        assertThat(looks()).as("5 an hour are allowed").isLessThanOrEqualTo(4);
    }

    @Test
    void await_storageThatRefusesForGood_saysSoAtOnce() {
        controls().estimatedSeconds(1);
        once(missing(405, "MethodNotAllowed"));
        Report report = reports.create(june());
        DownloadException failure = failure(DownloadException.class, () -> report.await(FIVE_MINUTES));
        assertThat(failure.reason()).isEqualTo(Reason.LINK_REFUSED);
        assertThat(failure)
                .hasMessage(
                        "report " + report.reportId() + ": the storage host answered 405 MethodNotAllowed to its link");
    }

    @Test
    void saveTo_afterAnotherTookTheConnection_usesTheLink() throws Exception {
        controls().estimatedSeconds(1);
        ReadyReport ready = reports.create(june()).await(FIVE_MINUTES);
        ready.saveTo(file());
        ready.saveTo(file(), o -> o.overwrite(true));
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(looks()).isEqualTo(1);
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void saveTo_partOfAnEarlierRun_isGoneOnWith() throws Exception {
        controls().estimatedSeconds(1);
        controls().content(StorageFile.generated(3, 2_000_000));
        sandbox.storage().faults().on(request -> true).times(1).show(Fault.truncatedBody(200_000));
        ReadyReport ready = reports.create(june()).await(FIVE_MINUTES);
        sandbox.storage().faults().on(request -> true).show(Fault.resetBeforeHeaders());
        failure(
                DownloadException.class,
                () -> ready.download().with(o -> o.maxFruitlessTries(1)).saveTo(file()));
        sandbox.storage().faults().clear();
        sandbox.storage().requests().clear();
        reports.withId(ready.reportId()).await(FIVE_MINUTES).saveTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(made());
        assertThat(sandbox.storage().requests().all().stream()
                        .map(request -> request.header("Range").orElse("-"))
                        .filter(range -> range.startsWith("bytes=")))
                .hasSize(1);
    }

    @Test
    void chain_targetThatIsTaken_ordersNothing() throws Exception {
        Files.writeString(file(), "precious");
        DownloadException failure =
                failure(DownloadException.class, () -> reports.saveTo(file(), FIVE_MINUTES, june()));
        assertThat(failure).hasMessage(file() + " is already there; delete it or ask for overwrite(true)");
        assertThat(creates()).isZero();
        Path nowhere = folder.resolve("nowhere").resolve("x.csv");
        failure(DownloadException.class, () -> reports.saveTo(nowhere, FIVE_MINUTES, june()));
        assertThat(creates()).isZero();
        Report report = reports.create(june());
        failure(DownloadException.class, () -> report.saveTo(file(), FIVE_MINUTES));
        assertThat(looks()).isZero();
        assertThat(sleeps).isEmpty();
        controls().estimatedSeconds(1);
        reports.saveTo(file(), FIVE_MINUTES, CreateReportRequest.of(june()), o -> o.overwrite(true));
        assertThat(Files.size(file())).isGreaterThan(8);
    }

    @Test
    void saveTo_apiAskedAgainForALink_hearsNothingOfTheStorage() throws Exception {
        controls().estimatedSeconds(1);
        controls().content(StorageFile.generated(3, 2_000_000));
        Report report = reports.create(june());
        once(Fault.resetInBody(500_000), Fault.status(403));
        clock.advance(Duration.ofSeconds(20));
        report.download().saveTo(file());
        assertThat(looks()).isEqualTo(2);
        assertThat(sandbox.voisnap().requests().all())
                .filteredOn(request -> request.path().endsWith("/download"))
                .allSatisfy((SandboxRequest request) -> {
                    assertThat(request.header("Range")).isEmpty();
                    assertThat(request.header("If-Range")).isEmpty();
                });
    }
}
