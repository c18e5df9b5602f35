package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.analytics4j.page.FileCheckpointStore;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.RowLog;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import io.github.analytics4j.testkit.SandboxRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that walk over pages. */
class WalkExamplesTest {
    @RegisterExtension
    final SandboxExtension sandboxes =
            new SandboxExtension(Sandbox.builder().calls(3_000).keepRequests(5_000));

    @TempDir
    private Path folder;

    private static List<String> ids(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Call.fromJson(line).callId())
                .toList();
    }

    @Test
    void walkACallLog_readsEachCallOnce(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(WalkACallLog.class, out -> WalkACallLog.run(Accounts.of(sandbox), out));

        assertThat(printed).contains("read 3000 of 3000 calls", "3000 calls, ", "complete: proven");
        assertThat(sandbox.requests().all())
                .hasSizeBetween(30, 40)
                .allMatch(request -> request.path().equals("/v2/calls")
                        && request.query("limit").orElse("").equals("100"));
    }

    @Test
    void goOnAfterACrash_bringsEachCallIntoTheFileOnce(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(
                GoOnAfterACrash.class, out -> GoOnAfterACrash.run(Accounts.of(sandbox), folder, out));

        assertThat(printed).contains("goes on behind call 1500", "3000 calls in the file, complete: true");
        assertThat(ids(folder.resolve("calls.jsonl")))
                .isEqualTo(sandbox.synthflow().calls().ids().toList());
        assertThat(folder.resolve("calls.checkpoint")).doesNotExist();
        assertThat(sandbox.requests().all())
                .as("the second run asks for none of the first 1,400 calls again")
                .filteredOn(request -> request.query("offset").orElse("0").equals("0"))
                .hasSize(1);
    }

    @Test
    void goOnAfterACrash_behindTheLastRow_findsTheFileComplete(Sandbox sandbox) throws Exception {
        Path checkpoint = folder.resolve("calls.checkpoint");
        try (SynthflowClient synthflow = Accounts.of(sandbox).synthflow().build();
                Walk<Call> calls = synthflow
                        .calls()
                        .list(r -> r.modelId(sandbox.synthflow().modelId()))
                        .iterator()) {
            calls.forEachRemaining(call -> {});
            new FileCheckpointStore(checkpoint).save(calls.checkpoint().withNote("12"));
        }
        sandbox.requests().clear();

        String printed = Shown.by(out -> GoOnAfterACrash.run(Accounts.of(sandbox), folder, out));

        assertThat(printed).startsWith("the file was complete");
        assertThat(sandbox.requests().all())
                .as("what follows is a run of its own")
                .filteredOn(request -> request.query("offset").orElse("0").equals("0"))
                .hasSize(1);
    }

    @Test
    void nightlyIncrement_addsWhatCameAndWhatCameLate(Sandbox sandbox) throws Exception {
        Path file = folder.resolve("calls.jsonl");
        String printed = Shown.asInTheReadme(
                NightlyIncrement.class, out -> NightlyIncrement.run(Accounts.of(sandbox), file, out));

        assertThat(printed).contains("3000 calls, 3000 of them new", "45 of them new, 0 changed");
        assertThat(ids(file))
                .containsExactlyInAnyOrderElementsOf(
                        sandbox.synthflow().calls().ids().toList());
        List<String> starts = sandbox.requests().all().stream()
                .map(request -> request.query("from_date").orElseThrow())
                .distinct()
                .toList();
        Instant newest = sandbox.synthflow().calls().time(40);
        assertThat(starts).hasSize(2).last().asString().isEqualTo(Long.toString(newest.toEpochMilli() - 86_400_000));
    }

    @Test
    void csvForASpreadsheet_writesAFileThatReadsBack(Sandbox sandbox) throws Exception {
        Path file = folder.resolve("activity.csv");
        String printed = Shown.asInTheReadme(
                CsvForASpreadsheet.class, out -> CsvForASpreadsheet.run(Accounts.of(sandbox), file, out));

        assertThat(printed).contains("complete: true");
        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        RowLog events = sandbox.synaptiq().activity();
        Instant start =
                Instant.parse(sandbox.requests().all().get(0).query("startDate").orElseThrow());
        int wanted = 0;
        while (!events.time(wanted).isBefore(start)) {
            wanted++;
        }
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            List<CsvRecord> rows = csv.stream().toList();
            assertThat(rows.get(0).getFields()).containsExactly("id", "time", "type", "lead", "description");
            assertThat(rows).allMatch(row -> row.getFieldCount() == 5);
            assertThat(rows.stream().skip(1).map(row -> row.getField(0)))
                    .containsExactlyElementsOf(events.ids().limit(wanted).toList());
        }
        assertThat(sandbox.requests().all())
                .hasSizeGreaterThan(1)
                .extracting(SandboxRequest::path)
                .containsOnly("/api/v1/analytics/activity");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "=1+1, '=1+1",
                "@sum(a1), '@sum(a1)",
                "+1-1, '+1-1",
                "-2+3, '-2+3",
                "+cmd|'/c calc'!A0, '+cmd|'/c calc'!A0",
                "\uFF1D1, '\uFF1D1",
                "-3, -3",
                "+14155550100, +14155550100",
                "-3.25, -3.25",
                "a=b, a=b",
                "plain, plain"
            })
    void harmless_marksWhatASpreadsheetWouldRun(String text, String cell) {
        assertThat(CsvForASpreadsheet.harmless(text)).isEqualTo(cell);
        assertThat(CsvForASpreadsheet.harmless("\t=1")).isEqualTo("'\t=1");
        assertThat(CsvForASpreadsheet.harmless("\n=1")).isEqualTo("'\n=1");
        assertThat(CsvForASpreadsheet.harmless(null)).isEmpty();
    }
}
