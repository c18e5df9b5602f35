package io.github.analytics4j.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.SandboxRequest;
import io.github.analytics4j.testkit.fault.FaultBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The small parts that all origins are made of. */
class PartsTest {
    private static final LocalDate MARCH_FIRST = LocalDate.parse("2026-03-01");

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
            Arrays.fill(piece, (byte) ('a' + i % 26));
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

    /** A vendor on a framework that validates says what the framework says. */
    @Test
    void params_ofAFramework_areRefusedInItsWords() {
        Params params = params("u=550e8400-...&v=550e8400-e29b-41d4-a716-446655440000", 422);

        assertRefused(() -> params.required("none"), "none", "Field required");
        assertRefused(
                () -> params.uuid("u"),
                "u",
                "Input should be a valid UUID, invalid character: expected an optional prefix of `urn:uuid:` followed by"
                        + " [0-9a-fA-F-], found `.` at 10");
        assertThat(params.uuid("v")).isEqualTo("550e8400-e29b-41d4-a716-446655440000");
        assertThat(Params.list(" a,b , c  d,,")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void uuids_mistakes_areThoseOfTheFramework() {
        assertThat(Uuids.error("550e8400e29b41d4a716446655440000")).isNull();
        assertThat(Uuids.error("550E8400-e29b-41d4-a716-446655440000")).isNull();
        assertThat(Uuids.error("abc")).isEqualTo("invalid length: expected length 32 for simple format, found 3");
        assertThat(Uuids.error("ab-cd")).isEqualTo("invalid group count: expected 5, found 2");
        assertThat(Uuids.error("550e840-e29b-41d4-a716-446655440000"))
                .isEqualTo("invalid group length in group 0: expected 8, found 7");
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

    private static Params params(String query) {
        return params(query, 400);
    }

    private static Params params(String query, int invalid) {
        return new Params(request("GET", "/x?" + query), invalid);
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
            assertThat(refusal.status()).isIn(400, 422);
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
