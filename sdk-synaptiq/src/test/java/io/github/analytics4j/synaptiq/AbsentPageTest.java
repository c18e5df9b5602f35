package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.page.Walk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed whose server has no page behind the last row, and says so with a 404, as Django's pages by number do. */
class AbsentPageTest {
    /** So many rows go at once, all of which were answered before. */
    private static final int GOING = 250;

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    /** The places in the list that a response had; requests ahead of need come in any order. */
    private final BitSet answered = new BitSet();

    private String told = "";
    private int shrinksAfter = Integer.MAX_VALUE;
    private int refusesAfter = Integer.MAX_VALUE;
    private SynaptiqClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
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

    private void fill(int count) {
        LongStream.range(0, count).forEach(rows::add);
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        int limit = Integer.parseInt(Objects.requireNonNull(request.getUrl().queryParameter("limit")));
        int page = Integer.parseInt(Objects.requireNonNull(request.getUrl().queryParameter("page")));
        int first = (page - 1) * limit;
        asked.add(page + "x" + limit);
        if (asked.size() > shrinksAfter && answered.nextClearBit(0) >= GOING) {
            rows.subList(0, GOING).clear();
            shrinksAfter = Integer.MAX_VALUE;
        }
        if ((page > 1 && first >= rows.size()) || asked.size() > refusesAfter) {
            return new MockResponse.Builder()
                    .code(404)
                    .body("{\"detail\":\"Invalid page.\"}")
                    .build();
        }
        answered.set(first, first + limit);
        String items = rows.subList(first, Math.min(rows.size(), first + limit)).stream()
                .map(row -> "{\"id\":\"e-%d\",\"type\":\"lead.created\",\"description\":\"d\",\"occurredAt\":\"%s\"}"
                        .formatted(row, "2026-02-01T00:00:00.000Z"))
                .collect(Collectors.joining(","));
        String pagination = told.formatted(rows.size(), first + limit < rows.size());
        return new MockResponse.Builder()
                .body("{\"data\":[%s],\"pagination\":{\"page\":%d,\"limit\":%d%s}}"
                        .formatted(items, page, limit, pagination))
                .build();
    }

    private List<String> ids() {
        return rows.stream().map(row -> "e-" + row).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 57, 99, 100, 101, 200, 250})
    void walk_serverSaysNothingOfTheEnd_endsWhereNoPageIs(int count) {
        fill(count);
        Walk<ActivityEvent> walk = client.analytics().activity(r -> {}).iterator();
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(event -> ids.add(event.id()));

        assertThat(ids).isEqualTo(ids());
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(walk.report().proven()).isTrue();
        assertThat(asked).hasSizeLessThan(count / 100 + 4);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "'', 4", "',\"total\":%d', 0", "',\"total\":%d,\"hasMore\":%b', 0", "',\"total\":%d', 4"})
    void walk_feedEndsBeforeThePageThatIsWanted_findsItsPlaceAgain(String says, int prefetch) {
        told = says;
        fill(640);
        List<String> before = ids();
        shrinksAfter = 5;
        Walk<ActivityEvent> walk =
                client.analytics().activity(r -> {}).prefetch(prefetch).iterator();
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(event -> ids.add(event.id()));

        assertThat(ids).isEqualTo(before); // those that went had been read
        assertThat(ids()).hasSize(390);
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(walk.report().proven()).isTrue();
        assertThat(asked).hasSizeLessThan(25);
    }

    /** A feed that is gone as a whole, or for this key, ends no walk as if it had been read. */
    @Test
    void walk_allPagesAreGone_failsSoon() {
        fill(640);
        refusesAfter = 3;
        Walk<ActivityEvent> walk = client.analytics().activity(r -> {}).iterator();
        List<String> ids = new ArrayList<>();

        assertThatThrownBy(() -> walk.forEachRemaining(event -> ids.add(event.id())))
                .isInstanceOf(ApiException.NotFoundException.class)
                .hasMessageContaining("Invalid page.");
        assertThat(ids).isEqualTo(ids().subList(0, ids.size())).hasSizeBetween(250, 300);
        assertThat(asked).hasSizeLessThan(25);
    }
}
