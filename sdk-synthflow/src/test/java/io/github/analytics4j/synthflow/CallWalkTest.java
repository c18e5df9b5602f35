package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.FileCheckpointStore;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The call log, walked over a real socket while it misbehaves and moves. */
class CallWalkTest {
    private Sandbox sandbox;
    private SynthflowClient client;
    private String agent;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().calls(1000).strict().start();
        client = SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .build();
        agent = sandbox.synthflow().modelId();
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    private Paged<Call> log() {
        return client.calls().list(r -> r.modelId(agent));
    }

    private static List<String> ids(Paged<Call> log) {
        return log.stream().map(Call::callId).toList();
    }

    private List<String> all() {
        return sandbox.synthflow().calls().ids().toList();
    }

    @Test
    void list_lastPageExactlyFull_endsAfterOneMoreLook() {
        assertThat(ids(log())).isEqualTo(all()).hasSize(1000);
        assertThat(sandbox.requests().count()).isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"out of quota\",\"request_id\":\"r-9\"}",
                "{\"status\":\"error\",\"message\":\"out of quota\",\"request_id\":\"r-9\"}",
                "{\"status\":\"error\",\"response\":null,\"detail\":\"out of quota\",\"request_id\":\"r-9\"}",
                "{\"detail\":{\"status\":\"error\",\"description\":\"out of quota\",\"request_id\":\"r-9\"}}"
            })
    void list_errorInASuccess_saysOperationStatusWordsAndId(String body) {
        sandbox.synthflow()
                .faults()
                .on("/v2/calls")
                .skip(1)
                .show(Fault.status(200).body("application/json", body));
        for (boolean async : new boolean[] {false, true}) {
            assertThatThrownBy(() -> {
                        if (async) {
                            log().toListAsync().join();
                        } else {
                            log().toList();
                        }
                    })
                    .satisfies(failure -> assertThat(async ? failure.getCause() : failure)
                            .isInstanceOf(ApiException.class)
                            .hasMessageStartingWith("synthflow.calls.list: 200: the response holds an error")
                            .hasMessageContaining("out of quota")
                            .hasMessageContaining("request id r-9"));
        }
    }

    @Test
    void list_idsAreNumbers_tellsTheRowsApart() {
        String rows = "{\"call_id\":7},{\"call_id\":8},{\"call_id\":8}";
        String page = "{\"total_records\":3,\"limit\":100,\"offset\":0}";
        sandbox.faults()
                .next(Fault.status(200)
                        .body(
                                "application/json",
                                "{\"status\":\"ok\",\"response\":{\"pagination\":" + page + ",\"calls\":[" + rows
                                        + "]}}"));
        Walk<Call> walk = log().iterator();
        List<Call> read = new ArrayList<>();
        walk.forEachRemaining(read::add);
        assertThat(read).hasSize(2);
        assertThat(walk.report().reasons())
                .containsExactly(
                        "the page at offset 0 holds two rows with one id, of which only the first was delivered;"
                                + " the page's response has both");
    }

    @Test
    void list_emptyMiddlePage_goesOn() {
        sandbox.synthflow().pages().emptyPageAt(100);
        assertThat(ids(log())).isEqualTo(all());
    }

    @Test
    void list_totalTooLarge_endsAndSaysSo() {
        sandbox.synthflow().pages().total(total -> 5 * total);
        try (Walk<Call> walk = log().iterator()) {
            List<String> seen = new ArrayList<>();
            walk.forEachRemaining(call -> seen.add(call.callId()));
            assertThat(seen).isEqualTo(all());
            assertThat(walk.report().proven()).isFalse();
            assertThat(walk.report().reasons())
                    .singleElement()
                    .asString()
                    .contains("5000")
                    .contains("1000");
        }
    }

    @Test
    void list_totalTooSmall_goesOnToTheEnd() {
        sandbox.synthflow().pages().total(total -> 100);
        assertThat(ids(log())).isEqualTo(all());
    }

    @Test
    void list_serverIgnoringTheOffset_isAnErrorAndNotAnEndlessLoop() {
        sandbox.synthflow().pages().ignoreOffset();
        assertThatThrownBy(() -> ids(log())).isInstanceOf(WalkException.class).hasMessageContaining("offset");
        assertThat(sandbox.requests().count()).isLessThan(10);
    }

    @Test
    void list_twoIteratorsAtOnce_areIndependent() {
        Paged<Call> log = log();
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Iterator<Call> one = log.iterator();
        Iterator<Call> two = log.iterator();
        while (one.hasNext() || two.hasNext()) {
            if (one.hasNext()) {
                first.add(one.next().callId());
            }
            for (int i = 0; i < 3 && two.hasNext(); i++) {
                second.add(two.next().callId());
            }
        }
        assertThat(first).isEqualTo(all());
        assertThat(second).isEqualTo(all());
    }

    @Test
    void list_limitedStream_sendsOneRequest() {
        assertThat(log().stream().limit(50)).hasSize(50);
        assertThat(sandbox.requests().count()).isEqualTo(1);
    }

    @Test
    void list_movingLog_deliversWhatWasThereAllAlongOnceAndInOrder() {
        List<String> before = all();
        sandbox.synthflow().calls().afterEachPage(log -> {
            log.insertFirst(7);
            log.insert(log.size() / 2, 3);
            log.delete(20, 12);
        });
        List<String> seen = ids(log().prefetch(4));
        List<String> kept = new ArrayList<>(before);
        kept.retainAll(all());
        assertThat(kept).hasSizeGreaterThan(500);
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(kept);
    }

    @Test
    void list_failingPage_showsItsRowsBeforeTheErrorAndContinues() {
        SynthflowClient once = client.with(o -> o.retry(RetryPolicy.NONE));
        sandbox.faults().on("/v2/calls").skip(3).times(1).show(Fault.status(500));
        List<String> seen = new ArrayList<>();
        try (Walk<Call> walk = once.calls().list(r -> r.modelId(agent)).iterator()) {
            assertThatThrownBy(() -> walk.forEachRemaining(call -> seen.add(call.callId())))
                    .isInstanceOf(ServerException.class);
            assertThat(seen).hasSizeGreaterThanOrEqualTo(290);
            walk.forEachRemaining(call -> seen.add(call.callId()));
        }
        assertThat(seen).isEqualTo(all());
    }

    @Test
    void list_answerWithoutItsRows_isAnErrorAndNotAnEmptyLog() {
        sandbox.faults().next(Fault.status(200).body("application/json", "{\"status\":\"ok\",\"response\":{}}"));
        assertThatThrownBy(() -> ids(log()))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageStartingWith(
                        "synthflow.calls.list: the response (200) could not be read: $.response.calls: ");
    }

    @Test
    void list_rowThatIsNoRecord_keepsTheWalkFromBeingProven() {
        sandbox.faults()
                .next(Fault.status(200)
                        .body(
                                "application/json",
                                "{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":1,\"limit\":100,\"offset\":0},"
                                        + "\"calls\":[{\"call_id\":\"c-1\"},\"oops\"]}}"));
        try (Walk<Call> walk = log().iterator()) {
            assertThat(walk.next().callId()).isEqualTo("c-1");
            walk.forEachRemaining(call -> {});
            assertThat(walk.report().proven()).isFalse();
            assertThat(walk.report().reasons())
                    .containsExactly("1 rows of the page at offset 0 were no records and could not be delivered;"
                            + " the page's response has them");
        }
    }

    /** The README's nightly job, thrice, with a kill in the second night: each call once, whatever came in meanwhile. */
    @Test
    void list_threeNightsWithAKill_hasEveryCallOnce(@TempDir Path folder) {
        Path file = folder.resolve("calls.checkpoint");
        Map<String, Integer> kept = new LinkedHashMap<>();
        night(file, kept, Integer.MAX_VALUE);
        assertThat(kept.keySet()).containsExactlyElementsOf(all());

        sandbox.synthflow().calls().insertFirst(130);
        assertThatThrownBy(() -> night(file, kept, 530)).hasMessage("killed");
        assertThat(file).exists();
        sandbox.synthflow().calls().insertFirst(70);
        night(file, kept, Integer.MAX_VALUE);
        assertThat(file).doesNotExist();
        sandbox.synthflow().calls().insertFirst(40);
        night(file, kept, Integer.MAX_VALUE);

        assertThat(kept.keySet()).containsExactlyInAnyOrderElementsOf(all()).hasSize(1_240);
    }

    private void night(Path file, Map<String, Integer> kept, int killedAt) {
        FileCheckpointStore store = new FileCheckpointStore(file);
        Optional<Checkpoint> last = store.load().filter(checkpoint -> !checkpoint.finished());
        Instant from =
                last.map(checkpoint -> Instant.parse(checkpoint.note())).orElse(Instant.parse("2020-01-01T00:00:00Z"));
        Paged<Call> log =
                client.calls().list(r -> r.modelId(agent).fromDate(from)).prefetch(4);
        try (Walk<Call> calls = last.map(log::resume).orElse(log).iterator()) {
            int rows = 0;
            Set<String> tonight = new HashSet<>();
            while (calls.hasNext()) {
                String id = calls.next().callId();
                assertThat(tonight.add(id)).isTrue();
                kept.merge(id, 1, Integer::sum);
                if (++rows == killedAt) {
                    throw new IllegalStateException("killed");
                }
                if (calls.report().rows() % 200 == 0) {
                    store.save(calls.checkpoint().withNote(from.toString()));
                }
            }
            assertThat(calls.report().proven()).as("%s", calls.report()).isTrue();
        }
        store.clear();
    }

    @Test
    void list_filters_areSentWithEveryPage() {
        List<Call> completed = client.calls()
                .list(r -> r.modelId(agent)
                        .callStatus(CallStatus.COMPLETED)
                        .durationMin(1)
                        .leadPhoneNumber("+1"))
                .toList();
        assertThat(completed).isEmpty();
        assertThat(sandbox.requests().all())
                .allSatisfy(request -> assertThat(request.rawQuery())
                        .contains("call_status=completed")
                        .contains("duration_min=1")
                        .contains("lead_phone_number=%2B1"));
    }
}
