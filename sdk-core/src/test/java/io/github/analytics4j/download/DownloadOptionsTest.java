package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.download.DownloadOptions.FileKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DownloadOptionsTest {
    @Test
    void defaults_areThoseDocumented() {
        DownloadOptions defaults = DownloadOptions.DEFAULT;
        assertThat(defaults.overwrite()).isFalse();
        assertThat(defaults.maxBytes()).isEqualTo(Long.MAX_VALUE);
        assertThat(defaults.stallTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.maxRenewals()).isEqualTo(4);
        assertThat(defaults.maxFruitlessTries()).isEqualTo(6);
        assertThat(defaults.maxRestarts()).isEqualTo(3);
        assertThat(defaults.deadline()).isNull();
        assertThat(defaults.kind()).isEqualTo(FileKind.ANY);
        assertThat(defaults.progressInterval()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void toBuilder_change_leavesTheOriginal() {
        DownloadOptions one = DownloadOptions.builder()
                .overwrite(true)
                .maxBytes(5)
                .deadline(Duration.ofSeconds(1))
                .expect(FileKind.PDF)
                .build();
        DownloadOptions two = one.toBuilder().maxBytes(6).build();
        assertThat(one.maxBytes()).isEqualTo(5);
        assertThat(two.maxBytes()).isEqualTo(6);
        assertThat(two.overwrite()).isTrue();
        assertThat(two.kind()).isEqualTo(FileKind.PDF);
        assertThat(two.deadline()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void builder_outOfBounds_isRefusedByName() {
        DownloadOptions.Builder builder = DownloadOptions.builder();
        assertThatThrownBy(() -> builder.maxBytes(0)).hasMessage("maxBytes must be at least 1, was 0");
        assertThatThrownBy(() -> builder.maxRenewals(-1)).hasMessage("maxRenewals must be at least 0, was -1");
        assertThatThrownBy(() -> builder.maxRestarts(-1)).hasMessage("maxRestarts must be at least 0, was -1");
        assertThatThrownBy(() -> builder.maxFruitlessTries(0))
                .hasMessage("maxFruitlessTries must be at least 1, was 0");
        assertThatThrownBy(() -> builder.stallTimeout(Duration.ZERO))
                .hasMessage("stallTimeout must be positive, was PT0S");
        assertThatThrownBy(() -> builder.deadline(Duration.ofSeconds(-1)))
                .hasMessage("deadline must be positive, was PT-1S");
        assertThatThrownBy(() -> builder.progressInterval(null)).hasMessage("progressInterval");
        assertThatThrownBy(() -> builder.expect(null)).hasMessage("kind");
        assertThatThrownBy(() -> builder.onProgress(null)).hasMessage("listener");
    }

    @Test
    void progress_withoutLengthOrTime_saysSo() {
        DownloadProgress progress = new DownloadProgress(5, -1, 0, Duration.ZERO, null);
        assertThat(progress.total()).isEmpty();
        assertThat(progress.bytesPerSecond()).isZero();
        assertThat(new DownloadProgress(500, 1000, 100, Duration.ofSeconds(2), null).bytesPerSecond())
                .isEqualTo(200);
    }
}
