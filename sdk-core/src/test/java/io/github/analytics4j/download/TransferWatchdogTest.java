package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.StreamedExchange;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransferWatchdogTest {
    private final AtomicLong now = new AtomicLong();
    private final List<Duration> sleeps = new ArrayList<>();
    private final ManualTime timing = new ManualTime(now::get, sleeps::add);
    private final Canceled exchange = new Canceled();

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    @Test
    void tick_silence_endsTheExchange() {
        TransferWatchdog watch = watch(DownloadOptions.builder().stallTimeout(Duration.ofSeconds(2)));
        watch.on(exchange);
        watch.waiting();
        pass(Duration.ofMillis(1999));
        watch.tick();
        assertThat(exchange.times).hasValue(0);
        pass(Duration.ofMillis(1));
        watch.tick();
        assertThat(exchange.times).hasValue(1);
        assertThat(watch.stalled()).isTrue();
        assertThatCode(() -> watch.check("")).doesNotThrowAnyException();
    }

    @Test
    void tick_slowDisk_isNoSilence() {
        TransferWatchdog watch = watch(DownloadOptions.builder().stallTimeout(Duration.ofSeconds(2)));
        watch.on(exchange);
        watch.waiting();
        watch.moved();
        pass(Duration.ofHours(1));
        watch.tick();
        assertThat(exchange.times).hasValue(0);
    }

    @Test
    void tick_interruptedOwner_endsTheExchange() {
        TransferWatchdog watch = watch(DownloadOptions.builder());
        watch.on(exchange);
        Thread.currentThread().interrupt();
        watch.tick();
        assertThat(exchange.times).hasValue(1);
        assertThatThrownBy(() -> watch.check("; kept"))
                .isInstanceOf(CanceledException.class)
                .hasMessage("the download was interrupted; kept");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void cancel_anyTime_endsTheExchangeAndTheRun() {
        TransferWatchdog watch = watch(DownloadOptions.builder());
        watch.on(exchange);
        watch.cancel();
        assertThat(exchange.times).hasValue(1);
        assertThatThrownBy(() -> watch.check(""))
                .isInstanceOf(CanceledException.class)
                .hasMessage("the download was canceled");
        Canceled next = new Canceled();
        watch.on(next);
        assertThat(next.times).as("an exchange begun too late").hasValue(1);
    }

    @Test
    void check_deadline_isSaid() {
        TransferWatchdog watch = watch(DownloadOptions.builder().deadline(Duration.ofSeconds(5)));
        watch.on(exchange);
        pass(Duration.ofSeconds(5));
        watch.tick();
        assertThat(exchange.times).hasValue(1);
        assertThatThrownBy(() -> watch.check("; kept"))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("the download was not complete after 5 s; kept");
    }

    @Test
    void pause_longerThanTheDeadline_isCut() {
        TransferWatchdog watch = watch(DownloadOptions.builder().deadline(Duration.ofSeconds(5)));
        pass(Duration.ofSeconds(3));
        watch.pause(Duration.ofSeconds(1));
        watch.pause(Duration.ofSeconds(10));
        assertThat(sleeps).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void pause_zeroOrStopped_doesNotSleep() {
        TransferWatchdog watch = watch(DownloadOptions.builder());
        watch.pause(Duration.ZERO);
        watch.cancel();
        watch.pause(Duration.ofSeconds(1));
        assertThat(sleeps).isEmpty();
    }

    @Test
    void pause_interrupted_keepsTheFlag() {
        ManualTime interrupted = new ManualTime(now::get, duration -> {
            throw new InterruptedException();
        });
        TransferWatchdog watch =
                new TransferWatchdog(interrupted, DownloadOptions.DEFAULT, Thread.currentThread(), interrupted.nanos());
        watch.pause(Duration.ofSeconds(1));
        assertThat(Thread.interrupted()).isTrue();
    }

    private TransferWatchdog watch(DownloadOptions.Builder options) {
        return new TransferWatchdog(timing, options.build(), Thread.currentThread(), timing.nanos());
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static final class Canceled implements StreamedExchange {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public StreamedResponse execute() {
            throw new AssertionError("not sent");
        }

        @Override
        public void cancel() {
            times.incrementAndGet();
        }
    }
}
