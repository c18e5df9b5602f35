package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
                                    + " the page's response has them"));
        }
    }

    private static Stream<Arguments> pagesWithoutRows() {
        String pagination = "\"pagination\":{\"page\":1,\"limit\":100,\"total\":250,\"totalPages\":3,\"hasMore\":true}";
        return Stream.of(
                Arguments.of("{" + pagination + "}", "$.data: expected a value, but it is absent", ""),
                Arguments.of("{\"data\":null," + pagination + "}", "$.data: expected a list, got null", "null"),
                Arguments.of("{\"data\":{}," + pagination + "}", "$.data: expected a list, got an object", "{}"),
                Arguments.of("{\"data\":\"\"," + pagination + "}", "$.data: expected a list, got text", "\"\""),
                Arguments.of("{\"data\":7," + pagination + "}", "$.data: expected a list, got a number", "7"),
                Arguments.of(
                        "{\"data\":true," + pagination + "}", "$.data: expected a list, got true or false", "true"),
                Arguments.of("{\"Data\":[]," + pagination + "}", "$.data: expected a value, but it is absent", ""),
                Arguments.of("{\"pagination\":null}", "$.data: expected a value, but it is absent", ""));
    }

    private static List<Function<Paged<ActivityEvent>, ?>> waysToRead() {
        return List.of(
                Paged::toList,
                Paged::firstPage,
                paged -> paged.pages().iterator().next(),
                paged -> paged.stream().toList(),
                paged -> joined(paged.firstPageAsync()),
                paged -> joined(paged.toListAsync()),
                paged -> joined(paged.forEachAsync(row -> {})),
                paged -> joined(read(paged.publisher())));
    }

    private static <V> V joined(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private static CompletableFuture<Void> read(Flow.Publisher<ActivityEvent> publisher) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ActivityEvent row) {}

            @Override
            public void onError(Throwable failure) {
                end.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                end.complete(null);
            }
        });
        return end;
    }

    @ParameterizedTest
    @MethodSource("pagesWithoutRows")
    void activity_pageWithoutItsRows_saysOperationStatusAttemptsAndWhatWasFound(String body, String found, String raw) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body(body)
                        .addHeader("X-Request-Id", "req_7")
                        .build();
            }
        });
        int asked = 0;
        for (int prefetch : new int[] {0, 4}) {
            for (Function<Paged<ActivityEvent>, ?> way : waysToRead()) {
                UnreadableResponseException failure = catchThrowableOfType(
                        UnreadableResponseException.class,
                        () -> way.apply(client.analytics().activity().prefetch(prefetch)));

                assertThat(failure)
                        .hasMessageStartingWith(
                                "synaptiq.analytics.activity: the response (200) could not be read: " + found)
                        .hasMessageEndingWith(" (request id req_7)");
                assertThat(failure.status()).isEqualTo(200);
                assertThat(failure.path()).contains("$.data");
                assertThat(failure.rawText()).isEqualTo(Optional.of(raw).filter(text -> !text.isEmpty()));
                assertThat(failure.requestId()).contains("req_7");
                assertThat(failure.attempts()).hasSize(1);
                asked++;
            }
        }
        assertThat(server.getRequestCount()).isEqualTo(asked);
    }

    @Test
    void activity_pageWithoutItsRowsThatSaysWhy_repeatsTheServersWords() {
        server.enqueue(new MockResponse.Builder()
                .body(
                        "{\"data\":null,\"error\":{\"message\":\"shard 3 of a-key is down\"},\"pagination\":{\"page\":1}}")
                .build());

        assertThatThrownBy(() -> client.analytics().activity().toList())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("synaptiq.analytics.activity: the response (200) could not be read:"
                        + " $.data: expected a list, got null; the server says: shard 3 of *** is down");
    }

    @Test
    void activity_keyInThePlaceOfTheRows_isShownNowhere() {
        String key = "sk_live_canary4711";
        server.enqueue(new MockResponse.Builder()
                .addHeader("X-Request-Id", key)
                .body("{\"data\":{\"" + key + "\":\"" + key + "\"},\"error\":\"no " + key
                        + " here\",\"pagination\":{}}")
                .build());
        try (SynaptiqClient other = SynaptiqClient.builder()
                .baseUrl(server.url("/v1").toString())
                .apiKey(key)
                .build()) {
            UnreadableResponseException failure = catchThrowableOfType(
                    UnreadableResponseException.class,
                    () -> other.analytics().activity().toList());

            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace + failure.rawText().orElse("") + failure.path() + failure.requestId() + failure.attempts())
                    .contains("the server says: no *** here", "$.data")
                    .doesNotContain("canary4711");
        }
    }

    @Test
    void activity_middlePageWithoutItsRows_isAskedForAgainAfterTheError() {
        AtomicBoolean broken = new AtomicBoolean(true);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean second = "2".equals(request.getUrl().queryParameter("page"));
                return second && broken.compareAndSet(true, false)
                        ? new MockResponse.Builder()
                                .body("{\"pagination\":{\"page\":2,\"limit\":100,\"total\":250,\"hasMore\":true}}")
                                .build()
                        : page(-1, "", request);
            }
        });
        for (int prefetch : new int[] {0, 4}) {
            broken.set(true);
            List<String> ids = new ArrayList<>();
            try (Walk<ActivityEvent> walk =
                    client.analytics().activity().prefetch(prefetch).iterator()) {
                assertThatThrownBy(() -> walk.forEachRemaining(row -> ids.add(row.id())))
                        .isInstanceOf(UnreadableResponseException.class)
                        .hasMessageContaining("$.data");
                walk.forEachRemaining(row -> ids.add(row.id()));

                assertThat(walk.report().proven()).isTrue();
            }
            assertThat(ids)
                    .isEqualTo(LongStream.range(0, ROWS).mapToObj(i -> "e-" + i).toList());
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
