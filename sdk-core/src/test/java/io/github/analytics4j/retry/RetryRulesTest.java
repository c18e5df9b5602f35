package io.github.analytics4j.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.retry.RetryRules.Decision.Again;
import io.github.analytics4j.retry.RetryRules.Decision.GiveUp;
import io.github.analytics4j.retry.RetryRules.FailedAttempt;
import io.github.analytics4j.retry.RetryRules.RetryBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRulesTest {
    private static final boolean GET = true;
    private static final boolean POST = false;
    private final RetryRules rules = rules(RetryPolicy.DEFAULT);

    private static RetryRules rules(RetryPolicy policy) {
        return new RetryRules(policy, () -> 0.5, new RetryBudget(() -> 0, policy.budget()));
    }

    private static FailedAttempt status(int status) {
        return FailedAttempt.refused(status, status + ": no", null);
    }

    private static FailedAttempt broken(boolean reached) {
        return FailedAttempt.broken("the connection was reset", reached, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 507, 520, 522, 529, 530, 599})
    void decide_getWithAPassingStatus_triesAgainAfterAJitteredWait(int status) {
        assertThat(rules.decide(GET, status(status), 1, null))
                .isEqualTo(new Again(Duration.ofMillis(250), status + ": no"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409, 410, 422, 501, 505, 600})
    void decide_getWithALastingStatus_givesUp(int status) {
        assertThat(rules.decide(GET, status(status), 1, null))
                .isEqualTo(new GiveUp(status + " does not change by asking again", true));
    }

    @Test
    void decide_postRefusedBeforeActing_triesAgain() {
        assertThat(rules.decide(POST, status(429), 1, null)).isInstanceOf(Again.class);
        assertThat(rules.decide(POST, FailedAttempt.refused(503, "503: no", Duration.ZERO), 1, null))
                .isInstanceOf(Again.class);
    }

    @Test
    void decide_postAfterBare503_triesAgainOnlyIfTheCallerSaysSo() {
        assertThat(rules.decide(POST, status(503), 1, null))
                .isEqualTo(new GiveUp("it may have been carried out, and would be carried out twice"));
        assertThat(rules(RetryPolicy.DEFAULT.postsAfterBare503(true)).decide(POST, status(503), 1, null))
                .isInstanceOf(Again.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 504, 522, 529})
    void decide_postThatMayHaveActed_givesUp(int status) {
        assertThat(rules.decide(POST, status(status), 1, null))
                .isEqualTo(new GiveUp("it may have been carried out, and would be carried out twice"));
    }

    @Test
    void decide_brokenExchange_dependsOnWhetherAnythingWasSent() {
        assertThat(rules.decide(GET, broken(true), 1, null)).isInstanceOf(Again.class);
        assertThat(rules.decide(POST, broken(false), 1, null)).isInstanceOf(Again.class);
        assertThat(rules.decide(POST, broken(true), 1, null)).isInstanceOf(GiveUp.class);
    }

    @Test
    void decide_lastAttempt_givesUp() {
        assertThat(rules.decide(GET, status(503), 4, null)).isEqualTo(new GiveUp("4 attempts are the limit"));
    }

    @Test
    void decide_hint_isTakenWithALittleJitter() {
        FailedAttempt trouble = FailedAttempt.refused(429, "429: no", Duration.ofSeconds(60));

        assertThat(rules.decide(GET, trouble, 1, null)).isEqualTo(new Again(Duration.ofMillis(60_250), "429: no"));
    }

    @Test
    void decide_hintAboveTheCap_givesUpAtOnce() {
        FailedAttempt trouble = FailedAttempt.refused(429, "429: no", Duration.ofMinutes(61));

        assertThat(rules.decide(GET, trouble, 1, null))
                .isEqualTo(new GiveUp("the server asks to wait 1 h 1 min, more than the cap of 60 s"));
    }

    @Test
    void decide_waitLongerThanTheRest_givesUp() {
        assertThat(rules.decide(GET, status(503), 1, Duration.ofMillis(250)))
                .isEqualTo(new GiveUp("the wait of 250 ms would outlast the deadline"));
        assertThat(rules.decide(GET, status(503), 1, Duration.ofMillis(251))).isInstanceOf(Again.class);
    }

    @Test
    void decide_outage_stopsWhenTheBudgetIsUsedUp() {
        int again = 0;
        while (rules.decide(GET, status(503), 1, null) instanceof Again) {
            again++;
        }

        assertThat(again).isEqualTo(50);
        assertThat(rules.decide(GET, status(503), 1, null))
                .isEqualTo(new GiveUp("too many calls of this client are failing; the retry budget is used up"));
        for (int i = 0; i < 5; i++) {
            rules.succeeded();
        }
        assertThat(rules.decide(GET, status(503), 1, null)).isInstanceOf(Again.class);
    }

    @Test
    void decide_budgetOfThePolicy_isTheBound() {
        RetryRules generous = rules(RetryPolicy.DEFAULT.budget(120));
        int again = 0;
        while (generous.decide(GET, status(503), 1, null) instanceof Again) {
            again++;
        }

        assertThat(again).isEqualTo(120);
    }

    @Test
    void decide_troubleThatCannotPass_givesUp() {
        assertThat(rules.decide(GET, FailedAttempt.broken("the certificate expired", false, false), 1, null))
                .isEqualTo(new GiveUp("it does not change by asking again", true));
    }

    @Test
    void decide_givenUpForAnotherReason_costsNoBudget() {
        for (int i = 0; i < 100; i++) {
            rules.decide(GET, status(404), 1, null);
            rules.decide(GET, status(503), 4, null);
        }

        assertThat(rules.decide(GET, status(503), 1, null)).isInstanceOf(Again.class);
    }
}
