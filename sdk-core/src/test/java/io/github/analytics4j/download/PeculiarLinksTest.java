package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, headers and names as some servers make them. */
class PeculiarLinksTest extends Downloading {
    private static final OkHttpClient ANY_NAME = CLIENT.newBuilder()
            .dns(name -> List.of(InetAddress.getByName("127.0.0.1")))
            .build();

    private final Content content = Content.of(300_000, 11);

    private Download to(String location) {
        links = new Links("test.download june", number -> location);
        return over(links, StreamOpener.of(ANY_NAME), timing, PartFile.Opener.DISK);
    }

    private int port() {
        return URI.create(server.origin()).getPort();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://my_bucket.s3.example:%d/x.csv?X-Amz-Signature=CANARY",
                "http://_:%d/x.csv",
                "http://b\u00fccher.example:%d/x.csv",
                "http://storage.example:%d/a[1]/x{2}.csv?tags[]=a|b&off=5%%",
                "http://storage.example:%d/100%%.csv?x=%%zz",
                "http://storage.example:%d/a b.csv?x= ",
                "http://storage.example:%d",
                "http://STORAGE.example:%d/\u00e4?\u00f6"
            })
    void saveTo_linkAsSomeServersMakeThem_isTheFile(String link) throws Exception {
        serve(hit -> Reply.file(content).breakAfter(200_000));
        saved(content, to(String.format(link, port())));
        assertThat(server.hits()).isEqualTo(2);
    }

    @Test
    void saveTo_underscoredHost_isNamedInTheFailure() throws Exception {
        serve(hit -> Reply.status(405, ""));
        assertThat(fails(to("http://my_bucket.s3.example:" + port() + "/x?X-Amz-Signature=" + StorageServer.CANARY)))
                .hasMessage("download from http://my_bucket.s3.example:" + port()
                        + ": no file came: it answered 405 (at byte 0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\u00fc\"", "\"a b\"", "unquoted", "\"\"", "W/\"\u00e9\""})
    void saveTo_peculiarTag_isResumedAllTheSame(String tag) throws Exception {
        serve(hit -> Reply.file(content)
                .etag(new String(tag.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .breakAfter(200_000));
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=198976-");
    }

    @ParameterizedTest
    @ValueSource(ints = {230, 243, 244, 250, 255})
    void saveTo_longName_isSavedResumedAndLeavesNothing(int length) throws Exception {
        Path file = folder.resolve("j".repeat(length - 4) + ".csv");
        serve(hit -> Reply.file(content).etag("\"a\"").breakAfter(hit.number() == 1 ? 200_000 : 0));
        Secrets.failure(
                DownloadException.class,
                () -> download(o -> o.maxFruitlessTries(1)).saveTo(file));
        assertThat(file).doesNotExist();
        serve(hit -> Reply.file(content).etag("\"a\""));
        download().saveTo(file);
        assertThat(content.isIn(file)).isTrue();
        assertThat(server.ranges()).containsExactly("bytes=198976-");
        assertThat(names()).containsExactly(file.getFileName().toString());
    }

    @Test
    void saveTo_nameNoFileSystemHolds_isRefusedBeforeAnythingIsSent() throws Exception {
        Path file = folder.resolve("j".repeat(256));
        serve(hit -> Reply.file(content));
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().saveTo(file));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_WRITTEN);
        assertThat(failure).hasMessage(file + ": this file system holds no name so long");
        assertThat(server.hits()).isZero();
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment; filename=\"june.csv.part\"",
                "attachment; filename=\"unterminated.csv",
                "attachment; filename=\"con.csv\"",
                "attachment; filename=;;\"",
                "attachment; filename*=UTF-8''%FF%FE%00.csv"
            })
    void saveInto_anyStatedName_isAFileThatBlocksNoNextRun(String disposition) throws Exception {
        serve(hit -> Reply.file(content).header("Content-Disposition", disposition));
        Path saved = download().saveInto(folder).path();
        assertThat(content.isIn(saved)).isTrue();
        assertThat(names()).containsExactly(saved.getFileName().toString());
        Files.delete(saved);
        assertThat(download().saveInto(folder).path()).isEqualTo(saved);
        saved(content, download(), "june.csv", saved.getFileName().toString());
    }

    @Test
    void saveInto_nameThatTheSystemsCharsetCannotHold_isAPlainerName() throws Exception {
        serve(hit -> Reply.file(content).header("Content-Disposition", "attachment; filename*=UTF-8''j%C3%BCne.csv"));
        assumeTrue(
                StandardCharsets.US_ASCII.newEncoder().canEncode(System.getProperty("java.class.path")),
                "needs a build in a folder whose path is ASCII");
        Path log = Files.createTempFile("dl", ".log");
        Process process = DownloadingProcess.startInAscii(server.link(0), folder, log.toFile());
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        assertThat(names()).containsExactly("j_ne.csv");
        Files.delete(log);
    }

    private void saved(Content expected, Download download, String... names) throws Exception {
        download.saveTo(file());
        assertThat(expected.isIn(file())).isTrue();
        assertThat(names()).containsExactlyInAnyOrder(names);
    }

    @Test
    void transferTo_underscoredHost_isTheFile() throws Exception {
        serve(hit -> Reply.file(content));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        to("http://mock_api:" + port() + "/x").transferTo(out);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
    }
}
