package io.github.analytics4j.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    private static List<Long> seconds(RateLimiter limiter, String group, int count) {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waits.add(limiter.reserve(group, NOW, null).toSeconds());
        }
        return waits;
    }

    @Test
    void reserve_moreThanAMinuteHolds_spreadsOverTheNextMinutes() {
        assertThat(seconds(RateLimiter.perMinute(2), "a", 5)).containsExactly(0L, 0L, 60L, 60L, 120L);
    }

    @Test
    void reserve_windowSlides_freesPlacesOneByOne() {
        RateLimiter limiter = RateLimiter.perMinute(2);
        limiter.reserve("a", NOW, null);
        limiter.reserve("a", NOW.plusSeconds(30), null);

        assertThat(limiter.reserve("a", NOW.plusSeconds(40), null)).isEqualTo(Duration.ofSeconds(20));
        assertThat(limiter.reserve("a", NOW.plusSeconds(40), null)).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void reserve_noPatience_takesNoPlace() {
        RateLimiter limiter = RateLimiter.perMinute(1);
        limiter.reserve("a", NOW, null);

        assertThat(limiter.reserve("a", NOW, Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(60));
        assertThat(limiter.reserve("a", NOW, Duration.ofSeconds(61))).isEqualTo(Duration.ofSeconds(60));
        assertThat(limiter.reserve("a", NOW, null)).isEqualTo(Duration.ofMinutes(2));
    }

    /** A place that is free now costs no patience. */
    @Test
    void reserve_placeIsFreeAndNoPatience_takesIt() {
        RateLimiter limiter = RateLimiter.perMinute(1);
        assertThat(limiter.reserve("a", NOW, Duration.ZERO)).isZero();
        assertThat(limiter.reserve("a", NOW, null)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void build_twice_makesLimitersThatShareNoPlace() {
        RateLimiter.Builder builder = RateLimiter.builder().perMinute(1).perDay("a", 1);
        RateLimiter one = builder.build();
        RateLimiter other = builder.build();
        assertThat(one.reserve("a", NOW, null)).isZero();
        assertThat(other.reserve("a", NOW, null)).isZero();
        assertThat(builder.build().reserve("b", NOW, null)).isZero();
        assertThat(one.reserve("b", NOW, null)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void reserve_groupRules_countTheirGroupOnly() {
        RateLimiter limiter = RateLimiter.builder()
                .perMinute(10)
                .perMinute("analytics", 1)
                .perDay("reports", 1)
                .build();

        assertThat(seconds(limiter, "analytics", 2)).containsExactly(0L, 60L);
        assertThat(seconds(limiter, "reports", 2)).containsExactly(0L, 86_400L);
        assertThat(seconds(limiter, "calls", 3)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void reserve_anyTraffic_neverBreaksAnyWindow() {
        long seed = 42;
        Random random = new Random(seed);
        RateLimiter limiter = RateLimiter.builder()
                .perMinute(5)
                .per(Duration.ofSeconds(10), "b", 2)
                .build();
        List<Instant> all = new ArrayList<>();
        List<Instant> b = new ArrayList<>();
        Instant now = NOW;
        for (int i = 0; i < 500; i++) {
            String group = random.nextBoolean() ? "a" : "b";
            Instant at = now.plus(limiter.reserve(group, now, null));
            all.add(at);
            if (group.equals("b")) {
                b.add(at);
            }
            now = now.plusMillis(random.nextInt(15_000));
        }
        assertNeverMoreThan(5, Duration.ofMinutes(1), all, seed);
        assertNeverMoreThan(2, Duration.ofSeconds(10), b, seed);
    }

    private static void assertNeverMoreThan(int requests, Duration window, List<Instant> at, long seed) {
        List<Instant> sorted = at.stream().sorted().toList();
        for (int i = requests; i < sorted.size(); i++) {
            assertThat(Duration.between(sorted.get(i - requests), sorted.get(i)))
                    .as("seed %d, request %d", seed, i)
                    .isGreaterThanOrEqualTo(window);
        }
    }

    @Test
    void observe_serverSaysNothingIsLeft_waitsForItsReset() {
        RateLimiter limiter = RateLimiter.perMinute(100);
        limiter.observe("a", new RateLimitStatus(100L, 0L, NOW.plusSeconds(17), null), NOW);

        assertThat(limiter.reserve("a", NOW, null)).isEqualTo(Duration.ofSeconds(17));
        assertThat(limiter.reserve("b", NOW, null)).isZero();
        assertThat(limiter.reserve("a", NOW.plusSeconds(18), null)).isZero();
    }

    @Test
    void observe_answersOvertake_theSmallestCountIsTheTruth() {
        RateLimiter limiter = RateLimiter.perMinute(100);
        Instant reset = NOW.plusSeconds(17);
        limiter.observe("a", new RateLimitStatus(100L, 1L, reset, null), NOW);
        limiter.observe("a", new RateLimitStatus(100L, 5L, reset.plusSeconds(1), null), NOW);

        assertThat(seconds(limiter, "a", 3)).containsExactly(0L, 18L, 18L);
    }

    @Test
    void observe_newWindow_startsAfresh() {
        RateLimiter limiter = RateLimiter.perMinute(100);
        limiter.observe("a", new RateLimitStatus(100L, 0L, NOW.plusSeconds(17), null), NOW);
        limiter.observe("a", new RateLimitStatus(100L, 99L, NOW.plusSeconds(77), null), NOW);

        assertThat(limiter.reserve("a", NOW, null)).isZero();
    }

    @Test
    void observe_halfOfTheHeaders_changesNothing() {
        RateLimiter limiter = RateLimiter.perMinute(100);
        limiter.observe("a", RateLimitStatus.UNKNOWN, NOW);
        limiter.observe("a", new RateLimitStatus(1L, 0L, null, null), NOW);
        limiter.observe("a", new RateLimitStatus(1L, 0L, NOW.minusSeconds(1), null), NOW);

        assertThat(limiter.reserve("a", NOW, null)).isZero();
    }

    @Test
    void block_afterARefusal_holdsEverybodyBack() {
        RateLimiter limiter = RateLimiter.perMinute(100);
        limiter.block("a", NOW.plusSeconds(23));
        limiter.block("a", NOW.plusSeconds(3));

        assertThat(limiter.reserve("a", NOW, null)).isEqualTo(Duration.ofSeconds(23));
    }

    @Test
    void builder_nonsense_isRefused() {
        assertThatThrownBy(() -> RateLimiter.perMinute(0))
                .hasMessage("RateLimiter: requests must be at least 1, was 0");
    }

    @Test
    void giveBack_placeOnWhichNothingWasSent_isTheNextOnes() {
        RateLimiter limiter = RateLimiter.builder().perMinute(1).perDay("a", 3).build();
        assertThat(seconds(limiter, "a", 3)).containsExactly(0L, 60L, 120L);
        limiter.giveBack("a", NOW.plusSeconds(120));
        limiter.giveBack("a", NOW.plusSeconds(60));
        limiter.giveBack("a", NOW.plusSeconds(60)); // nobody's

        assertThat(seconds(limiter, "a", 3)).containsExactly(60L, 120L, 86_400L);
    }

    @Test
    void giveBack_anyTraffic_neverBreaksAWindow() {
        long seed = 43;
        Random random = new Random(seed);
        RateLimiter limiter = RateLimiter.perMinute(5);
        List<Instant> all = new ArrayList<>();
        Instant now = NOW;
        for (int i = 0; i < 500; i++) {
            all.add(now.plus(limiter.reserve("a", now, null)));
            Instant some = all.get(random.nextInt(all.size()));
            if (some.isAfter(now) && random.nextBoolean()) {
                all.remove(some);
                limiter.giveBack("a", some);
            }
            now = now.plusMillis(random.nextInt(12_000));
        }
        assertNeverMoreThan(5, Duration.ofMinutes(1), all, seed);
    }
}
