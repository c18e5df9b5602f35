package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static io.github.analytics4j.client.ScriptedServer.raw;
import static io.github.analytics4j.client.ScriptedServer.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.ScriptedServer.Response;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that the API sends itself and not by a link, where it refuses ranges of it. */
class ApiSentFileTest {
    private static final String TEXT = "id,cost\nc-1,0.25\n".repeat(300);
    private static final byte[] FILE = TEXT.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private ScriptedServer api;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        api = new ScriptedServer();
        client =
                TestApi.client(api.url()).time(new FakeTime()).random(() -> 0.5).build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        api.close();
    }

    private Download download() {
        return client.transport().download(TestApi.FILE, Ask.NOTHING);
    }

    private static Response unframed() {
        return raw("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nConnection: close\r\n\r\n" + TEXT);
    }

    private static Response broken() {
        return raw("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: " + FILE.length + "\r\n\r\n"
                + TEXT.substring(0, 3000));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 410, 416, 417, 429, 500, 501, 503})
    void unframedFile_whoseEndCannotBeAskedFor_isNotProvenAndTakenWhenAllowed(int status) {
        Path file = folder.resolve("june.csv");
        int refusals = ApiException.mayPass(status) ? 4 : 1; // the client's own attempts
        api.then(unframed())
                .times(refusals, json(status, "{\"detail\":\"no ranges\"}"))
                .then(unframed());

        DownloadException failure =
                catchThrowableOfType(DownloadException.class, () -> download().saveTo(file));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(failure).hasMessageEndingWith("what came is kept in " + folder.resolve("june.csv.part"));
        assertThat(folder.resolve("june.csv.part")).hasBinaryContent(FILE);

        download().with(o -> o.allowUnproven(true)).saveTo(file);
        assertThat(file).hasBinaryContent(FILE);
        assertThat(api.count()).isEqualTo(refusals + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405, 416, 501})
    void brokenFile_whoseRestIsRefused_isAskedForAsAWhole(int status) throws Exception {
        Path file = folder.resolve("june.csv");
        api.then(broken(), json(status, "{\"detail\":\"no ranges\"}"), whole(200, "text/csv", FILE));

        download().saveTo(file);

        assertThat(file).hasBinaryContent(FILE);
        assertThat(api.take().header("Range")).isNull();
        assertThat(api.take().header("Range")).isEqualTo("bytes=1976-");
        assertThat(api.take().header("Range")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405, 501})
    void brokenFile_refusedAsAWholeToo_isTheSameExceptionAsEverywhere(int status) {
        api.then(broken()).times(2, json(status, "{\"detail\":\"not today\"}"));

        assertThatThrownBy(() -> download().saveTo(folder.resolve("june.csv")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("not today");
        assertThat(api.count()).isEqualTo(3);
    }
}
