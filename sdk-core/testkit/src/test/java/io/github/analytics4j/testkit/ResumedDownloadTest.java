package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A careful client gets a whole file out of the worst storage, and the sandbox can tell what it cost. */
@Timeout(60)
class ResumedDownloadTest {
    private final byte[] buffer = new byte[1 << 16];
    private final MessageDigest digest = sha256();
    private long received;

    @Test
    void breaksAndExpiredLinks_fileArrives_littleIsReadTwice() throws Exception {
        StorageFile file = StorageFile.generated(99, 40_000_000);
        try (Sandbox sandbox = Sandbox.builder().seed(6).start()) {
            StorageSandbox storage = sandbox.storage();
            storage.put("big.csv", file);
            storage.linkUses(4);
            storage.faults().onAny().every(7).show(Fault.resetBeforeHeaders());
            storage.faults().onAny().show(Fault.truncatedBody(500_000, 6_000_000));
            String link = storage.link("big.csv").toString();
            int links = 1;
            for (int attempt = 0; received < file.size(); attempt++) {
                assertThat(attempt).as("attempts").isLessThan(200);
                if (!goOn(link, file)) {
                    link = storage.link("big.csv").toString();
                    links++;
                }
            }

            assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(file.sha256());
            assertThat(links).isGreaterThan(1);
            // The JDK's client drops the few kilobytes it holds when a connection breaks.
            assertThat(storage.bytesServed()).isBetween(file.size(), file.size() / 100 * 101);
            assertThat(storage.served().size()).isGreaterThan(6);
        }
    }

    /** Reads on until the end or the next break; false when the link is refused. */
    private boolean goOn(String link, StorageFile file) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link))
                .timeout(Duration.ofSeconds(20))
                .header("Range", "bytes=" + received + "-")
                .header("If-Range", file.etag());
        try {
            HttpResponse<InputStream> response = TestClient.HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() == 403) {
                    return false;
                }
                assertThat(response.statusCode()).isEqualTo(206);
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    digest.update(buffer, 0, read);
                    received += read;
                }
            }
        } catch (IOException broken) {
            // goes on where it stopped
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
