package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.sockets.RawServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages ahead of need that a server refuses with a time to come back: until then it is asked for no other. */
@Timeout(20)
class PagesAheadTest {
    private static final long ROWS = 200;
    private static final int PAGE = 10;
    private static final long REFUSED = 100;
    private static final Duration HINT = Duration.ofSeconds(5);

    private final FakeTime time = new FakeTime();
    private final Queue<Long> arrived = new ConcurrentLinkedQueue<>();
    private final RawServer server = new RawServer(this::serve);
    private volatile String refusal = "";
    private volatile long refusedAt = -1;
    private volatile boolean always;

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private boolean serve(String head, Socket socket) throws IOException {
        long offset = Long.parseLong(head.replaceAll("(?s).*offset=(\\d+).*", "$1"));
        // each page begins with the last row of the one before
        boolean refused = offset >= REFUSED && (always || (offset < REFUSED + PAGE - 1 && refusedAt < 0));
        if (refused) {
            refusedAt = time.nanos();
        } else if (offset >= REFUSED) {
            if (refusedAt >= 0) {
                arrived.add(time.nanos() - refusedAt);
            }
            untilTheRefusalIsRead();
        }
        String body = "{\"first\":" + offset + "}";
        String response = "HTTP/1.1 " + (refused ? refusal : "200 OK")
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** A client that has not read the refusal yet may go on with other pages as they come, and is right to. */
    private void untilTheRefusalIsRead() {
        while (time.waits().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private Paged<Long> rows(ApiClient client) {
        Transport transport = client.transport();
        PageSource<Long> source = PageSource.of(
                (at, canceler) -> transport.fetch(TestApi.GET, Ask.NOTHING.with("offset", at.offset()), canceler),
                at -> transport.fetchAsync(TestApi.GET, Ask.NOTHING.with("offset", at.offset())),
                at -> transport.fetchAhead(TestApi.GET, Ask.NOTHING.with("offset", at.offset())),
                (at, answer) -> Page.of(
                                at,
                                LongStream.range(at.offset(), Math.min(at.offset() + at.limit(), ROWS))
                                        .boxed()
                                        .toList(),
                                answer)
                        .withTotal(ROWS));
        return Paged.of(WalkSpec.<Long>offset("test.rows", source)
                .id(String::valueOf)
                .maxPageSize(PAGE)
                .open(transport::check)
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 503 Down, false",
        "4, 503 Down, false",
        "16, 503 Down, false",
        "4, 429 Slow down, false",
        "4, 503 Down, true",
        "4, 429 Slow down, true"
    })
    void refusedWithATimeToComeBack_nothingNewIsAskedBefore(int ahead, String status, boolean limited) {
        refusal = status + "\r\nRetry-After: " + HINT.toSeconds();
        TestApi.Builder builder = TestApi.client(server.url()).time(time).random(() -> 0.5);
        if (limited) {
            builder.rateLimit(RateLimiter.perMinute(10_000));
        }
        try (ApiClient client = builder.build()) {
            List<Long> read = rows(client).prefetch(ahead).stream().toList();

            assertThat(read)
                    .containsExactlyElementsOf(LongStream.range(0, ROWS).boxed().toList());
        }
        // those that are ahead of the page, which may be under way already, and no other
        assertThat(arrived).filteredOn(after -> after < HINT.toNanos()).hasSizeLessThan(Math.max(1, ahead));
        assertThat(time.waits()).anyMatch(wait -> wait.compareTo(HINT) >= 0);
    }

    @Test
    void refusedForLongerThanTheCap_isTheUsersToSee() {
        refusal = "429 Slow down\r\nRetry-After: 600";
        always = true;
        try (ApiClient client =
                TestApi.client(server.url()).time(time).random(() -> 0.5).build()) {
            ApiException failure = catchThrowableOfType(
                    ApiException.class, () -> rows(client).prefetch(4).stream().toList());

            assertThat(failure).hasMessageContaining("the server asks to wait 10 min, more than the cap of 60 s");
            assertThat(failure.retryAfter()).contains(Duration.ofMinutes(10));
        }
        assertThat(time.waits()).isEmpty();
    }
}
