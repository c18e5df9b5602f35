package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.page.Walk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of activity with rows that are no records, and pages without a list of rows. */
class UndeliverableRowsTest {
    private static final int ROWS = 250;

    private final MockWebServer server = new MockWebServer();
    private SynaptiqClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = SynaptiqClient.builder()
                .baseUrl(server.url("/v1").toString())
                .apiKey("a-key")
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static String row(long i) {
        return "{\"id\":\"e-%d\",\"type\":\"lead.created\",\"description\":\"d\",\"occurredAt\":\"%s\"}"
                .formatted(i, "2026-02-01T00:00:00.000Z");
    }

    private static MockResponse page(long lost, String inPlace, RecordedRequest request) {
        long limit = Long.parseLong(request.getUrl().queryParameter("limit"));
        long page = Long.parseLong(request.getUrl().queryParameter("page"));
        long offset = (page - 1) * limit;
        String rows = LongStream.range(offset, Math.min(ROWS, offset + limit))
                .mapToObj(i -> i == lost ? inPlace : row(i))
                .collect(Collectors.joining(",", "[", "]"));
        return new MockResponse.Builder()
                .body(
                        "{\"data\":%s,\"pagination\":{\"page\":%d,\"limit\":%d,\"total\":%d,\"totalPages\":3,\"hasMore\":%b}}"
                                .formatted(rows, page, limit, ROWS, offset + limit < ROWS))
                .build();
    }

    private List<String> ids(Walk<ActivityEvent> walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(row -> ids.add(row.id()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;null", "99;7", "100;null", "130;\"x\"", "199;[]", "200;false", "249;null"})
    void activity_oneRowIsNoRecord_deliversAllOthersAndSaysSo(long lost, String inPlace) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return page(lost, inPlace, request);
            }
        });
        List<String> others = LongStream.range(0, ROWS)
                .filter(i -> i != lost)
                .mapToObj(i -> "e-" + i)
                .toList();
        for (int prefetch : new int[] {0, 4}) {
            Walk<ActivityEvent> walk =
                    client.analytics().activity().prefetch(prefetch).iterator();

            assertThat(ids(walk)).isEqualTo(others);

            assertThat(walk.report().finished()).isTrue();
            assertThat(walk.report().proven()).isFalse();
            assertThat(walk.report().reasons())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason)
                            .matches("1 rows of the page at offset \\d+ were no records and could not be delivered;"
                                    + " the page's answer has them"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":null,\"pagination\":{\"page\":1,\"total\":0,\"hasMore\":false}}",
                "{\"data\":{},\"pagination\":{\"page\":1,\"total\":0,\"hasMore\":false}}",
                "{\"data\":\"\",\"pagination\":{\"page\":1,\"total\":0,\"hasMore\":false}}",
                "{\"pagination\":{\"page\":1,\"total\":0,\"hasMore\":false}}",
                "{}",
                "null"
            })
    void activity_noListOfRows_isAnErrorAndNoEmptyLog(String body) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().body(body).build();
            }
        });
        for (int prefetch : new int[] {0, 4}) {
            assertThatThrownBy(() ->
                            ids(client.analytics().activity().prefetch(prefetch).iterator()))
                    .isInstanceOf(SdkException.class);
        }
        assertThat(server.getRequestCount()).isLessThanOrEqualTo(6);
    }
}
