package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.SynthflowSandbox.ToDate;
import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to calls as time goes on, and after the fact. */
class CallLifeTest {
    private static final Instant NOW = Instant.parse("2026-04-22T11:49:29Z"); // a Wednesday

    private final ManualClock clock = new ManualClock(NOW);
    private final Sandbox sandbox =
            Sandbox.builder().seed(42).calls(2_000).callsPerDay(50).clock(clock).start();
    private final SynthflowSandbox api = sandbox.synthflow();
    private final CallLog log = api.calls();
    private final String list = "/calls?limit=100&model_id=" + api.modelId();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void log_growsAndShrinksWithTheClock() {
        List<String> before = log.ids().toList();
        clock.advance(Duration.ofDays(1));
        List<String> after = log.ids().toList();
        clock.advance(Duration.ofDays(-1));

        assertThat(after).hasSizeGreaterThan(before.size() + 15).endsWith(before.toArray(new String[0]));
        assertThat(log.ids()).isEqualTo(before);
        clock.advance(Duration.ofDays(-10));
        assertThat(log.ids().toList()).isEqualTo(before.subList(before.size() - (int) log.size(), before.size()));
        assertThat(log.size()).isBetween(1_000L, 1_990L);
        assertThat(log.time(0)).isBeforeOrEqualTo(clock.instant());
    }

    /** A job that reads twice must not find changes that nobody made. */
    @Test
    void systemClock_sameCallTwice_isTheSameBytes() throws Exception {
        try (Sandbox still = Sandbox.builder().calls(300).callsPerDay(300_000).start()) {
            SynthflowSandbox calls = still.synthflow();
            calls.calls().insertFirst(10);
            String page = "/calls?limit=100&model_id=" + calls.modelId();
            String first = TestClient.get(calls, page).body();
            long start = System.currentTimeMillis();
            Await.until(() -> System.currentTimeMillis() > start + 1_100);

            assertThat(TestClient.get(calls, page).body()).isEqualTo(first);
        }
    }

    @Test
    void callsPerDay_saysHowFastTheLogGrows() {
        try (Sandbox busy =
                Sandbox.builder().calls(100).callsPerDay(5_000).clock(clock).start()) {
            clock.advance(Duration.ofDays(7));

            assertThat(busy.synthflow().calls().size()).isBetween(28_000L, 45_000L);
        }
    }

    @Test
    void systemClock_logStandsStillUnlessToldOtherwise() {
        try (Sandbox still = Sandbox.builder().calls(50).callsPerDay(1e6).start();
                Sandbox growing = Sandbox.builder()
                        .calls(50)
                        .callsPerDay(1e6)
                        .growing(true)
                        .start()) {
            Await.until(() -> growing.synthflow().calls().size() > 50); // within seconds, on a Sunday's night too

            assertThat(still.synthflow().calls().size()).isEqualTo(50);
        }
    }

    @Test
    void everyCall_atAnyMoment_isDatedBeforeNow() throws Exception {
        log.insertFirst(20);
        for (int i = 0; i < 40; i++) {
            clock.advance(Duration.ofSeconds(1 + 37L * i));
            for (Json call : calls(list)) {
                assertThat(start(call)).isBeforeOrEqualTo(clock.instant());
                if (!call.get("telephony_end").isNull()) {
                    assertThat(local(call.get("telephony_end"))).isBeforeOrEqualTo(clock.instant());
                }
            }
        }
    }

    @Test
    void calls_passThroughTheirLife_andEndAsTheySaid() throws Exception {
        SynthflowAgent busy = api.account().addAgent("Busy", 500, 40_000);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMillis(700 + 611L * i));
            for (Json call : calls("/calls?limit=100&model_id=" + busy.modelId())) {
                String status = call.get("call_status").text();
                boolean underWay = Set.of("in-progress", "queue", "initiated", "ringing", "checking")
                        .contains(status);
                seen.add(status);
                if (underWay) {
                    assertThat(Duration.between(start(call), clock.instant())).isLessThan(Duration.ofMinutes(10));
                    assertThat(call.get("telephony_end").isNull()).isTrue();
                    assertThat(call.get("transcript").isNull()).isTrue();
                    assertThat(seconds(call)).isZero();
                } else {
                    assertThat(start(call).plusSeconds(seconds(call))).isBeforeOrEqualTo(clock.instant());
                }
            }
        }

        assertThat(seen).contains("in-progress", "queue", "initiated", "ringing", "checking", "completed");
    }

    @Test
    void add_callInProgress_endsNightsLater() throws Exception {
        String id = log.add(call -> call.status("completed").endsAt(NOW.plus(Duration.ofHours(30))));

        clock.advance(Duration.ofHours(29));
        Json before = find(id);
        clock.advance(Duration.ofHours(2));
        Json after = find(id);

        assertThat(before.get("call_status").text()).isEqualTo("in-progress");
        assertThat(before.get("telephony_end").isNull()).isTrue();
        assertThat(after.get("call_status").text()).isEqualTo("completed");
        assertThat(seconds(after)).isEqualTo(30 * 3600);
        assertThat(local(after.get("telephony_end"))).isEqualTo(NOW.plus(Duration.ofHours(30)));
    }

    @Test
    void add_callWithoutEnd_staysInProgressUntilChanged() throws Exception {
        String id = log.add(call -> call.startedAt(NOW.minusSeconds(60)).inProgress());
        clock.advance(Duration.ofDays(9));
        assertThat(find(id).get("call_status").text()).isEqualTo("in-progress");

        log.change(id, call -> call.status("failed").duration(Duration.ofMinutes(3)));

        assertThat(find(id).get("call_status").text()).isEqualTo("failed");
        assertThat(seconds(find(id))).isEqualTo(180);
    }

    @Test
    void add_callWithoutStart_isFoundByNoRangeOfTimes() throws Exception {
        long all = total(list);
        long ranged = total(list + "&from_date=0");
        String id = log.add(SandboxCall::withoutStart);

        assertThat(total(list)).isEqualTo(all + 1);
        assertThat(total(list + "&from_date=0")).isEqualTo(ranged);
        assertThat(total(list + "&to_date=" + NOW.plusSeconds(1).toEpochMilli()))
                .isEqualTo(ranged);
        assertThat(find(id).get("start_time").isNull()).isTrue();
        assertThat(find(id).get("telephony_start").isNull()).isTrue();
        assertThat(find(id).get("call_status").text()).isEqualTo("queue");
        assertThat(callsCounted()).isEqualTo(ranged(NOW.minus(Duration.ofDays(7))));

        clock.advance(Duration.ofHours(1));
        log.change(
                id, call -> call.startedAt(clock.instant()).status("completed").duration(Duration.ZERO));
        assertThat(start(find(id))).isEqualTo(clock.instant());
        assertThat(total(list + "&from_date=" + clock.instant().toEpochMilli())).isEqualTo(1);
    }

    @Test
    void change_afterTheFact_showsInListFilterAndAnalytics() throws Exception {
        String id = log.id(700);
        long failed = total(list + "&call_status=failed");
        long odd = total(list + "&call_status=odd");
        Instant time = log.time(700);

        log.change(
                id,
                call -> call.status("odd")
                        .labels("a", "b")
                        .leadPhoneNumber("+4912345")
                        .endCallReason("strange")
                        .typeOfCall("widget")
                        .field("brand_new", List.of(1, 2L << 53 | 1, "x")));

        Json call = calls(list + "&lead_phone_number=%2B4912345").get(0);
        assertThat(call.get("call_id").text()).isEqualTo(id);
        assertThat(call.get("labels").value()).isEqualTo(List.of("a", "b"));
        assertThat(call.get("end_call_reason").text()).isEqualTo("strange");
        assertThat(call.get("type_of_call").text()).isEqualTo("widget");
        assertThat(TestClient.get(api, list + "&call_status=odd").body())
                .contains("\"brand_new\":[1,18014398509481985,\"x\"]");
        assertThat(odd).isZero();
        assertThat(total(list + "&call_status=odd")).isEqualTo(1);
        assertThat(total(list + "&call_status=failed")).isBetween(failed - 1, failed);
        assertThat(log.time(700)).isEqualTo(time);
        Json analytics = TestClient.json(
                api, "/analytics/?from_date=" + time.minusSeconds(1) + "&to_date=" + time.plusSeconds(1));
        assertThat(analytics.get("call_status_stat").get("items").all())
                .filteredOn(item -> item.get("status").text().equals("odd"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("value").number()).isEqualTo(1));
        assertThat(analytics.get("end_call_reason_stat").get("series").sum("strange"))
                .isEqualTo(1);
    }

    @Test
    void change_startOverMidnight_movesTheCall() throws Exception {
        Instant midnight = Instant.parse("2026-04-21T00:00:00Z");
        String id = log.add(call -> call.startedAt(midnight.minusSeconds(2)).duration(Duration.ofMinutes(1)));
        long before = ranged(midnight);
        long size = log.size();

        log.change(id, call -> call.startedAt(midnight.plusSeconds(2)));

        assertThat(ranged(midnight)).isEqualTo(before + 1);
        assertThat(start(find(id))).isEqualTo(midnight.plusSeconds(2));
        assertThat(log.size()).isEqualTo(size);
        assertThat(log.ids()).doesNotHaveDuplicates();
        for (int i = 1; i < log.size(); i++) {
            assertThat(log.time(i)).isBeforeOrEqualTo(log.time(i - 1));
        }
    }

    @Test
    void delete_byId_takesOneCall_andUnknownIdsAreNamed() throws Exception {
        String old = log.id(1_234);
        String added = log.add(call -> {});
        log.insertFirst(3);
        List<String> expected = new ArrayList<>(log.ids().toList());
        expected.removeAll(List.of(old, added));

        log.delete(old);
        log.delete(added);

        assertThat(log.ids()).isEqualTo(expected);
        for (String id : List.of(old, added, "nonsense", "", old.replace(old.charAt(0), 'z'))) {
            assertThatThrownBy(() -> log.delete(id))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the log of Booking assistant holds no call " + id);
            assertThatThrownBy(() -> log.change(id, call -> {})).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void retention_hidesWhatIsOlder_asTimeGoesOn() throws Exception {
        log.retention(Duration.ofDays(5));
        long size = log.size();

        assertThat(log.time(size - 1)).isAfterOrEqualTo(NOW.minus(Duration.ofDays(5)));
        assertThat(total(list)).isEqualTo(size).isEqualTo(ranged(NOW.minus(Duration.ofDays(5))));
        clock.advance(Duration.ofDays(30));
        assertThat(log.time(log.size() - 1)).isAfterOrEqualTo(clock.instant().minus(Duration.ofDays(5)));
    }

    @Test
    void toDate_asEnd_leavesOutWhatGoesOnOverIt() throws Exception {
        Instant midnight = Instant.parse("2026-04-20T00:00:00Z");
        String over = log.add(call -> call.startedAt(midnight.minusSeconds(30)).duration(Duration.ofMinutes(9)));
        String open = log.add(call -> call.startedAt(midnight.minusSeconds(40)).inProgress());
        String until = list + "&from_date=" + midnight.minusSeconds(3_600).toEpochMilli() + "&to_date="
                + midnight.toEpochMilli();
        List<String> byStart = ids(until);
        api.toDate(ToDate.END);
        List<String> byEnd = ids(until);

        assertThat(byStart).contains(over, open);
        List<String> expected = new ArrayList<>(byStart);
        expected.removeAll(List.of(over, open));
        assertThat(byEnd).isEqualTo(expected);
        assertThat(ids(list + "&from_date=" + midnight.toEpochMilli())).doesNotContain(over, open);
        assertThat(ids(list + "&from_date=" + midnight.minusSeconds(60).toEpochMilli()))
                .isNotEmpty();
        assertThat(total(until)).isEqualTo(byEnd.size());
    }

    @Test
    void agents_comeAndGo() throws Exception {
        SynthflowAgent agent = api.account().addAgent("Night desk", 120, 40);
        SynthflowAgent sister = api.account().addAgent("Night desk", 120, 40);

        assertThat(total("/calls?model_id=" + agent.modelId())).isEqualTo(120);
        assertThat(agent.modelId()).isNotEqualTo(sister.modelId());
        assertThat(agent.calls().id(0)).isNotEqualTo(sister.calls().id(0));
        assertThat(TestClient.json(api, "/analytics/?model_id=" + agent.modelId())
                        .get("recent_call_history")
                        .get("items")
                        .get(0)
                        .get("agent_name")
                        .text())
                .isEqualTo("Night desk");
        api.account().removeAgent(agent.modelId());
        assertThat(total("/calls?model_id=" + agent.modelId())).isZero();
        assertThat(api.modelIds()).doesNotContain(agent.modelId()).contains(sister.modelId());
        List<Long> sizes =
                api.agents().stream().map(each -> each.calls().size()).toList();
        assertThat(new HashSet<>(sizes)).hasSize(4);
    }

    @Test
    void accounts_seeOnlyTheirOwn_andRegionsRefuseEachOthersKeys() throws Exception {
        SynthflowAccount other = api.addAccount("other");
        SynthflowAccount europe = api.addAccount("europe", "eu");
        other.addAgent("One", 30);
        europe.addAgent("Two", 40);

        assertThat(status(other, other.apiKey())).isEqualTo(200);
        assertThat(status(europe, europe.apiKey())).isEqualTo(200);
        assertThat(status(europe, other.apiKey())).isEqualTo(401);
        assertThat(status(other, europe.apiKey())).isEqualTo(401);
        assertThat(status(europe, api.apiKey())).isEqualTo(401);
        assertThat(other.baseUrl()).isEqualTo(api.baseUrl());
        String foreign = other.agents().get(0).modelId();
        assertThat(total("/calls?model_id=" + foreign)).isZero();
        HttpResponse<String> own = send(other, "/calls?model_id=" + foreign, other.apiKey());
        assertThat(Json.of(own.body()).get("response").get("calls").all()).hasSize(20);
        assertThat(Json.of(send(europe, "/analytics/", europe.apiKey()).body())
                        .get("assistant_performance")
                        .get("by_calls_made")
                        .all())
                .hasSize(1);
        other.rotateKey("new");
        assertThat(status(other, "new")).isEqualTo(200);
    }

    @Test
    void dateClock_datesAnswersOnly() throws Exception {
        Instant ahead = NOW.plus(Duration.ofDays(365));
        sandbox.dateClock(Clock.fixed(ahead, ZoneOffset.UTC));

        HttpResponse<String> response = TestClient.get(api, list);

        assertThat(response.headers().firstValue("Date")).contains("Thu, 22 Apr 2027 11:49:29 GMT");
        assertThat(total(list)).isEqualTo(2_000);
    }

    @Test
    void sameNumber_samePerson_atEveryAgent() throws Exception {
        Map<String, String> names = new HashMap<>();
        for (String model : api.modelIds()) {
            for (int offset = 0; offset < 200; offset += 100) {
                for (Json call : calls("/calls?limit=100&offset=" + offset + "&model_id=" + model)) {
                    String name = call.get("lead_name").text();
                    assertThat(names.merge(call.get("lead_phone_number").text(), name, (one, two) -> one))
                            .isEqualTo(name);
                }
            }
        }
        assertThat(names.size()).isBetween(150, 590);
        assertThat(new HashSet<>(names.values())).hasSizeGreaterThan(100);
    }

    private static int status(SynthflowAccount account, String key) throws Exception {
        return send(account, "/analytics/", key).statusCode();
    }

    private static HttpResponse<String> send(SynthflowAccount account, String path, String key) throws Exception {
        return TestClient.send(TestClient.request(account.baseUrl() + path).header("Authorization", "Bearer " + key));
    }

    private long callsCounted() throws Exception {
        return TestClient.json(api, "/analytics/?model_id=" + api.modelId())
                .get("duration_metrics")
                .get("total_calls")
                .number();
    }

    private long ranged(Instant from) throws Exception {
        return total(list + "&from_date=" + from.toEpochMilli());
    }

    private Json find(String id) throws Exception {
        for (int offset = 0; offset < log.size(); offset += 100) {
            for (Json call : calls(list + "&offset=" + offset)) {
                if (call.get("call_id").text().equals(id)) {
                    return call;
                }
            }
        }
        throw new AssertionError(id + " is in no page");
    }

    private long total(String path) throws Exception {
        return TestClient.json(api, path)
                .get("response")
                .get("pagination")
                .get("total_records")
                .number();
    }

    private List<Json> calls(String path) throws Exception {
        return TestClient.json(api, path).get("response").get("calls").all();
    }

    private List<String> ids(String path) throws Exception {
        return calls(path).stream().map(call -> call.get("call_id").text()).toList();
    }

    private static Instant start(Json call) {
        return Instant.ofEpochMilli(Long.parseLong(call.get("start_time").text()));
    }

    private static Instant local(Json time) {
        return LocalDateTime.parse(time.text()).toInstant(ZoneOffset.UTC);
    }

    private static long seconds(Json call) {
        return (long) Double.parseDouble(call.get("duration").value().toString());
    }
}
