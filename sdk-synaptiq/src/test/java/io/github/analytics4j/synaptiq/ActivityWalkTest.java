package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The activity feed, walked by page number over a real socket while it moves. */
class ActivityWalkTest {

    private Sandbox sandbox;
    private SynaptiqClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().activities(2_000).strict().start();
        client = SynaptiqClient.builder()
                .baseUrl(sandbox.synaptiq().baseUrl())
                .apiKey(sandbox.synaptiq().apiKey())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    private Paged<ActivityEvent> feed() {
        Instant oldest = sandbox.synaptiq().activity().time(1_999);
        return client.analytics().activity(r -> r.startDate(oldest));
    }

    private List<String> all() {
        return sandbox.synaptiq().activity().ids().toList();
    }

    @Test
    void walk_quietFeed_findsAllInOrder() {
        Walk<ActivityEvent> walk = feed().iterator();
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(event -> ids.add(event.id()));

        assertThat(ids).isEqualTo(all());
        assertThat(walk.report().proven()).isTrue();
        assertThat(sandbox.requests().count()).isLessThan(25);
    }

    /** The sandbox moves with every response; eight at a time must not make it grow faster than pages of 100 are read. */
    @ParameterizedTest
    @CsvSource({"0, 40", "1, 40", "8, 4"})
    void walk_movingFeed_findsWhatStayedOnceAndInOrder(int prefetch, int growth) {
        Paged<ActivityEvent> feed = feed().openEnd().prefetch(prefetch);
        Set<String> stayed = new LinkedHashSet<>(all());
        sandbox.synaptiq().activity().afterEachPage(log -> {
            log.insertFirst(3);
            stayed.remove(log.id(log.size() / 2));
            log.delete(log.size() / 2, 1);
            log.insert(log.size() / 3, growth);
        });
        Walk<ActivityEvent> walk = feed.iterator();
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(event -> ids.add(event.id()));

        assertThat(new HashSet<>(ids)).hasSize(ids.size());
        assertThat(ids.stream().filter(stayed::contains)).containsExactlyElementsOf(stayed);
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(walk.report().proven()).isTrue();
    }

    @Test
    void walk_resumedAfterEachPage_findsAllInOrder() {
        List<String> ids = new ArrayList<>();
        Paged<ActivityEvent> feed = feed();
        Checkpoint checkpoint = null;
        while (checkpoint == null || !checkpoint.finished()) {
            Paged<ActivityEvent> rest = checkpoint == null ? feed : feed.resume(Checkpoint.parse(checkpoint.text()));
            try (Walk<ActivityEvent> walk = rest.iterator()) {
                for (int i = 0; i < 130 && walk.hasNext(); i++) {
                    ids.add(walk.next().id());
                }
                checkpoint = walk.checkpoint();
            }
        }
        assertThat(ids).isEqualTo(all());
    }
}
