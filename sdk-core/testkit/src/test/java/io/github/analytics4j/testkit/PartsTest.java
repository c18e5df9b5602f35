package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.Buckets.Bucket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small parts that all four APIs are made of. */
class PartsTest {
    private static final LocalDate MARCH_FIRST = LocalDate.parse("2026-03-01");

    @ParameterizedTest
    @CsvSource({"day, 31", "week, 5", "month, 1"})
    void buckets_coverEveryDayOnce(String size, int expected) {
        List<Bucket> buckets = Buckets.of(MARCH_FIRST, LocalDate.parse("2026-03-31"), size, false);

        assertThat(buckets).hasSize(expected);
        LocalDate next = MARCH_FIRST;
        for (Bucket bucket : buckets) {
            assertThat(bucket.first()).isEqualTo(next);
            assertThat(bucket.last()).isAfterOrEqualTo(bucket.first());
            next = bucket.last().plusDays(1);
        }
        assertThat(next).isEqualTo(LocalDate.parse("2026-04-01"));
    }

    @Test
    void buckets_months_areCutAtTheirFirstDays() {
        assertThat(Buckets.of(LocalDate.parse("2026-01-20"), LocalDate.parse("2026-03-10"), "month", false))
                .containsExactly(
                        new Bucket(LocalDate.parse("2026-01-20"), LocalDate.parse("2026-01-31")),
                        new Bucket(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28")),
                        new Bucket(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-10")));
    }

    @Test
    void buckets_restOfAWeek_goesToTheLastOneIfWanted() {
        LocalDate end = MARCH_FIRST.plusDays(9);

        assertThat(Buckets.of(MARCH_FIRST, end, "week", true)).containsExactly(new Bucket(MARCH_FIRST, end));
        assertThat(Buckets.of(MARCH_FIRST, end, "week", false)).hasSize(2);
        assertThat(Buckets.of(MARCH_FIRST, MARCH_FIRST.plusDays(13), "week", true))
                .hasSize(2);
        assertThat(Buckets.of(MARCH_FIRST, MARCH_FIRST, "week", true)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=90-, 90, 99",
        "bytes=90-1000, 90, 99",
        "bytes=-5, 95, 99",
        "bytes=-500, 0, 99",
        "bytes=99-99, 99, 99",
    })
    void byteRange_ofAHundredBytes(String header, long first, long last) {
        ByteRange range = ByteRange.of(header, 100);

        assertThat(range).isEqualTo(new ByteRange(first, last));
        assertThat(range.satisfiable()).isTrue();
        assertThat(range.length()).isEqualTo(last - first + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=9-8", "bytes=-0"})
    void byteRange_thatCannotBe(String header) {
        assertThat(ByteRange.of(header, 100).satisfiable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=1-2,3-4", "items=0-1", "bytes=x-y"})
    void byteRange_passedOver(String header) {
        assertThat(ByteRange.of(header, 100)).isNull();
    }

    @Test
    void rateLimit_notEnforced_neverExceeds() {
        ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00.5Z"));
        RateLimit limit = new RateLimit(clock, 2, Duration.ofMinutes(1));

        limit.take();
        limit.take();
        RateLimit.State third = limit.take();

        assertThat(third.exceeded()).isFalse();
        assertThat(third.remaining()).isEqualTo(1);
        assertThat(third.reset()).isEqualTo(Instant.parse("2026-01-01T00:01:01Z"));
    }

    @Test
    void rateLimit_enforced_startsAnewWithEachWindow() {
        ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
        RateLimit limit = new RateLimit(clock, 500, Duration.ofMinutes(1));
        limit.enforce(1, Duration.ofSeconds(10));

        assertThat(limit.take().exceeded()).isFalse();
        clock.advance(Duration.ofMillis(8_500));
        RateLimit.State exceeded = limit.take();
        assertThat(exceeded.exceeded()).isTrue();
        assertThat(exceeded.secondsLeft()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1_500));
        assertThat(limit.take()).satisfies(state -> {
            assertThat(state.exceeded()).isFalse();
            assertThat(state.limit()).isEqualTo(1);
        });
    }

    @Test
    void rawLog_keepsTheNewestBytes() {
        RawLog log = new RawLog();
        byte[] piece = new byte[1_000];
        for (int i = 0; i < 5_000; i++) {
            java.util.Arrays.fill(piece, (byte) ('a' + i % 26));
            log.add(piece, 0, piece.length);
        }

        assertThat(log.text().length()).isBetween(1 << 19, 1 << 20);
        assertThat(log.text()).endsWith("h".repeat(1_000)).doesNotContain("b".repeat(1_001));
        log.add(new byte[3 << 20], 0, 3 << 20);
        assertThat(log.text()).endsWith("\0".repeat(1 << 19));
    }

    @Test
    void params_readOrRefuse() {
        Params params = params("a=1&b=x&c=2026-01-02&d=");

        assertThat(params.text("a")).isEqualTo("1");
        assertThat(params.text("none")).isNull();
        assertThat(params.text("none", "otherwise")).isEqualTo("otherwise");
        assertThat(params.number("a", 7)).isEqualTo(1);
        assertThat(params.number("none", 7)).isEqualTo(7);
        assertThat(params.date("c", MARCH_FIRST)).isEqualTo(LocalDate.parse("2026-01-02"));
        assertThat(params.oneOf("b", "x", "y")).isEqualTo("x");
        assertRefused(() -> params.number("b", 1), "b", "Must be an integer");
        assertRefused(() -> params.number("a", 1, 2, 3), "a", "Must be between 2 and 3");
        assertRefused(() -> params.oneOf("a", "x", "y"), "a", "Must be one of x, y");
        assertRefused(() -> params.time("b", Instant.EPOCH), "b", "Must be a date or a time");
        assertRefused(() -> params.date("b", MARCH_FIRST), "b", "Must be an ISO 8601 date");
        assertRefused(() -> params.required("none"), "none", "Field required");
        assertRefused(() -> params.required("d"), "d", "Field required");
        assertRefused(() -> params.only(Set.of("a", "b", "c")), "d", "Unknown parameter");
    }

    @Test
    void routes_starStandsForOneSegment() {
        Routes routes = new Routes()
                .get("/a/*/c", Set.of(), hit -> Reply.of(200, "text/plain", hit.star()))
                .add("POST", "/a", Set.of(), hit -> Reply.empty(201));

        assertThat(FaultBody.read(answer(routes, "GET", "/a/42/c").body()))
                .isEqualTo("42".getBytes(StandardCharsets.UTF_8));
        assertThat(answer(routes, "POST", "/a").status()).isEqualTo(201);
        assertStatus(() -> answer(routes, "GET", "/a"), 405);
        assertStatus(() -> answer(routes, "GET", "/a/b"), 404);
        assertStatus(() -> answer(routes, "GET", "/a/b/c/d"), 404);
    }

    @Test
    void reply_headerIsSetOnce_whateverItsCase() {
        Reply reply = Reply.empty(200).header("ETag", "a").header("etag", "b");

        assertThat(reply.headers()).containsExactly(new Reply.Header("etag", "b"));
        assertThat(reply.hasHeader("ETAG")).isTrue();
    }

    @Test
    void manualClock_movesWhenTold_andKeepsToUtc() {
        ManualClock clock = new ManualClock(Instant.EPOCH);
        clock.advance(Duration.ofDays(1));

        assertThat(clock.instant()).isEqualTo("1970-01-02T00:00:00Z");
        assertThat(clock.millis()).isEqualTo(86_400_000);
        assertThatThrownBy(() -> clock.withZone(java.time.ZoneId.of("Europe/Paris")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("ManualClock is always in UTC");
    }

    @Test
    void faultRule_wrongUse_isRefused() {
        FaultScript script = new FaultScript(1);

        assertThatThrownBy(() -> script.onAny().every(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every: must be at least 1, was 0");
        assertThatThrownBy(() -> script.onAny().show())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("show: name at least one fault");
    }

    @Test
    void salesCounts_daysAddUp() {
        LocalDate end = MARCH_FIRST.plusDays(6);
        SalesCounts week = SalesCounts.of(3, MARCH_FIRST, end, null, null);
        long conversations = 0;
        long cents = 0;
        for (LocalDate day = MARCH_FIRST; !day.isAfter(end); day = day.plusDays(1)) {
            SalesCounts counts = SalesCounts.of(3, day, day, null, null);
            conversations += counts.conversations();
            cents += counts.pipelineCents;
        }

        assertThat(conversations).isEqualTo(week.conversations());
        assertThat(cents).isEqualTo(week.pipelineCents);
        assertThat(SalesCounts.of(3, end, MARCH_FIRST, null, null).conversionRate())
                .isZero();
    }

    @Test
    void opsTally_boundBelongsToTheBucketAbove() {
        OpsTally tally = new OpsTally();
        OpsCall call = new OpsCall().read(1);
        for (int tenths : new int[] {0, 299, 300, 599, 600, 3_000, 99_999}) {
            call.duration = tenths;
            tally.add(call);
        }

        assertThat(tally.durations).containsExactly(2, 2, 1, 0, 2);
        assertThat(new OpsTally().average(5)).isZero();
    }

    @Test
    void voisnapTally_percentiles_ofKnownDurations() {
        VoisnapTally tally = new VoisnapTally();
        Conversation row = new Conversation().read(1);
        for (int seconds = 1; seconds <= 100; seconds++) {
            row.seconds = seconds;
            tally.add(row);
        }

        assertThat(List.of(tally.percentile(50), tally.percentile(90), tally.percentile(99)))
                .containsExactly(50L, 90L, 99L);
        assertThat(new VoisnapTally().percentile(50)).isZero();
    }

    private static Params params(String query) {
        return new Params(request("GET", "/x?" + query), 422);
    }

    private static SandboxRequest request(String method, String target) {
        return new SandboxRequest(1, "test", method, target, List.of(), "");
    }

    private static Reply answer(Routes routes, String method, String path) {
        SandboxRequest request = request(method, path);
        return routes.answer(request, new Params(request, 422), false);
    }

    private static void assertRefused(Runnable reading, String parameter, String text) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.parameter()).isEqualTo(parameter);
            assertThat(refusal.text()).isEqualTo(text);
        });
    }

    private static void assertStatus(Runnable request, int status) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
