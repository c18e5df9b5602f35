package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.DownloadOptions.FileKind;
import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadToFileTest extends Downloading {
    private final Content content = Content.of(1_000_000, 1);

    @Test
    void saveTo_goodServer_oneRequest() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\""));
        DownloadedFile done = saved(content, download());
        assertThat(done.bytes()).isEqualTo(1_000_000);
        assertThat(done.path()).isEqualTo(file());
        assertThat(done.contentType()).isEqualTo("application/octet-stream");
        assertThat(done.checks()).containsExactly(IntegrityCheck.LENGTH);
        assertThat(server.ranges()).containsExactly("-");
        assertThat(links.asked()).isEqualTo(1);
    }

    @Test
    void saveTo_anyServer_sendsOnlyPlainHeaders() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").breakAfter(500_000));
        saved(content, download());
        assertThat(server.heads())
                .hasSize(3)
                .allSatisfy(head -> assertThat(head.split("\r\n"))
                        .allMatch(line -> line.matches("GET .*|Host: .*|Connection: Keep-Alive|User-Agent: okhttp/.*"
                                + "|Accept-Encoding: identity|Range: .*|If-Range: .*")));
        assertThat(server.heads().get(1)).contains("Range: bytes=498976-\r\n").contains("If-Range: \"a\"\r\n");
    }

    @Test
    void saveTo_emptyFile_isComplete() throws Exception {
        Content empty = Content.of(0, 1);
        serve(hit -> Reply.file(empty).etag("\"a\""));
        assertThat(saved(empty, download()).bytes()).isZero();
    }

    @Test
    void saveTo_everyConnectionBreaks_goesOnWhereItStopped() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").breakAfter(300_000));
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=298976-", "bytes=597952-", "bytes=896928-");
        assertThat(server.bytesSent()).isEqualTo(1_000_000 + 3 * 1024);
        assertThat(sleeps).as("each brought enough to be followed at once").isEmpty();
    }

    @Test
    void saveTo_noValidators_resumesByComparingTheOverlap() throws Exception {
        serve(hit -> Reply.file(content).breakAfter(300_000));
        saved(content, download());
        assertThat(server.heads()).noneMatch(head -> head.contains("If-Range"));
        assertThat(server.bytesSent()).isEqualTo(1_000_000 + 3 * 1024);
    }

    @Test
    void saveTo_lastModifiedAlone_isTheValidator() throws Exception {
        serve(hit -> Reply.file(content)
                .header("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT")
                .breakAfter(600_000));
        saved(content, download());
        assertThat(server.heads().get(1)).contains("If-Range: Mon, 02 Nov 2026 10:00:00 GMT\r\n");
    }

    @Test
    void saveTo_chunkedBreaks_resumes() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").chunked().breakAfter(400_000));
        saved(content, download());
        assertThat(server.hits()).isEqualTo(3);
    }

    @Test
    void saveTo_stalls_areBrokenOff() throws Exception {
        serve(hit -> hit.number() < 3
                ? Reply.file(content).etag("\"a\"").stallAfter(200_000)
                : Reply.file(content).etag("\"a\""));
        saved(content, download(o -> o.stallTimeout(Duration.ofMillis(500))));
        assertThat(server.ranges()).containsExactly("-", "bytes=198976-", "bytes=397952-");
    }

    @Test
    void saveTo_serverIgnoresRangesButProvesTheFile_keepsWhatCame() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").ignoringRanges().breakAfter(hit.number() * 300_000L));
        saved(content, download(o -> o.maxRestarts(0)));
        assertThat(server.hits()).isEqualTo(4);
    }

    @Test
    void saveTo_serverIgnoresRangesAndProvesNothing_beginsAnew() throws Exception {
        serve(hit -> hit.number() < 3
                ? Reply.file(content).ignoringRanges().breakAfter(500_000)
                : Reply.file(content).ignoringRanges());
        saved(content, download());
        assertThat(server.hits()).isEqualTo(3);
    }

    @Test
    void saveTo_serverIgnoresRangesForEver_givesUp() throws Exception {
        serve(hit -> Reply.file(content).ignoringRanges().breakAfter(500_000));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
        assertThat(failure)
                .hasMessage(
                        "download from " + server.origin() + ": begun anew too often; the last time because the file"
                                + " changed, or the server ignores ranges (at byte 0)");
    }

    @Test
    void saveTo_fileChangesMidway_isTheNewFile() throws Exception {
        Content changed = Content.of(900_000, 2);
        serve(hit -> hit.number() == 1
                ? Reply.file(content).etag("\"a\"").breakAfter(500_000)
                : Reply.file(changed).etag("\"b\""));
        assertThat(saved(changed, download()).bytes()).isEqualTo(900_000);
    }

    @Test
    void saveTo_fileChangesWithoutAnySign_isToldByTheOverlap() throws Exception {
        Content changed = Content.of(1_000_000, 2);
        serve(hit -> hit.number() == 1 ? Reply.file(content).breakAfter(500_000) : Reply.file(changed));
        saved(changed, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=498976-", "-");
    }

    @Test
    void saveTo_fileGetsShorter_isTheShorterFile() throws Exception {
        Content changed = Content.of(100_000, 1);
        serve(hit -> hit.number() == 1 ? Reply.file(content).breakAfter(500_000) : Reply.file(changed));
        saved(changed, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=498976-", "-");
    }

    @Test
    void saveTo_fileKeepsChanging_givesUp() throws Exception {
        serve(hit -> Reply.file(Content.of(1_000_000, hit.number()))
                .etag("\"" + hit.number() + "\"")
                .breakAfter(500_000));
        assertThat(fails(download()).reason()).isEqualTo(Reason.CHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void saveTo_linkRefusedMidway_isRenewedAndGoesOn(int status) throws Exception {
        serve(hit -> hit.target().endsWith("link=1") && hit.number() > 1
                ? Reply.status(status, "<Error><Code>AccessDenied</Code></Error>")
                : Reply.file(content).etag("\"a\"").breakAfter(600_000));
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=598976-", "bytes=598976-");
        assertThat(links.asked()).isEqualTo(2);
    }

    @Test
    void saveTo_linkCalledExpiredByA400_isRenewed() throws Exception {
        serve(hit -> hit.number() == 1
                ? Reply.status(400, "<Error><Code>ExpiredToken</Code></Error>")
                : Reply.file(content));
        saved(content, download());
    }

    @Test
    void saveTo_newLinksRefused_givesUpAfterTwo() throws Exception {
        serve(hit -> Reply.expired());
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.LINK_REFUSED);
        assertThat(failure)
                .hasMessage("download from " + server.origin()
                        + ": no link served: it answered 403 AccessDenied (at byte 0)");
        assertThat(links.asked()).isEqualTo(2);
        assertThat(names()).as("nothing came, nothing is kept").isEmpty();
    }

    @Test
    void saveTo_linksExpireAgainAndAgain_renewsABoundedNumberOfTimes() throws Exception {
        serve(hit -> hit.number() % 2 == 0
                ? Reply.expired()
                : Reply.file(content).etag("\"a\"").breakAfter(100_000));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.LINK_REFUSED);
        assertThat(failure.getMessage()).endsWith("(at byte 495904 of 1000000); what came is kept in " + part());
        assertThat(links.asked()).isEqualTo(5);
        serve(hit -> Reply.file(content).etag("\"a\""));
        saved(content, download());
        assertThat(server.ranges()).containsExactly("bytes=494880-");
    }

    @Test
    void saveTo_serverTrouble_isWaitedFor() throws Exception {
        serve(hit -> switch (hit.number()) {
            case 1 -> Reply.status(503, "<Error><Code>SlowDown</Code></Error>").header("Retry-After", "7");
            case 2 -> Reply.status(500, "");
            case 3 -> Reply.status(429, "");
            default -> Reply.file(content);
        });
        saved(content, download());
        assertThat(sleeps).extracting(Duration::toMillis).containsExactly(7000L, 500L, 1000L);
        assertThat(links.asked()).isEqualTo(1);
    }

    @Test
    void saveTo_hintBeyondAllPatience_failsAtOnce() throws Exception {
        serve(hit -> Reply.status(503, "").header("Retry-After", "3600"));
        assertThat(fails(download()))
                .hasMessage("download from " + server.origin()
                        + ": it answered 503, and asks to be left alone for 3600 s (at byte 0)");
        assertThat(sleeps).isEmpty();
    }

    @Test
    void saveTo_nothingComesTimeAndAgain_givesUpAndKeeps() throws Exception {
        serve(hit -> hit.number() == 1
                ? Reply.file(content).etag("\"a\"").breakAfter(500_000)
                : Reply.file(content).etag("\"a\"").breakAfter(0));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(failure.getMessage())
                .startsWith("download from " + server.origin()
                        + ": 6 tries in a row brought no new byte; the last: the connection broke (")
                .endsWith(") (at byte 500000 of 1000000); what came is kept in " + part());
        assertThat(sleeps).extracting(Duration::toMillis).containsExactly(250L, 500L, 1000L, 2000L, 4000L);
        assertThat(names()).containsExactly("june.csv.part", "june.csv.part.resume");
        assertThat(content.isPrefix(part())).isTrue();
    }

    @Test
    void saveTo_calledAgain_goesOnWithTheKeptPart() throws Exception {
        serve(hit -> hit.number() < 8
                ? Reply.file(content).etag("\"a\"").breakAfter(hit.number() == 1 ? 700_000 : 0)
                : Reply.file(content).etag("\"a\""));
        fails(download());
        saved(content, download());
        assertThat(server.ranges().get(7)).isEqualTo("bytes=698976-");
    }

    @Test
    void saveTo_partOfAnotherDownload_isNotGoneOnWith() throws Exception {
        serve(hit -> hit.number() < 8
                ? Reply.file(Content.of(1_000_000, 9)).breakAfter(hit.number() == 1 ? 700_000 : 0)
                : Reply.file(content));
        fails(download());
        links = new Links("test.download july", number -> server.link(number).toString());
        saved(content, download());
        assertThat(server.ranges().get(7)).isEqualTo("-");
    }

    @Test
    void saveTo_statedLengthTooGreat_isAnErrorNeverAFile() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").lying(1000));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(failure.getMessage()).contains("(at byte 1000000 of 1001000)");
    }

    @Test
    void saveTo_bodyWithoutAnyLength_isTakenAsItComes() throws Exception {
        serve(hit -> Reply.file(content).withoutLength());
        assertThat(saved(content, download()).checks()).isEmpty();
    }

    @Test
    void saveTo_checksumStated_isVerifiedAcrossBreaks() throws Exception {
        String md5 = Base64.getEncoder().encodeToString(content.digest("MD5"));
        String sha = Base64.getEncoder().encodeToString(content.digest("SHA-256"));
        serve(hit -> Reply.file(content)
                .etag("\"a\"")
                .header("Content-MD5", md5)
                .header("x-amz-checksum-sha256", sha)
                .breakAfter(600_000));
        assertThat(saved(content, download()).checks())
                .containsExactlyInAnyOrder(IntegrityCheck.LENGTH, IntegrityCheck.MD5, IntegrityCheck.SHA256);
    }

    @Test
    void saveTo_wrongChecksum_isFetchedAnewAndThenAnError() throws Exception {
        String wrong = Base64.getEncoder().encodeToString(new byte[16]);
        serve(hit -> Reply.file(content).header("Content-MD5", wrong));
        DownloadException failure = fails(download(o -> o.maxRestarts(1)));
        assertThat(failure.reason()).isEqualTo(Reason.WRONG_CHECKSUM);
        assertThat(failure.getMessage())
                .isEqualTo("download from " + server.origin()
                        + ": the bytes do not have the MD5 of Content-MD5, time and again (at byte 0)");
        assertThat(server.hits()).isEqualTo(2);
        assertThat(names()).isEmpty();
    }

    @Test
    void saveTo_checksumRightTheSecondTime_isComplete() throws Exception {
        String md5 = Base64.getEncoder().encodeToString(content.digest("MD5"));
        serve(hit -> Reply.file(hit.number() == 1 ? Content.of(1_000_000, 5) : content)
                .header("Content-MD5", md5));
        saved(content, download());
    }

    @Test
    void saveTo_contentCoding_isRefused() throws Exception {
        serve(hit -> Reply.file(content).header("Content-Encoding", "gzip"));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.NOT_THE_FILE);
        assertThat(failure.getMessage()).contains("the bytes are encoded (gzip) though they must not be");
    }

    @Test
    void saveTo_sizeCap_holdsForStatedAndForRealLength() throws Exception {
        serve(hit -> Reply.file(content));
        DownloadException stated = fails(download(o -> o.maxBytes(999_999)));
        assertThat(stated.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(stated.getMessage()).contains("the file has at least 1000000 bytes, 999999 are allowed");
        assertThat(names()).isEmpty();
        serve(hit -> Reply.file(content).chunked());
        assertThat(fails(download(o -> o.maxBytes(500_000))).reason()).isEqualTo(Reason.TOO_LARGE);
        serve(hit -> Reply.file(content));
        saved(content, download(o -> o.maxBytes(1_000_000)));
    }

    @Test
    void saveInto_namedByTheServer_staysInTheFolder() throws Exception {
        serve(hit -> Reply.file(content).header("Content-Disposition", "attachment; filename=\"../../evil.csv\""));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        DownloadedFile done = download().saveInto(inner);
        assertThat(done.path()).isEqualTo(inner.resolve("evil.csv"));
        assertThat(content.isIn(done.path())).isTrue();
        assertThat(links.asked()).as("the link is used twice").isEqualTo(1);
    }

    @Test
    void saveInto_unnamed_takesTheGivenName() throws Exception {
        serve(hit -> Reply.file(content));
        assertThat(download(o -> o.name("report.csv")).saveInto(folder).path()).isEqualTo(folder.resolve("report.csv"));
        assertThat(download(o -> o.expect(FileKind.CSV)).saveInto(folder).path())
                .isEqualTo(folder.resolve("download.csv"));
    }

    @Test
    void downloadUrl_asks_andOpensNothing() throws Exception {
        serve(hit -> Reply.file(content));
        assertThat(download().downloadUrl().reveal()).isEqualTo(server.link(1));
        assertThat(server.hits()).isZero();
        assertThat(download()).hasToString("Download[test.download june]");
    }

    @Test
    void startingWith_knownLink_asksOnlyWhenThatIsRefused() throws Exception {
        serve(hit -> Reply.file(content));
        saved(content, download().startingWith(SignedUrl.of(server.link(77))));
        assertThat(links.asked()).isZero();
        serve(hit -> hit.target().endsWith("link=77") ? Reply.expired() : Reply.file(content));
        saved(content, download(o -> o.overwrite(true)).startingWith(SignedUrl.of(server.link(77))));
        assertThat(links.asked()).isEqualTo(1);
    }
}
