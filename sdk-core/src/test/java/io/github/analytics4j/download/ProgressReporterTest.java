package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressReporterTest {
    private final AtomicLong now = new AtomicLong();
    private final List<DownloadProgress> told = new ArrayList<>();
    private final ManualTime timing = new ManualTime(now::get, duration -> {});
    private final DownloadOptions options = DownloadOptions.builder()
            .onProgress(told::add)
            .progressInterval(Duration.ofMillis(100))
            .build();
    private final Target.Sink target = Downloading.forgetting();

    @Test
    void moved_oftenerThanTheInterval_tellsOncePerInterval() throws Exception {
        DownloadProgress.Reporter meter = new DownloadProgress.Reporter(timing, options, 0);
        meter.tell(target, null);
        for (int i = 0; i < 1000; i++) {
            now.addAndGet(1_000_000);
            target.write(ByteBuffer.allocate(10));
            meter.moved(target);
        }
        assertThat(told).hasSize(11);
        assertThat(told.get(10)).isEqualTo(new DownloadProgress(10_000, -1, 0, Duration.ofSeconds(1), null));
        assertThat(told.get(10).bytesPerSecond()).isEqualTo(10_000);
    }

    @Test
    void waiting_longerThanTheInterval_saysWhy() {
        DownloadProgress.Reporter meter = new DownloadProgress.Reporter(timing, options, 0);
        meter.waiting(target, Duration.ofMillis(99), "a short one");
        meter.waiting(target, Duration.ofMillis(100), "it answered 503");
        assertThat(told).extracting(DownloadProgress::waiting).containsExactly("it answered 503");
    }

    @Test
    void tell_resumedRun_countsItsOwnBytesForTheRate() throws Exception {
        target.write(ByteBuffer.allocate(500));
        DownloadProgress.Reporter meter = new DownloadProgress.Reporter(timing, options, target.position());
        target.write(ByteBuffer.allocate(100));
        now.addAndGet(2_000_000_000L);
        meter.tell(target, null);
        assertThat(told.get(0).resumedAt()).isEqualTo(500);
        assertThat(told.get(0).bytesPerSecond()).isEqualTo(50);
    }

    @Test
    void tell_begunAnewAfterResuming_neverSaysMoreThanThereIs() {
        DownloadProgress.Reporter meter = new DownloadProgress.Reporter(timing, options, 500);
        meter.tell(target, null);
        assertThat(told.get(0).resumedAt()).isZero();
        assertThat(told.get(0).bytesPerSecond()).isZero();
    }
}
