package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.analytics4j.error.WalkException;
import java.util.List;
import java.util.Random;

/** Whatever a checkpoint file holds, reading it gives a checkpoint that can be resumed, or a WalkException. */
class CheckpointFuzzTest {

    private static final String BODY = """
            span: 0
            rows: 3
            pages: 1
            repeats: 0
            shifts: 0
            steps-back: 0
            anchors-are-all: true
            finished: false
            """;

    @FuzzTest(maxDuration = "5m")
    void parse_anyText_givesACheckpointOrAWalkException(FuzzedDataProvider data) {
        parse(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "5m")
    void parse_almostACheckpoint_canBeResumed(FuzzedDataProvider data) {
        String style = data.pickValue(List.of("offset", "page", "window"));
        String lines = "analytics4j-checkpoint: 2\noperation: test.rows\nstyle: " + style + "\nposition: "
                + data.consumeLong() + "\n" + BODY + data.consumeRemainingAsString() + "\n";
        parse(lines + "checksum: " + CheckpointText.checksum(lines) + "\nend: true\n");
    }

    private static void parse(String text) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(text);
        } catch (WalkException e) {
            assertThat(e.getMessage()).contains("checkpoint");
            return;
        }
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        FakeServer server = new FakeServer(new Random(1), at -> Page.of(at, List.of(), "answer"));
        WalkState state = checkpoint.state();
        WalkSpec.Builder<Row> spec = switch (state.style()) {
            case OFFSET -> WalkSpec.offset(state.operation(), server);
            case PAGE -> WalkSpec.page(state.operation(), server);
            case WHOLE -> WalkSpec.whole(state.operation(), server);
            case WINDOW -> WalkSpec.window(state.operation(), server, Row::at);
        };
        Paged<Row> paged = Paged.of(spec.id(Row::id).query(state.query()).build());
        if (checkpoint.finished()) {
            return;
        }
        assertThat(paged.resume(checkpoint).limit(state.rows() + 10).toList()).isEmpty();
    }
}
