package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.testkit.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order that was carried out, and whose response is not as the vendor documents it. */
class UnusableOrderTest extends ReportSandbox {
    private static final String LOST = "; the report may exist, and counts against the hourly limit then,"
            + " but its id is lost: it was not ordered again";

    private void answer(int status, String json) {
        sandbox.voisnap().faults().next(Fault.status(status).body("application/json", json));
    }

    private VoisnapClient strict() {
        return client.with(o -> o.strict(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reportId\":\"rpt_9\"}|rpt_9|unknown",
                "{\"reportId\":\"rpt_9\",\"status\":null}|rpt_9|unknown",
                "{\"reportId\":\"rpt_9\",\"status\":7}|rpt_9|7",
                "{\"reportId\":4711,\"status\":\"generating\"}|4711|generating",
                "{\"reportId\":9007199254740993,\"status\":\"generating\"}|9007199254740993|generating",
                "{\"reportId\":\"rpt_9\",\"status\":\"queued\",\"new\":{\"a\":1}}|rpt_9|queued",
                "{\"reportId\":\"rpt_9\",\"status\":\"generating\",\"estimatedSeconds\":\"soon\"}|rpt_9|generating",
                "{\"reportId\":\"rpt_9\",\"status\":\"generating\",\"estimatedSeconds\":-4}|rpt_9|generating",
                "{\"report_id\":\"rpt_9\",\"status\":\"generating\"}|rpt_9|generating",
                "{\"id\":\"rpt_9\",\"status\":\"generating\"}|rpt_9|generating",
                "{\"data\":{\"reportId\":\"rpt_9\",\"status\":\"generating\"}}|rpt_9|generating",
                "{\"report\":{\"id\":12}}|12|unknown",
                "{\"ReportId\":\"rpt_9\",\"status\":\"generating\"}|rpt_9|generating",
                "{\"REPORT_ID\":\"rpt_9\"}|rpt_9|unknown",
                "{\"report-id\":\"rpt_9\",\"id\":\"req_1\"}|rpt_9|unknown",
                "{\"id\":\"req_1\",\"data\":{\"reportID\":77}}|77|unknown",
                "{\"order\":{\"reportId\":\"rpt_9\",\"status\":\"generating\"}}|rpt_9|unknown",
                "{\"reports\":[{\"report_id\":\"rpt_9\"}]}|rpt_9|unknown",
                "{\"data\":{\"attributes\":{\"reportid\":\"rpt_9\"},\"id\":\"req_1\"}}|rpt_9|unknown"
            })
    void create_answerWithAnIdInIt_keepsTheId(String json, String id, String status) throws Exception {
        for (VoisnapClient one : new VoisnapClient[] {client, strict()}) {
            answer(202, json);
            Report report = one.reports().create(june());
            assertThat(report.reportId()).isEqualTo(id);
            assertThat(report.status().text()).isEqualTo(status);
            answer(202, json);
            assertThat(one.reports()
                            .createAsync(june())
                            .get(20, TimeUnit.SECONDS)
                            .reportId())
                    .isEqualTo(id);
        }
        assertThat(creates()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"generating\"}",
                "{\"reportId\":\"\",\"status\":\"generating\"}",
                "{\"reportId\":\"  \",\"status\":\"generating\"}",
                "{\"reportId\":null}",
                "{\"reportId\":{\"a\":1}}",
                "{\"reportId\":true}",
                "{}",
            })
    void create_answerWithoutAnId_saysThatTheReportMayExist(String json) throws Exception {
        answer(202, json);
        UnreadableResponseException failure = failure(UnreadableResponseException.class, () -> reports.create(june()));
        assertThat(failure)
                .hasMessage(
                        "voisnap.reports.create: the response (202) names no report: reportId is missing, blank or no"
                                + " id" + LOST);
        assertThat(failure.status()).isEqualTo(202);
        assertThat(failure.path()).contains("$.reportId");
        answer(202, json);
        ExecutionException async = failure(
                ExecutionException.class, () -> reports.createAsync(june()).get(20, TimeUnit.SECONDS));
        assertThat(async.getCause())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageEndingWith(LOST);
        answer(202, json);
        assertThat(failure(SdkException.class, () -> strict().reports().create(june())))
                .hasMessageEndingWith(LOST);
        assertThat(creates()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "generating", "<html>", "[]", "\"rpt_9\"", "{\"status\":", "null"})
    void create_answerThatIsNoObject_saysThatTheReportMayExist(String body) throws Exception {
        answer(202, body);
        assertThat(failure(UnreadableResponseException.class, () -> reports.create(june())))
                .hasMessageEndingWith(LOST);
        answer(202, body);
        assertThat(failure(
                                ExecutionException.class,
                                () -> reports.createAsync(june()).get(20, TimeUnit.SECONDS))
                        .getCause())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageEndingWith(LOST);
    }

    @Test
    void create_brokenAnswerThatNamesTheReport_saysItsId() {
        answer(202, "{\"reportId\":\"rpt_9\",\"status\":\"gen");
        assertThat(failure(UnreadableResponseException.class, () -> reports.create(june())))
                .hasMessageEndingWith(
                        "; the report was ordered, and its id seems to be rpt_9: withId goes on with it, and it was not"
                                + " ordered again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"reportId\":\"rpt_9\",\"status\":\"generating\"}]",
                "{\"report_id\":\"rpt_9\",\"status\":\"gen",
                "{\"ReportID\" : \"rpt_9\" \"status\":\"generating\"}",
                "{'reportId': 'rpt_9', 'status': 'generating'}",
                "{reportId: \"rpt_9\", status: \"generating\"}",
                "<report><reportId>rpt_9</reportId><status>generating</status></report>",
                "report_id=rpt_9&status=generating",
                "\"{\\\"reportId\\\":\\\"rpt_9\\\",\\\"status\\\":\\\"generating\\\"}\"",
                "{\"id\":\"rpt_9\",\"status\":\"gen",
                "{\"reportId\":\"rpt_9\",\"note\":\"NOTE\",\"status\":gen}"
            })
    void create_answerThatLostItsShape_saysTheIdInIt(String body) {
        answer(202, body.replace("NOTE", "n".repeat(900)));

        assertThat(failure(UnreadableResponseException.class, () -> reports.create(june())))
                .hasMessageStartingWith(
                        "voisnap.reports.create: the response (202, application/json) could not be read: ")
                .hasMessageEndingWith("; the report was ordered, and its id seems to be rpt_9: withId goes on with it,"
                        + " and it was not ordered again");
        assertThat(creates()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"reportId\":\"rpt_", "{\"reportId\":", "{\"otherReportIds\":[1", "{\"valid\":\"yes\",\"gen"})
    void create_brokenAnswerWithoutAWholeId_saysThatTheReportMayExist(String body) {
        answer(202, body);
        assertThat(failure(UnreadableResponseException.class, () -> reports.create(june())))
                .hasMessageEndingWith(LOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "FAILED", "error", "cancelled"})
    void await_orderThatSaidFailed_endsWithoutALook(String status) throws Exception {
        answer(202, "{\"reportId\":\"rpt_9\",\"status\":\"" + status + "\"}");
        Report report = reports.create(june());
        DownloadException failure = failure(DownloadException.class, () -> report.await(Duration.ofMinutes(5)));
        assertThat(failure.reason()).isEqualTo(Reason.GONE);
        assertThat(failure).hasMessage("report rpt_9 will not be made: its status is " + status);
        assertThat(failure(
                                ExecutionException.class,
                                () -> report.awaitAsync(Duration.ofMinutes(5)).get(20, TimeUnit.SECONDS))
                        .getCause())
                .isInstanceOf(DownloadException.class);
        assertThat(looks()).isZero();
        assertThat(sleeps).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reportId\":7,\"status\":\"failed\"}|7|failed",
                "{\"report_id\":\"rep_1\",\"status\":\"failed\"}|rep_1|failed",
                "{\"report_id\":\"rep_1\",\"status\":\"FAILED\",\"error\":\"quota\"}|rep_1|FAILED",
                "{\"reportID\":7,\"status\":\"error\"}|7|error",
                "{\"id\":\"rep_1\",\"status\":\"failed\"}|rep_1|failed",
                "{\"report\":{\"id\":\"rep_1\"},\"status\":\"failed\"}|rep_1|failed",
                "{\"data\":{\"reportId\":\"rpt_9\",\"status\":\"failed\"}}|rpt_9|failed",
                "{\"status\":\"success\",\"data\":{\"report\":{\"id\":7,\"status\":\"Failed\"}}}|7|Failed",
                "{\"report_id\":\"rep_1\",\"error\":\"quota\"}|rep_1|unknown"
            })
    void create_failedOrderWithAnIdInAnotherForm_keepsTheId(String json, String id, String said) throws Exception {
        for (int status : new int[] {200, 201, 202}) {
            answer(status, json);
            Report report = reports.create(june());
            answer(status, json);
            Report async = reports.createAsync(june()).get(20, TimeUnit.SECONDS);
            answer(status, json);
            Report strict = strict().reports().create(june());
            assertThat(List.of(report, async, strict)).allSatisfy(one -> {
                assertThat(one.reportId()).isEqualTo(id);
                assertThat(one.status().text()).isEqualTo(said);
            });
            if (!said.equals("unknown")) {
                assertThat(failure(DownloadException.class, () -> report.await(Duration.ofMinutes(5))))
                        .hasMessage("report " + id + " will not be made: its status is " + said);
            }
        }
        assertThat(creates()).isEqualTo(9);
        assertThat(looks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"err_1\",\"error\":\"quota\"}", "{\"error\":\"quota\"}"})
    void create_successThatIsAnErrorAndNamesNoReport_isARefusal(String json) {
        answer(200, json);
        assertThat(failure(ApiException.class, () -> reports.create(june())).status())
                .isEqualTo(200);
        assertThat(creates()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"200", "202", "404", "409", "425", "500", "503"})
    void await_lookThatSaysFailed_endsTheWait(int status) throws Exception {
        Report report = reports.create(june());
        answer(status, "{\"status\":\"failed\",\"reason\":\"no conversations\"}");
        DownloadException failure = failure(DownloadException.class, () -> report.await(Duration.ofMinutes(5)));
        assertThat(failure.reason()).isEqualTo(Reason.GONE);
        assertThat(failure)
                .hasMessage("report " + report.reportId()
                        + " will not be made: its status is failed; the server says: no conversations");
        assertThat(looks()).isEqualTo(1);
    }

    /** An API that puts a wrapper around an order puts it around the word of its end. */
    @ParameterizedTest
    @CsvSource({"200", "202", "404", "409", "500"})
    void await_lookThatSaysFailedInAWrapper_endsTheWait(int status) throws Exception {
        Report report = reports.create(june());
        answer(status, "{\"status\":\"success\",\"data\":{\"status\":\"failed\",\"message\":\"too\\nlarge\"}}");
        DownloadException failure = failure(DownloadException.class, () -> report.await(Duration.ofMinutes(5)));
        assertThat(failure.reason()).isEqualTo(Reason.GONE);
        assertThat(failure)
                .hasMessageStartingWith("report " + report.reportId() + " will not be made: its status is failed");
        assertThat(looks()).isEqualTo(1);
    }

    /** A file of a kind that nobody ordered may hold anything. */
    @Test
    void await_anyFileWithAStatusOfItsRecords_isTheFile() throws Exception {
        answer(200, "{\"report\":{\"status\":\"failed\"}}");
        Path saved = reports.withId("rpt_9")
                .await(Duration.ofMinutes(1))
                .saveTo(file())
                .path();
        assertThat(saved).hasContent("{\"report\":{\"status\":\"failed\"}}");
    }

    @Test
    void create_estimateInAWrapper_isHeeded() throws Exception {
        answer(202, "{\"data\":{\"reportId\":\"rpt_9\",\"status\":\"generating\",\"estimatedSeconds\":90.5}}");
        assertThat(reports.create(june()).estimate()).contains(Duration.ofMillis(90_500));
    }

    @Test
    void await_errorInPlaceOfTheFileUntilTheDeadline_saysTheServersWords() throws Exception {
        Report report = reports.create(june());
        for (int i = 0; i < 20; i++) {
            answer(
                    i % 2 == 0 ? 200 : 404,
                    "{\"error\":{\"code\":\"x\",\"message\":\"no call in https://s.example/a?sig=SIGNED\"}}");
        }
        assertThat(failure(DeadlineExceededException.class, () -> report.await(Duration.ofMinutes(1))))
                .hasMessageEndingWith("; the server said last: no call in https://s.example/a?…");
    }

    @Test
    void await_problemWithANumericStatus_isNotFailed() {
        controls().estimatedSeconds(1);
        Report report = reports.create(june());
        answer(404, "{\"type\":\"x\",\"title\":\"failed\",\"status\":404}");
        report.await(Duration.ofMinutes(5));
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void saveTo_badDeadlineOrRequest_isRefusedBeforeTheOrder() {
        for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-5), Duration.ofDays(36_501))) {
            assertThat(failure(InvalidRequestException.class, () -> reports.saveTo(file(), bad, june())))
                    .hasMessageContaining("deadline must be");
        }
        failure(NullPointerException.class, () -> reports.saveTo(file(), nothing(), june()));
        assertThat(failure(NullPointerException.class, () -> reports.saveTo(nothing(), Duration.ofMinutes(5), june())))
                .hasMessage("file");
        CreateReportRequest noRequest = nothing();
        assertThat(failure(
                        NullPointerException.class,
                        () -> reports.saveTo(file(), Duration.ofMinutes(5), noRequest, o -> {})))
                .hasMessage("request");
        assertThat(sandbox.requests().all()).isEmpty();
    }

    @Test
    void saveTo_whereNoFileCanBe_isRefusedBeforeTheOrder() throws Exception {
        Path[] places = {folder.resolve("no").resolve("where.csv"), Path.of("/proc/nope"), Path.of("/sys/nope")};
        for (Path place : places) {
            failure(DownloadException.class, () -> reports.saveTo(place, Duration.ofMinutes(5), june()));
        }
        assertThat(sandbox.requests().all()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals", "unchecked"})
    private static <T> T nothing() {
        return (T) null;
    }
}
