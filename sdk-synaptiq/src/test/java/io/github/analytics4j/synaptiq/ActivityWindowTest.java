package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.Paged;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a walk over the feed says of its window on the wire. */
final class ActivityWindowTest {

    private static final String EMPTY =
            "{\"data\":[],\"pagination\":{\"page\":1,\"limit\":50,\"total\":0,\"totalPages\":0,\"hasMore\":false}}";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void walk_daysGiven_sendsThemAsDays() throws InterruptedException {
        HttpUrl url = walk(r -> r.startDate(LocalDate.of(2026, 3, 1)).endDate(LocalDate.of(2026, 3, 31)));

        assertThat(url.queryParameter("startDate")).isEqualTo("2026-03-01");
        assertThat(url.queryParameter("endDate")).isEqualTo("2026-03-31");
    }

    @Test
    void walk_onlyStartGiven_sendsNoEndOfItsOwn() throws InterruptedException {
        HttpUrl url = walk(r -> r.startDate(LocalDate.of(2026, 3, 1)));

        assertThat(url.queryParameter("startDate")).isEqualTo("2026-03-01");
        assertThat(url.queryParameter("endDate")).isNull();
    }

    @Test
    void endNow_daysDocumented_isRefusedBeforeSending() {
        try (SynaptiqClient client = client()) {
            Paged<ActivityEvent> feed = client.analytics().activity(r -> r.startDate(LocalDate.of(2026, 3, 1)));
            assertThatThrownBy(feed::endNow)
                    .isInstanceOf(WalkException.class)
                    .hasMessage(
                            "synaptiq.analytics.activity cannot end now: the vendor documents no point in time as the"
                                    + " end of its time window, only whole days or no end at all; give the request an end, or leave"
                                    + " out newer rows by their own time");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    /** A server that takes days would answer the whole day to each part that begins or ends in it. */
    @Test
    void split_daysDocumented_isRefusedBeforeSending() {
        try (SynaptiqClient client = client()) {
            Paged<ActivityEvent> feed = client.analytics()
                    .activity(r -> r.startDate(LocalDate.of(2026, 3, 1)).endDate(LocalDate.of(2026, 3, 31)));
            assertThatThrownBy(() -> feed.split(Duration.ofHours(6)))
                    .isInstanceOf(WalkException.class)
                    .hasMessage(
                            "synaptiq.analytics.activity cannot be split: the vendor documents no point in time as the end"
                                    + " of its time window, only whole days or no end at all, so that rows could be in two"
                                    + " parts or in none; walk the whole");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    private SynaptiqClient client() {
        return SynaptiqClient.builder()
                .baseUrl(server.url("/api/v1").toString())
                .apiKey("a-key")
                .build();
    }

    private HttpUrl walk(Consumer<ActivityRequest.Builder> request) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body(EMPTY).build());
        try (SynaptiqClient client = client()) {
            assertThat(client.analytics().activity(request).stream()).isEmpty();
        }
        return server.takeRequest().getUrl();
    }
}
