package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageSandboxTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-04-22T16:49:29Z"));
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
    private final StorageSandbox storage = sandbox.storage();
    private final StorageFile file = StorageFile.generated(5, 1_000_003);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void get_wholeFile_isItsBytesWithValidators() throws Exception {
        HttpResponse<byte[]> response = TestClient.bytes(link());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("ETag")).contains(file.etag());
        assertThat(response.headers().firstValue("Last-Modified")).contains("Wed, 22 Apr 2026 16:49:29 GMT");
        assertThat(response.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(response.headers().firstValue("Content-Length")).contains("1000003");
        assertThat(sha256(response.body())).isEqualTo(file.sha256());
        assertThat(storage.bytesServed()).isEqualTo(1_000_003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer x", "X-API-Key: x", "Cookie: a=b", "X-Trace: 1"})
    void get_withACredentialOrUnknownHeader_isRefusedInXml(String header) throws Exception {
        String[] parts = header.split(": ", 2);
        HttpResponse<String> response = TestClient.send(link().header(parts[0], parts[1]));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/xml");
        assertThat(response.body())
                .contains("<Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message>");
        assertThat(storage.requests().last().headerLines()).contains(header);
        assertThat(storage.bytesServed()).isZero();
    }

    @Test
    void get_ranges_areExactlyThoseBytes() throws Exception {
        byte[] whole = file.open().readAllBytes();
        for (String range : List.of("0-0", "0-99", "63-64", "500000-", "-7", "1000002-2000000")) {
            HttpResponse<byte[]> response = TestClient.bytes(link().header("Range", "bytes=" + range));

            String contentRange = response.headers().firstValue("Content-Range").orElseThrow();
            String[] ends = contentRange
                    .replaceAll("bytes (\\d+)-(\\d+)/1000003", "$1,$2")
                    .split(",", -1);
            assertThat(response.statusCode()).isEqualTo(206);
            assertThat(response.body())
                    .as(range)
                    .isEqualTo(Arrays.copyOfRange(whole, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1));
        }
        assertThat(storage.served().get(3)).isEqualTo(new StorageSandbox.Served("f.csv", 500_000, 500_003));
    }

    @Test
    void get_rangeBeyondTheEnd_is416() throws Exception {
        assertThat(TestClient.send(link().header("Range", "bytes=1000003-")).statusCode())
                .isEqualTo(416);
    }

    @Test
    void get_severalRangesOrNonsense_isTheWholeFile() throws Exception {
        for (String range : List.of("bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=a-b")) {
            assertThat(TestClient.bytes(link().header("Range", range)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void get_ifRangeOfAChangedFile_isTheNewFileWhole() throws Exception {
        HttpRequest.Builder resumed = link().header("Range", "bytes=10-").header("If-Range", file.etag());
        assertThat(TestClient.bytes(resumed).statusCode()).isEqualTo(206);
        StorageFile changed = StorageFile.generated(6, 1_000_003);
        storage.put("f.csv", changed);

        HttpResponse<byte[]> response = TestClient.bytes(resumed);

        assertThat(changed.etag()).isNotEqualTo(file.etag());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(sha256(response.body())).isEqualTo(changed.sha256());
    }

    @Test
    void get_ifRangeByDate_worksAsWell() throws Exception {
        HttpResponse<byte[]> same = TestClient.bytes(
                link().header("Range", "bytes=10-").header("If-Range", "Wed, 22 Apr 2026 16:49:29 GMT"));
        HttpResponse<byte[]> other = TestClient.bytes(
                link().header("Range", "bytes=10-").header("If-Range", "Wed, 22 Apr 2026 16:49:28 GMT"));

        assertThat(same.statusCode()).isEqualTo(206);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void get_ifMatchOfAnotherFile_is412() throws Exception {
        assertThat(TestClient.send(link().header("If-Match", "\"other\"")).statusCode())
                .isEqualTo(412);
    }

    @Test
    void afterEachGet_changeShowsInTheNextAnswerOnly() throws Exception {
        StorageFile changed = StorageFile.generated(6, 999);
        storage.put("f.csv", file);
        storage.afterEachGet(() -> storage.put("f.csv", changed));
        HttpRequest.Builder request = TestClient.request(storage.link("f.csv").toString());

        assertThat(TestClient.bytes(request).body()).hasSize(1_000_003);
        assertThat(TestClient.bytes(request).body()).hasSize(999);
    }

    @Test
    void ignoreRanges_answersTheWholeFile() throws Exception {
        storage.ignoreRanges(true);

        assertThat(TestClient.bytes(link().header("Range", "bytes=10-")).body()).hasSize(1_000_003);
    }

    @Test
    void withoutValidators_sendsNoneAndHonoursNone() throws Exception {
        storage.withoutValidators(true);
        HttpResponse<byte[]> response =
                TestClient.bytes(link().header("Range", "bytes=10-").header("If-Range", file.etag()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("ETag")).isEmpty();
        assertThat(response.headers().firstValue("Last-Modified")).isEmpty();
    }

    @Test
    void checksumAndExtraHeaders_areSent() throws Exception {
        storage.sendChecksum(true);
        storage.sendHeader("Content-Disposition", "attachment; filename=\"../../june.csv\"");

        HttpResponse<byte[]> response = TestClient.bytes(link());

        byte[] sum = HexFormat.of().parseHex(file.sha256());
        assertThat(response.headers().firstValue("x-amz-checksum-sha256"))
                .contains(Base64.getEncoder().encodeToString(sum));
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"../../june.csv\"");
    }

    @Test
    void link_expiredByTimeUsesOrCommand_is403() throws Exception {
        storage.put("f.csv", file);
        String timed = storage.link("f.csv").toString();
        storage.linkUses(1);
        String once = storage.link("f.csv").toString();
        assertThat(TestClient.bytes(TestClient.request(once)).statusCode()).isEqualTo(200);
        HttpResponse<String> usedUp = TestClient.send(TestClient.request(once));
        String fresh = storage.link("f.csv").toString();
        storage.expireLinks();

        assertThat(usedUp.statusCode()).isEqualTo(403);
        assertThat(usedUp.body()).contains("<Code>AccessDenied</Code><Message>Request has expired</Message>");
        assertThat(TestClient.send(TestClient.request(fresh)).statusCode()).isEqualTo(403);
        assertThat(TestClient.send(TestClient.request(timed)).statusCode()).isEqualTo(403);
    }

    @Test
    void link_afterItsLife_is403() throws Exception {
        storage.linkLife(Duration.ofMinutes(5));
        HttpRequest.Builder link = link();
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(TestClient.bytes(link).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));

        assertThat(TestClient.send(link).statusCode()).isEqualTo(403);
    }

    @Test
    void link_forgedOrForAnotherFile_is403() throws Exception {
        storage.put("f.csv", file);
        storage.put("g.csv", file);
        String link = storage.link("f.csv").toString();

        assertThat(TestClient.send(TestClient.request(link + "0")).body()).contains("SignatureDoesNotMatch");
        assertThat(TestClient.send(TestClient.request(link.replace("f.csv", "g.csv")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(TestClient.send(TestClient.request(storage.link("none.csv").toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void put_isNotAllowed() throws Exception {
        storage.put("f.csv", file);
        HttpRequest.Builder put =
                TestClient.request(storage.link("f.csv").toString()).PUT(BodyPublishers.noBody());

        assertThat(TestClient.send(put).statusCode()).isEqualTo(405);
    }

    @Test
    void head_hasTheLengthAndNoBody() throws Exception {
        HttpResponse<byte[]> response = TestClient.bytes(link().method("HEAD", BodyPublishers.noBody()));

        assertThat(response.headers().firstValue("Content-Length")).contains("1000003");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void truncatedFile_countsTheBytesThatWereWritten() {
        storage.faults().onAny().show(Fault.truncatedBody(123_457));

        assertThatThrownBy(() -> TestClient.bytes(link())).isInstanceOf(IOException.class);
        assertThat(storage.served()).containsExactly(new StorageSandbox.Served("f.csv", 0, 123_457));
    }

    @Test
    void generated_anyPart_isThatPartOfTheWhole() throws Exception {
        byte[] whole = file.open().readAllBytes();
        byte[] part = new byte[1_000];
        for (int at = 0; at < 999_000; at += 33_331) {
            file.read(at, part, 0, part.length);
            assertThat(part).isEqualTo(Arrays.copyOfRange(whole, at, at + part.length));
        }
        String[] lines = new String(whole, StandardCharsets.US_ASCII).split("\n", -1);
        assertThat(lines[0]).startsWith("conversationId,channel,duration,outcome,cost,sentiment,note");
        assertThat(lines[12]).startsWith("conv_000000000012,phone,").hasSize(63);
    }

    @Test
    void generated_largeFile_needsNoMemory() {
        StorageFile large = StorageFile.generated(1, 3_000_000_000L);
        byte[] tail = new byte[64];

        large.read(2_999_999_936L, tail, 0, 64);

        assertThat(new String(tail, StandardCharsets.US_ASCII)).startsWith("conv_000046874999,");
    }

    private HttpRequest.Builder link() {
        storage.put("f.csv", file);
        return TestClient.request(storage.link("f.csv").toString());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
