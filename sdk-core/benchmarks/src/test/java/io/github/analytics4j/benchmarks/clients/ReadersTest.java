package io.github.analytics4j.benchmarks.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.benchmarks.server.PageServer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is measured who does not read every call: each reader's sums against those of the rows themselves. */
class ReadersTest {
    /** A test of each reader of calls, in each form of them that it is measured with. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @CsvSource({
        "SdkReader, synthflow",
        "SdkReader, synthflow.gz",
        "SdkReader, synthflow-odd",
        "SdkReader$Ahead8, synthflow",
        "SdkReader$Ahead16, synthflow",
        "JacksonReader$Stream, synthflow",
        "JacksonReader$Stream, synthflow.gz",
        "JacksonReader$Bytes, synthflow",
        "JacksonReader$Bytes, synthflow.gz",
        "JacksonReader$Bytes, synthflow-odd",
        "MoshiReader$Reflective, synthflow",
        "MoshiReader$Adapters, synthflow.gz",
        "MoshiReader$Adapters, synthflow-odd",
        "MoshiReader$Adapters, synthflow",
        "OpenAiReader, openai",
        "StripeReader, stripe",
        "SquareReader, square",
    })
    private @interface EachReaderOfCalls {}

    @EachReaderOfCalls
    void read_threePages_seesEveryCall(String reader, String dialect) throws Exception {
        try (PageServer server = PageServer.start();
                Reader client = reader(reader)) {
            Totals totals = client.read(list(server, 250, dialect), Reader.ALL);

            assertThat(totals).hasToString(Totals.expected(250).toString());
        }
    }

    @EachReaderOfCalls
    void read_atMostOnePage_stopsThere(String reader, String dialect) throws Exception {
        try (PageServer server = PageServer.start();
                Reader client = reader(reader)) {
            Totals totals = client.read(list(server, 1000, dialect), 100);

            assertThat(totals).hasToString(Totals.expected(100).toString());
        }
    }

    @Test
    void drain_threePages_asksForThree() throws Exception {
        try (PageServer server = PageServer.start();
                Reader client = new DrainReader()) {
            assertThat(client.read(list(server, 300, "synthflow"), Reader.ALL).calls())
                    .isEqualTo(300);
        }
    }

    @Test
    void expected_sameIndexes_sameTotals() {
        assertThat(Totals.expected(2)).hasToString("2 items, sum 47, 301 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DownloadReader$Sdk",
                "DownloadReader$SdkReport",
                "DownloadReader$SdkLink",
                "DownloadReader$Plain",
                "DownloadReader$PlainSynced",
                "DownloadReader$PlainReport"
            })
    void download_threeMegabytes_allOfThem(String reader) throws Exception {
        long bytes = 3 * (1 << 20) + 17;
        try (PageServer server = PageServer.start();
                Reader client = reader(reader)) {
            Totals totals = client.read(URI.create(server.uri() + "/f/" + bytes), Reader.ALL);

            assertThat(totals).hasToString(Totals.file(bytes).toString());
        }
    }

    private static Reader reader(String name) throws ReflectiveOperationException {
        String type = Reader.class.getPackageName() + "." + name;
        return Class.forName(type)
                .asSubclass(Reader.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static URI list(PageServer server, long calls, String dialect) {
        return URI.create(server.uri() + "/c/" + calls + "/0/" + dialect);
    }
}
