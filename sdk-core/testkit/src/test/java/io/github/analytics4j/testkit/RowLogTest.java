package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.TestClient.Json;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowLogTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-04-22T16:49:29Z"));
    private final Sandbox sandbox =
            Sandbox.builder().calls(500).clock(clock).growing(false).start();
    private final SynthflowSandbox api = sandbox.synthflow();
    private final RowLog log = api.calls();
    private final String list = "/calls?limit=100&model_id=" + api.modelId();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void randomChanges_matchAPlainList_andTimesNeverRise() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>(log.ids().toList());
        for (int i = 0; i < 300; i++) {
            int rows = 1 + random.nextInt(5);
            int at = random.nextInt((int) log.size() - 10);
            if (random.nextBoolean()) {
                log.delete(at, rows);
                expected.subList(at, at + rows).clear();
            } else {
                log.insert(at, rows);
                expected.addAll(at, log.ids().skip(at).limit(rows).toList());
            }
        }

        assertThat(log.ids().toList()).as("seed " + seed).isEqualTo(expected).doesNotHaveDuplicates();
        assertThat(log.size()).isEqualTo(expected.size());
        for (int i = 1; i < log.size(); i++) {
            assertThat(log.time(i)).as("seed %s, row %s", seed, i).isBeforeOrEqualTo(log.time(i - 1));
        }
    }

    @Test
    void insertFirst_rowByRow_staysCheap() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Random random = new Random(seed);
        long start = cpuTime();
        for (int i = 0; i < 20_000; i++) {
            log.insertFirst(1);
            clock.advance(Duration.ofSeconds(random.nextInt(3)));
        }
        for (int i = 0; i < 20_000; i++) {
            log.insert(random.nextInt((int) log.size()), 1);
        }
        long millis = (cpuTime() - start) / 1_000_000;
        System.out.println("40,000 rows, one at a time: " + millis + " ms of CPU time");

        assertThat(log.ids()).hasSize(40_500).doesNotHaveDuplicates();
        assertThat(millis).as("milliseconds, seed " + seed).isLessThan(3_000);
    }

    /** Counts what this thread computed, whatever else the machine does meanwhile. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void afterEachPage_pagesAnsweredAtOnce_changesComeOneAtATime() throws Exception {
        List<String> expected = new ArrayList<>(log.ids().toList());
        log.afterEachPage(rows -> {
            long middle = rows.size() / 2;
            expected.remove(rows.id(middle)); // another change in between would make that two rows
            Thread.yield();
            rows.delete(middle, 1);
        });
        List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                    for (int i = 0; i < 50; i++) {
                        log.rows.pageAnswered();
                    }
                }))
                .limit(4)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(log.ids().toList()).isEqualTo(expected).hasSize(300);
    }

    @Test
    void insertFirst_comesNowAndShiftsThePages() throws Exception {
        String formerFirst = log.id(0);
        log.insertFirst(3);

        assertThat(log.time(0)).isEqualTo(clock.instant());
        assertThat(log.id(3)).isEqualTo(formerFirst);
        Json page = TestClient.json(api, list).get("response");
        assertThat(page.get("calls").get(3).get("call_id").text()).isEqualTo(formerFirst);
        assertThat(page.get("pagination").get("total_records").number()).isEqualTo(503);
    }

    @Test
    void insertFirst_isOutsideAWindowPinnedToNow() throws Exception {
        String pinned = list + "&to_date=" + clock.instant().toEpochMilli();
        List<String> before = ids(pinned);
        log.insertFirst(10);

        assertThat(ids(pinned)).isEqualTo(before);
    }

    @Test
    void insertAt_standsWhereItsTimeBelongs() {
        Instant time = log.time(100);
        String id = log.id(100);
        log.insertAt(time, 7);

        assertThat(log.id(100)).isEqualTo(id);
        for (int i = 101; i <= 107; i++) {
            assertThat(log.time(i)).isEqualTo(time);
        }
        assertThat(log.time(108)).isBefore(time);
    }

    @Test
    void changesAtTheEnds_areFine() {
        log.insert(log.size(), 2);
        log.delete(0, (int) log.size());
        assertThat(log.size()).isZero();
        log.insertFirst(1);
        assertThat(log.size()).isEqualTo(1);
        assertThatThrownBy(() -> log.delete(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> log.id(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void afterEachPage_runsBetweenPages() throws Exception {
        List<String> original = log.ids().toList();
        log.afterEachPage(changing -> changing.delete(0, 10));

        List<String> first = ids(list + "&offset=0");
        List<String> second = ids(list + "&offset=100");

        assertThat(first).isEqualTo(original.subList(0, 100));
        assertThat(second).isEqualTo(original.subList(110, 210));
        assertThat(log.size()).isEqualTo(480);
    }

    @Test
    void filters_seeChanges() throws Exception {
        long before = total("&call_status=completed");
        log.insertFirst(200);

        assertThat(total("&call_status=completed")).isGreaterThan(before + 80).isLessThan(before + 170);
    }

    @Test
    void quirks_total_emptyPage_ignoredOffset_andCap() throws Exception {
        api.pages().total(total -> total + 7);
        assertThat(total("")).isEqualTo(507);
        api.pages().emptyPageAt(100);
        assertThat(ids(list + "&offset=100")).isEmpty();
        assertThat(ids(list + "&offset=100")).hasSize(100);
        api.pages().atMost(30);
        assertThat(ids(list)).hasSize(30);
        api.pages().clear();
        api.pages().ignoreOffset();
        assertThat(ids(list + "&offset=300")).isEqualTo(ids(list));
        api.pages().clear();
        assertThat(ids(list + "&offset=400")).isEqualTo(log.ids().skip(400).toList());
    }

    private long total(String filter) throws Exception {
        return TestClient.json(api, list + filter)
                .get("response")
                .get("pagination")
                .get("total_records")
                .number();
    }

    private List<String> ids(String path) throws Exception {
        return TestClient.json(api, path).get("response").get("calls").all().stream()
                .map(call -> call.get("call_id").text())
                .toList();
    }
}
