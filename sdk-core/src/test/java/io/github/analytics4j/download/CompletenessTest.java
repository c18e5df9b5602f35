package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that nothing frames: a connection that broke looks like the end. */
class CompletenessTest extends Downloading {
    private static final String NOT_PROVEN = ": nothing proves that this is the whole file: the server stated neither a"
            + " length nor a checksum, its connection just closed, and it serves no ranges; allowUnproven(true) takes it"
            + " as it is";

    private final Content content = Content.of(200_000, 12);

    private Reply unframed() {
        return Reply.file(content).withoutLength();
    }

    private String md5() {
        return Base64.getEncoder().encodeToString(content.digest("MD5"));
    }

    @Test
    void saveTo_halfOfAnUnframedBody_isAnErrorThatKeepsIt() throws Exception {
        serve(hit -> unframed().ignoringRanges().breakAfter(100_000));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(failure)
                .hasMessage("download from " + server.origin() + NOT_PROVEN + " (at byte 100000); what came is kept in "
                        + part());
        assertThat(server.ranges()).containsExactly("-", "bytes=98976-");
        assertThat(content.isPrefix(part())).isTrue();
        assertThat(names()).containsExactly("june.csv.part", "june.csv.part.resume");
    }

    @Test
    void saveTo_wholeUnframedBodyWithoutRanges_isAnErrorToo_unlessAllowed() throws Exception {
        serve(hit -> unframed().ignoringRanges());
        assertThat(fails(download()).reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(saved(content, download(o -> o.allowUnproven(true))).checks())
                .isEmpty();
    }

    @Test
    void saveTo_halfOfAnUnframedBodyWithRanges_isProbedAndGoneOnWith() throws Exception {
        serve(hit -> hit.number() == 1 ? unframed().breakAfter(100_000) : unframed());
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=98976-");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 1024, 1025, 200_000})
    void saveTo_wholeUnframedBodyWithRanges_isProvenByOneProbe(int size) throws Exception {
        Content whole = Content.of(size, 13);
        serve(hit -> Reply.file(whole).withoutLength());
        saved(whole, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=" + Math.max(0, size - 1024) + "-");
        assertThat(server.bytesSent()).isEqualTo(size + Math.min(size, 1024));
    }

    @Test
    void saveTo_halfOfAnUnframedBodyWhoseLinkRanOut_goesOnWithAnother() throws Exception {
        serve(hit -> hit.number() == 2 ? Reply.expired() : unframed().breakAfter(150_000));
        saved(content, download());
        assertThat(links.asked()).isEqualTo(2);
    }

    @Test
    void saveTo_fileChangedBeforeTheProbe_isTheNewFile() throws Exception {
        Content changed = Content.of(90_000, 14);
        serve(hit -> hit.number() == 1
                ? unframed().etag("\"a\"")
                : Reply.file(changed).etag("\"b\""));
        saved(changed, download());
    }

    @Test
    void saveTo_probeMeetsTrouble_isRepeated() throws Exception {
        serve(hit -> hit.number() == 2
                ? Reply.status(503, "")
                : hit.number() == 3 ? Reply.file(content).breakAfter(0) : unframed());
        saved(content, download());
        assertThat(server.hits()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 400, 403, 404, 405, 410, 416, 429, 500, 501, 503, 0})
    void saveTo_probeThatNeverShowsTheEnd_isNotProvenAndKeepsIt(int status) throws Exception {
        serve(hit -> !hit.ranged()
                ? unframed()
                : status == 0 ? Reply.file(content).breakAfter(0) : Reply.status(status, ""));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(failure)
                .hasMessageContaining("allowUnproven(true) takes it as it is (at byte 200000)")
                .hasMessageEndingWith("what came is kept in " + part());
        assertThat(content.isPrefix(part())).isTrue();
        assertThat(part()).hasSize(200_000);
        assertThat(server.hits()).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 206, 400, 401, 403, 404, 405, 406, 409, 410, 412, 416, 417, 429, 500, 501, 503, 0})
    void saveTo_unprovenFromAHostThatRefusesEveryRange_isDeliveredWhenAllowed(int status) throws Exception {
        serve(hit -> !hit.ranged() || status == 200
                ? unframed().ignoringRanges()
                : status == 0 ? Reply.file(content).breakAfter(0) : Reply.status(status, "no ranges here"));
        assertThat(fails(download()).reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(part()).hasSize(200_000);
        assertThat(links.asked()).isLessThanOrEqualTo(2);

        int before = links.asked();
        saved(content, download(o -> o.allowUnproven(true)));

        assertThat(links.asked()).isEqualTo(before + 1);
        assertThat(server.ranges().get(server.ranges().size() - 1)).isEqualTo(status == 200 ? "bytes=198976-" : "-");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 206, 403, 405, 416, 501, 503})
    void saveInto_unprovenFromAHostThatRefusesEveryRange_isDeliveredWhenAllowed(int status) throws Exception {
        serve(hit ->
                !hit.ranged() || status == 200 ? unframed().ignoringRanges() : Reply.status(status, "no ranges here"));
        assertThat(Secrets.failure(DownloadException.class, () -> download().saveInto(folder))
                        .reason())
                .isEqualTo(Reason.NOT_PROVEN);

        DownloadedFile done = download(o -> o.allowUnproven(true)).saveInto(folder);

        assertThat(content.isIn(done.path())).isTrue();
        assertThat(names()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 206, 403, 405, 416, 501, 503})
    void transferTo_unprovenFromAHostThatRefusesEveryRange_isDeliveredWhenAllowed(int status) throws Exception {
        serve(hit ->
                !hit.ranged() || status == 200 ? unframed().ignoringRanges() : Reply.status(status, "no ranges here"));
        assertThat(Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()))
                        .reason())
                .isEqualTo(Reason.NOT_PROVEN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        download(o -> o.allowUnproven(true)).transferTo(out);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405, 416, 501})
    void saveTo_breakOnAHostThatRefusesEveryRange_isAskedForAsAWhole(int status) throws Exception {
        serve(hit -> hit.ranged()
                ? Reply.status(status, "no ranges here")
                : hit.number() == 1 ? Reply.file(content).breakAfter(100_000) : Reply.file(content));
        saved(content, download());
        assertThat(server.ranges()).startsWith("-", "bytes=98976-").endsWith("-");
        assertThat(links.asked()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 405, 416, 501})
    void transferTo_breakOnAHostThatRefusesEveryRange_goesOnWhereTheTagIsTheSame(int status) throws Exception {
        serve(hit -> hit.ranged()
                ? Reply.status(status, "no ranges here")
                : hit.number() == 1
                        ? Reply.file(content).etag("\"a\"").breakAfter(100_000)
                        : Reply.file(content).etag("\"a\""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(download().transferTo(out)).isEqualTo(200_000);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501, 403})
    void saveTo_refusedWithAndWithoutARange_isRefused(int status) throws Exception {
        serve(hit -> hit.number() == 1 ? Reply.file(content).breakAfter(100_000) : Reply.status(status, "no"));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.LINK_REFUSED);
        assertThat(failure).hasMessageContaining("it answered " + status);
        assertThat(server.hits()).isLessThanOrEqualTo(5);
        assertThat(links.asked()).isLessThanOrEqualTo(3);
    }

    private static Reply refused(long length) {
        return Reply.status(416, "").header("Content-Range", "bytes */" + length);
    }

    @Test
    void saveTo_halfOfAFileWhoseLengthARefusedRangeTells_isNamedAsWhatItIs() throws Exception {
        serve(hit -> hit.ranged() ? refused(200_000) : unframed().breakAfter(100_000));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(failure)
                .hasMessage("download from " + server.origin() + ": begun anew too often; the last time because"
                        + " 100000 of the file's 200000 bytes came, and the server serves no ranges (at byte 0)");
        assertThat(links.asked()).isEqualTo(1);
    }

    @Test
    void saveTo_halfOfAFileWhoseLengthARefusedRangeTells_isFetchedAgainAndProven() throws Exception {
        serve(hit ->
                hit.ranged() ? refused(200_000) : hit.number() == 1 ? unframed().breakAfter(100_000) : unframed());
        assertThat(saved(content, download()).checks()).containsExactly(IntegrityCheck.LENGTH);
        assertThat(server.ranges()).containsExactly("-", "bytes=98976-", "-");
    }

    @Test
    void saveTo_unprovenPartOfAFileWhoseLengthARefusedRangeTells_isNoWholeFileEvenIfAllowed() throws Exception {
        serve(hit -> unframed().ignoringRanges().breakAfter(100_000));
        fails(download());
        serve(hit -> hit.ranged() ? refused(200_000) : unframed().breakAfter(100_000));
        assertThat(fails(download(o -> o.allowUnproven(true))).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    void saveTo_moreThanARefusedRangeTells_isNotProvenAndTakenWhenAllowed() throws Exception {
        serve(hit -> hit.ranged() ? refused(50_000) : unframed());
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(failure)
                .hasMessageContaining("its 416 to a range says that the file has 50000 bytes, not 200000;"
                        + " allowUnproven(true) takes it as it is (at byte 200000); what came is kept in " + part());
        assertThat(server.ranges()).containsExactly("-", "bytes=198976-", "-", "bytes=198976-");
        saved(content, download(o -> o.allowUnproven(true)));
    }

    @Test
    void saveTo_fileGotShorterBeforeTheProbe_isTheShorterFile() throws Exception {
        Content shorter = Content.of(90_000, 14);
        serve(hit -> hit.number() == 1 ? unframed() : Reply.file(shorter).withoutLength());
        saved(shorter, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=198976-", "-", "bytes=88976-");
    }

    @Test
    void transferTo_anotherLengthInARefusedRange_isNamedAsWhatItIs() throws Exception {
        serve(hit -> hit.ranged() ? refused(200_000) : unframed().breakAfter(100_000));
        DownloadException early =
                Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()));
        assertThat(early.reason()).isEqualTo(Reason.BROKEN);
        assertThat(early)
                .hasMessageContaining(": 100000 of the file's 200000 bytes came, and the server serves no ranges");
        serve(hit -> hit.ranged() ? refused(50_000) : unframed());
        DownloadException odd =
                Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()));
        assertThat(odd.reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(odd).hasMessageContaining("its 416 to a range says that the file has 50000 bytes, not 200000");
        serve(hit -> hit.number() == 1 ? Reply.file(content).breakAfter(100_000) : refused(50_000));
        DownloadException shorter =
                Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()));
        assertThat(shorter.reason()).isEqualTo(Reason.CHANGED);
        assertThat(shorter).hasMessageContaining(": the file has 50000 bytes now (at byte 100000 of 200000)");
    }

    @Test
    void transferTo_lengthInTheAnswerOfAHostThatIgnoresTheProbe_tells() throws Exception {
        serve(hit -> hit.ranged() ? Reply.file(content).ignoringRanges() : unframed());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(download().transferTo(out)).isEqualTo(200_000);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
        assertThat(server.hits()).isEqualTo(2);
        serve(hit ->
                hit.ranged() ? Reply.file(content).ignoringRanges() : unframed().breakAfter(100_000));
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(failure)
                .hasMessageContaining("it serves no ranges, and says that the file has 200000 bytes, not 100000");
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 409, 423})
    void saveTo_objectThatIsBeingWritten_isWaitedFor(int status) throws Exception {
        serve(hit -> hit.number() < 4 ? Reply.status(status, "") : Reply.file(content));
        saved(content, download());
        assertThat(links.asked()).isEqualTo(1);
        assertThat(sleeps).hasSize(3);
    }

    @Test
    void saveTo_objectThatIsBeingWrittenForEver_isAnErrorThatSaysSo() throws Exception {
        serve(hit -> Reply.status(409, "<Error><Code>BlobBeingRehydrated</Code></Error>"));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(failure)
                .hasMessageContaining(
                        "6 tries in a row brought no new byte; the last: it answered 409 BlobBeingRehydrated");
    }

    @Test
    void saveTo_probeRefusedWithTheLengthThatCame_isProven() throws Exception {
        serve(hit -> hit.number() == 1 ? unframed() : Reply.status(416, "").header("Content-Range", "bytes */200000"));
        saved(content, download());
        assertThat(server.hits()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-MD5", "ETag"})
    void saveTo_unframedBodyWithItsChecksum_isProven(String header) throws Exception {
        String value = header.equals("ETag") ? '"' + HexFormat.of().formatHex(content.digest("MD5")) + '"' : md5();
        serve(hit -> unframed().ignoringRanges().header(header, value).header("x-amz-request-id", "1"));
        assertThat(saved(content, download()).checks()).containsExactly(IntegrityCheck.MD5);
        assertThat(server.hits()).isEqualTo(1);
    }

    @Test
    void saveTo_halfOfAnUnframedBodyWithItsChecksum_isGoneOnWith() throws Exception {
        serve(hit -> hit.number() == 1
                ? unframed().header("Content-MD5", md5()).breakAfter(120_000)
                : Reply.file(content).header("Content-MD5", md5()));
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=118976-");
    }

    @Test
    void saveTo_partKeptFromAnUnprovenRun_isGoneOnWithWhereRangesAreServed() throws Exception {
        serve(hit -> unframed().ignoringRanges().breakAfter(100_000));
        fails(download());
        serve(hit -> Reply.file(content));
        saved(content, download());
        assertThat(server.ranges()).containsExactly("bytes=98976-");
    }

    @Test
    void transferTo_halfOfAnUnframedBody_isAnError_withRangesItIsTheWhole() throws Exception {
        serve(hit -> unframed().ignoringRanges().breakAfter(100_000));
        assertThat(Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream())))
                .hasMessage("download from " + server.origin() + NOT_PROVEN
                        + " (at byte 100000); 100000 bytes were handed out");
        serve(hit -> unframed().breakAfter(100_000));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        download().transferTo(out);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
    }

    @Test
    void saveTo_chunksBesideALength_goByTheChunks() throws Exception {
        serve(hit -> Reply.file(content).chunked().header("Content-Length", "17"));
        saved(content, download());
        assertThat(server.hits()).isEqualTo(1);
    }

    @Test
    void saveTo_transferCodingNobodyAskedFor_isNoFile() throws Exception {
        serve(hit -> unframed().header("Transfer-Encoding", "gzip"));
        assertThat(fails(download()).reason()).isEqualTo(Reason.NOT_THE_FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 1023, 1024})
    void transferTo_breakWithinTheFirstKilobyte_isResumedWithoutAnyValidator(int bytes) throws Exception {
        serve(hit -> hit.number() == 1
                ? Reply.file(content).ignoringRanges().breakAfter(bytes)
                : Reply.file(content).ignoringRanges().header("Content-MD5", md5()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(download().transferTo(out)).isEqualTo(200_000);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
        assertThat(server.ranges()).containsExactly("-", "-");
    }

    @Test
    void transferTo_anotherFileAfterABreakWithinTheFirstKilobyte_isAnError() throws Exception {
        serve(hit -> hit.number() == 1 ? Reply.file(content).breakAfter(500) : Reply.file(Content.of(200_000, 99)));
        assertThat(Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()))
                        .reason())
                .isEqualTo(Reason.CHANGED);
    }

    @Test
    void saveTo_tagThatLooksLikeAnMd5AndIsNot_isADoubtAndNoFailure() throws Exception {
        serve(hit -> Reply.file(content)
                .etag("\"" + "0".repeat(32) + "\"")
                .header("x-amz-request-id", "1")
                .breakAfter(150_000));
        DownloadedFile done = saved(content, download());
        assertThat(done.checks()).containsExactly(IntegrityCheck.LENGTH);
        assertThat(done.doubts()).containsExactly("the ETag looks like an MD5 sum, and the bytes have another");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(download().transferTo(out)).isEqualTo(200_000);
    }

    @Test
    void saveTo_wrongTagBesideAWrongChecksum_isAFailure() throws Exception {
        serve(hit -> Reply.file(content)
                .etag("\"" + "0".repeat(32) + "\"")
                .header("x-amz-request-id", "1")
                .header("Content-MD5", Base64.getEncoder().encodeToString(new byte[16])));
        assertThat(fails(download()).reason()).isEqualTo(Reason.WRONG_CHECKSUM);
    }
}
