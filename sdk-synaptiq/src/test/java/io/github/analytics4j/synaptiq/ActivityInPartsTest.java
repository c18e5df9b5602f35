package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.page.WalkProgress;
import io.github.analytics4j.page.WalkReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed over more days than one request may ask for, from servers that count days in their own ways. */
final class ActivityInPartsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = START.plusDays(900);
    /** One in twenty hours, so some right at midnight, over more days than are asked for. */
    private static final int EVENTS = 920 * 24 / 20;

    private static final Instant NEWEST =
            END.plusDays(10).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final String TOO_LONG =
            "ActivityRequest: startDate to endDate must be at most 365 days in one request, was"
                    + " 900: read the rows of activity(request), which walks a longer range in parts, from its first page";

    private final MockWebServer server = new MockWebServer();
    private final List<String> refusals = new ArrayList<>();
    private SynaptiqClient client;
    private boolean lastDayCounts = true;
    private int zone;
    private boolean heedsEnd = true;
    private boolean timeless;
    private int lateAPage;
    /** Events that came in late, each six hours behind the one that was there all along, by whose number they go. */
    private final Set<Long> late = new HashSet<>();

    private final Random random = new Random(7);

    @BeforeEach
    void start() throws IOException {
        server.start();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getUrl());
            }
        });
        client = SynaptiqClient.builder()
                .baseUrl(server.url("/api/v1").toString())
                .apiKey("a-key")
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        assertThat(refusals).isEmpty();
    }

    private static Instant time(long event) {
        return event < 0 ? time(-1 - event).minus(6, ChronoUnit.HOURS) : NEWEST.minus(20 * event, ChronoUnit.HOURS);
    }

    private static LocalDate day(HttpUrl url, String name) {
        return LocalDate.parse(Objects.requireNonNull(url.queryParameter(name)));
    }

    private synchronized MockResponse answer(HttpUrl url) {
        LocalDate start = day(url, "startDate");
        LocalDate end = day(url, "endDate");
        if (ChronoUnit.DAYS.between(start, end) + 1 > 365) {
            refusals.add(start + " to " + end);
            return new MockResponse.Builder().code(422).body("{\"error\":{}}").build();
        }
        ZoneOffset offset = ZoneOffset.ofHours(zone);
        Instant from = start.atStartOfDay().toInstant(offset);
        Instant to = end.plusDays(lastDayCounts ? 1 : 0).atStartOfDay().toInstant(offset);
        for (int i = 0; i < lateAPage; i++) {
            late.add((long) random.nextInt(EVENTS));
        }
        List<Long> events = LongStream.range(0, EVENTS)
                .flatMap(event -> late.contains(event) ? LongStream.of(event, -1 - event) : LongStream.of(event))
                .filter(event ->
                        !time(event).isBefore(from) && (!heedsEnd || time(event).isBefore(to)))
                .boxed()
                .toList();
        int limit = Integer.parseInt(Objects.requireNonNull(url.queryParameter("limit")));
        int page = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page")));
        int first = (page - 1) * limit;
        int last = Math.min(events.size(), first + limit);
        String rows = IntStream.range(first, Math.max(first, last))
                .mapToObj(i -> row(events.get(i)))
                .collect(Collectors.joining(",", "[", "]"));
        return new MockResponse.Builder()
                .body("{\"data\":" + rows + ",\"pagination\":{\"page\":" + page + ",\"limit\":" + limit + ",\"total\":"
                        + events.size() + ",\"hasMore\":" + (last < events.size()) + "}}")
                .build();
    }

    private String row(long event) {
        return "{\"id\":\"evt_" + event + "\",\"type\":\"lead.created\",\"description\":\"d\""
                + (timeless ? "" : ",\"occurredAt\":\"" + time(event) + "\"") + "}";
    }

    private Paged<ActivityEvent> feed() {
        return client.analytics().activity(r -> r.startDate(START).endDate(END));
    }

    /** As one request for the whole range would answer, if there were no longest one. */
    private List<String> expected() {
        ZoneOffset offset = ZoneOffset.ofHours(zone);
        Instant from = START.atStartOfDay().toInstant(offset);
        Instant to = END.plusDays(lastDayCounts ? 1 : 0).atStartOfDay().toInstant(offset);
        return LongStream.range(0, EVENTS)
                .filter(event ->
                        !time(event).isBefore(from) && (!heedsEnd || time(event).isBefore(to)))
                .mapToObj(event -> "evt_" + event)
                .toList();
    }

    private List<HttpUrl> requests() throws InterruptedException {
        List<HttpUrl> urls = new ArrayList<>();
        while (urls.size() < server.getRequestCount()) {
            urls.add(server.takeRequest().getUrl());
        }
        return urls;
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0, 0",
        "false, 0, 0",
        "true, 14, 0",
        "false, 14, 0",
        "true, -12, 0",
        "false, -12, 0",
        "true, 0, 8",
        "false, -5, 8"
    })
    void walk_900Days_everyEventOnce_inOneOrder(boolean inclusive, int hours, int prefetch)
            throws InterruptedException {
        lastDayCounts = inclusive;
        zone = hours;
        List<String> ids = new ArrayList<>();
        try (Walk<ActivityEvent> walk = feed().prefetch(prefetch).iterator()) {
            walk.forEachRemaining(event -> ids.add(event.id()));
            assertThat(walk.report().reasons()).isEmpty();
            assertThat(walk.report().proven()).isTrue();
            assertThat(walk.report().rows()).isEqualTo(ids.size());
        }
        assertThat(ids).isEqualTo(expected());
        List<HttpUrl> requests = requests();
        assertThat(requests).hasSizeLessThanOrEqualTo(prefetch == 0 ? 17 : 24);
        assertThat(requests.stream().map(url -> day(url, "startDate") + " " + day(url, "endDate")))
                .doesNotContain(START + " " + END);
        assertThat(requests.stream().map(url -> day(url, "startDate"))).contains(START);
        assertThat(requests.stream().map(url -> day(url, "endDate"))).contains(END);
    }

    @ParameterizedTest
    @ValueSource(longs = {366, 400, 727, 728, 729, 1_100, 3_000})
    void walk_anyLength_everyEventOnce(long days) {
        LocalDate start = END.minusDays(days);
        Paged<ActivityEvent> feed =
                client.analytics().activity(r -> r.startDate(start).endDate(END));
        Instant from = start.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = END.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(feed.stream().map(ActivityEvent::id))
                .containsExactlyElementsOf(LongStream.range(0, EVENTS)
                        .filter(event ->
                                !time(event).isBefore(from) && time(event).isBefore(to))
                        .mapToObj(event -> "evt_" + event)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 100, 333, 433, 447})
    void resume_afterSoManyRows_everyEventOnce(int rows) {
        List<String> ids = new ArrayList<>();
        Checkpoint checkpoint = null;
        int walks = 0;
        while (checkpoint == null || !checkpoint.finished()) {
            Paged<ActivityEvent> rest =
                    checkpoint == null ? feed() : feed().resume(Checkpoint.parse(checkpoint.text()));
            int wanted = walks++ < 60 ? rows : Integer.MAX_VALUE;
            try (Walk<ActivityEvent> walk = rest.iterator()) {
                for (int i = 0; i < wanted && walk.hasNext(); i++) {
                    ids.add(walk.next().id());
                }
                checkpoint = walk.checkpoint();
                assertThat(checkpoint.rows()).isEqualTo(ids.size());
                assertThat(walk.report().reasons()).isEmpty();
            }
        }
        assertThat(ids).isEqualTo(expected());
    }

    @Test
    void resume_finishedInParts_isRefused() {
        Walk<ActivityEvent> walk = feed().iterator();
        walk.forEachRemaining(event -> {});
        Checkpoint checkpoint = walk.checkpoint();
        assertThatThrownBy(() -> feed().resume(checkpoint))
                .isInstanceOf(WalkException.class)
                .hasMessageContaining("reached its end");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 450, 900})
    void limit_countsOverAllParts(int limit) throws InterruptedException {
        assertThat(feed().limit(limit).stream().map(ActivityEvent::id))
                .containsExactlyElementsOf(expected().subList(0, limit));
        assertThat(requests()).hasSizeLessThanOrEqualTo(limit / 100 + 6);
    }

    @Test
    void walk_everyForm_deliversTheSame_andTellsProgress() {
        List<WalkProgress> progress = new ArrayList<>();
        List<WalkReport> reports = new ArrayList<>();
        Paged<ActivityEvent> feed =
                feed().onProgress(Duration.ZERO, progress::add).onReport(reports::add);
        List<Function<Paged<ActivityEvent>, List<ActivityEvent>>> forms = List.of(
                Paged::toList,
                paged -> paged.toListAsync().join(),
                paged -> paged.pages().stream()
                        .flatMap(page -> page.items().stream())
                        .toList());
        for (Function<Paged<ActivityEvent>, List<ActivityEvent>> form : forms) {
            assertThat(form.apply(feed)).extracting(ActivityEvent::id).isEqualTo(expected());
        }
        assertThat(reports)
                .hasSize(3)
                .allSatisfy(report -> assertThat(report.proven()).isTrue());
        assertThat(progress.get(progress.size() - 1).rows())
                .isEqualTo(expected().size());
        assertThat(progress).extracting(WalkProgress::rows).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void walk_eventsComeInLate_thoseThatWereThereOnceAndInOrder(int prefetch) {
        lateAPage = 12;
        List<String> ids = new ArrayList<>();
        try (Walk<ActivityEvent> walk = feed().prefetch(prefetch).iterator()) {
            walk.forEachRemaining(event -> ids.add(event.id()));
            assertThat(walk.report().reasons()).isEmpty();
            assertThat(walk.report().proven()).isTrue();
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().filter(id -> !id.startsWith("evt_-"))).containsExactlyElementsOf(expected());
    }

    @Test
    void resume_anotherEnd_isRefused() {
        Walk<ActivityEvent> walk = feed().iterator();
        walk.next();
        Checkpoint checkpoint = Checkpoint.parse(walk.checkpoint().text());
        Paged<ActivityEvent> other =
                client.analytics().activity(r -> r.startDate(START).endDate(END.minusDays(1)));
        assertThatThrownBy(() -> other.resume(checkpoint))
                .isInstanceOf(WalkException.class)
                .hasMessageContaining("another query: endDate was ");
    }

    @Test
    void walk_eventsWithoutATime_everyEventOnce() {
        timeless = true;
        assertThat(feed().stream().map(ActivityEvent::id)).containsExactlyElementsOf(expected());
    }

    @Test
    void walk_serverThatIgnoresTheEnd_everyEventOnce() {
        heedsEnd = false;
        assertThat(feed().stream().map(ActivityEvent::id)).containsExactlyElementsOf(expected());
    }

    @Test
    void singleRequests_900Days_areRefusedBeforeSending() {
        ActivityRequest request = ActivityRequest.of(r -> r.startDate(START).endDate(END));
        assertThatThrownBy(() -> client.analytics().prepareActivityPage(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(TOO_LONG);
        assertThatThrownBy(() -> client.analytics().activityPageAsync(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(TOO_LONG);
        assertThatThrownBy(() -> client.analytics().activity(request).firstPage())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(TOO_LONG);
        assertThatThrownBy(() -> client.analytics().activity(request).firstPageAsync())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(TOO_LONG);
        assertThatThrownBy(() -> client.analytics()
                        .activity(request.toBuilder().page(2).build())
                        .toList())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(TOO_LONG);
        assertThat(server.getRequestCount()).isZero();
    }
}
