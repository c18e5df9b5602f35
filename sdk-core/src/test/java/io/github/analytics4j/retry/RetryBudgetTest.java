package io.github.analytics4j.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.retry.RetryRules.RetryBudget;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // a nano clock may overflow
    private final RetryBudget budget = new RetryBudget(nanos::get, 50);

    private int takeAll() {
        int taken = 0;
        while (budget.take()) {
            taken++;
        }
        return taken;
    }

    @Test
    void take_fullBucket_givesFifty() {
        assertThat(takeAll()).isEqualTo(50);
    }

    @Test
    void take_afterTime_givesOneASecond() {
        takeAll();
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(takeAll()).isEqualTo(3);
    }

    @Test
    void take_afterSuccesses_givesOneForFive() {
        takeAll();
        for (int i = 0; i < 10; i++) {
            budget.refund();
        }

        assertThat(takeAll()).isEqualTo(2);
    }

    @Test
    void refund_fullBucket_staysFull() {
        for (int i = 0; i < 1000; i++) {
            budget.refund();
        }
        nanos.addAndGet(Duration.ofDays(1).toNanos());

        assertThat(takeAll()).isEqualTo(50);
    }
}
