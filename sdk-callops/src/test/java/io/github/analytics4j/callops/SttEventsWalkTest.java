package io.github.analytics4j.callops;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.testkit.CallOpsSandbox.SttOrder;
import io.github.analytics4j.testkit.RowLog;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events that can be asked for by time only, at most 500 at once, walked over a real socket. */
class SttEventsWalkTest {
    private Sandbox sandbox;
    private CallOpsClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().sttEvents(18_500).strict().start();
        client = CallOpsClient.builder()
                .baseUrl(sandbox.callops().baseUrl())
                .apiKey(sandbox.callops().apiKey())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    private Paged<SttEvent> events() {
        return client.analytics().sttEvents(r -> {});
    }

    private Set<String> all() {
        return new HashSet<>(sandbox.callops().sttEvents().ids().toList());
    }

    /** A time in the log, as far from its newest row as asked, in rows. */
    private Instant timeOf(long row) {
        return sandbox.callops().sttEvents().time(row);
    }

    @ParameterizedTest
    @CsvSource({
        "NEWEST_FIRST,true,0",
        "NEWEST_FIRST,false,8",
        "OLDEST_FIRST,true,8",
        "SHUFFLED,false,0",
        "SHUFFLED,true,0"
    })
    void walk_20000EventsWithBurstsOf300_findsAll(SttOrder order, boolean endInclusive, int prefetch) {
        sandbox.callops().order(order);
        sandbox.callops().endInclusive(endInclusive);
        RowLog log = sandbox.callops().sttEvents();
        for (long row : new long[] {100, 9_000, 16_000}) {
            log.insertAt(timeOf(row), 300);
        }
        Instant crowded = timeOf(5_000);
        log.insertAt(crowded, 299);
        log.insertAt(crowded.plusMillis(1), 301);
        Walk<SttEvent> walk = events().prefetch(prefetch).iterator();
        List<String> ids = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        walk.forEachRemaining(event -> {
            ids.add(event.id());
            times.add(event.createdAt());
        });

        assertThat(ids).hasSize(20_000);
        assertThat(new HashSet<>(ids)).isEqualTo(all());
        assertThat(times).isSorted();
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(walk.report().proven()).isTrue();
    }

    @Test
    void walk_600EventsInOneMillisecond_saysWhatCannotBeProven() {
        RowLog log = sandbox.callops().sttEvents();
        Instant crowded = timeOf(5_000);
        log.insertAt(crowded, 600);
        Walk<SttEvent> walk = events().iterator();
        Set<String> ids = new HashSet<>();
        walk.forEachRemaining(event -> ids.add(event.id()));

        assertThat(ids.size()).isBetween(18_500 + 499, 18_500 + 600);
        assertThat(walk.report().finished()).isTrue();
        assertThat(walk.report().proven()).isFalse();
        assertThat(walk.report().reasons())
                .singleElement()
                .asString()
                .startsWith("the window from ")
                .contains(" to " + crowded.plusMillis(1) + " holds")
                .endsWith(" holds at least 500 rows, as many as one response can, and cannot be split further; narrow"
                        + " the request by its other parameters to read the rest");
    }

    @Test
    void walk_movingLog_findsWhatStayed() {
        Set<String> before = all();
        sandbox.callops().sttEvents().afterEachPage(log -> {
            log.insertFirst(5);
            log.insert(log.size() / 2, 3);
        });
        Walk<SttEvent> walk = events().prefetch(4).iterator();
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(event -> ids.add(event.id()));

        assertThat(new HashSet<>(ids)).hasSize(ids.size()).containsAll(before);
        assertThat(walk.report().proven()).isTrue();
    }

    @Test
    void split_byDays_givesEachPartItsOwnWalk() {
        Instant end = timeOf(0).plusMillis(1);
        Instant start = end.minus(Duration.ofDays(30));
        List<Paged.Part<SttEvent>> parts = client.analytics()
                .sttEvents(r -> r.startDate(start).endDate(end))
                .split(Duration.ofDays(7));
        sandbox.callops().endInclusive(false);
        List<String> ids = new ArrayList<>();
        parts.forEach(part -> part.rows().forEach(event -> ids.add(event.id())));

        List<String> whole = client
                .analytics()
                .sttEvents(r -> r.startDate(start).endDate(end))
                .stream()
                .map(SttEvent::id)
                .toList();
        assertThat(parts).hasSize(5);
        assertThat(ids).isEqualTo(whole).isNotEmpty();
    }
}
