package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String TEXT = sealed("""
            analytics4j-checkpoint: 2
            operation: test.rows
            style: offset
            query.call_status: completed
            query.model_id: m-1
            to: 2026-03-01T12:00:00.123Z
            position: 3
            total: 250
            span: 0
            rows: 3
            pages: 1
            repeats: 0
            shifts: 0
            steps-back: 0
            anchors-are-all: true
            finished: false
            doubt: a reason
            missing: row-9
            delivered: AAAAAAAAAAEAAAAAAAAAAgAAAAAAAAAD
            ahead: AAAAAAAAAAk
            anchor: row-0
            note: bytes=77
            """);

    private static String sealed(String lines) {
        return lines + "checksum: " + CheckpointText.checksum(lines) + "\nend: true\n";
    }

    /** With a fitting checksum, whatever was changed. */
    private static String resealed(String text) {
        return sealed(text.substring(0, text.indexOf("checksum: ")));
    }

    private final List<Row> rows = IntStream.range(0, 250).mapToObj(Row::of).toList();
    private final FakeServer server = new FakeServer(
            new Random(1),
            at -> Page.of(at, rows.subList((int) Math.min(250, at.offset()), (int) Math.min(250, at.end())), "answer")
                    .withTotal(250L));

    private Paged<Row> paged(Map<String, String> query) {
        return Paged.of(WalkSpec.<Row>offset("test.rows", server)
                .id(Row::id)
                .query(query)
                .build());
    }

    @Test
    void text_isReadBackAsItWas() {
        Checkpoint checkpoint = Checkpoint.parse(TEXT);
        assertThat(checkpoint.text()).isEqualTo(TEXT);
        assertThat(checkpoint)
                .hasToString("Checkpoint[test.rows, 3 rows]")
                .isEqualTo(Checkpoint.parse(TEXT.replace("\n", "\r\n") + "\n\n"));
        assertThat(checkpoint.operation()).isEqualTo("test.rows");
        assertThat(checkpoint.rows()).isEqualTo(3);
        assertThat(checkpoint.note()).isEqualTo("bytes=77");
        assertThat(checkpoint.finished()).isFalse();
        assertThat(checkpoint.state().to()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
        assertThat(checkpoint.withNote("").text()).isEqualTo(resealed(TEXT.replace("note: bytes=77\n", "")));
        assertThat(checkpoint).isNotEqualTo(checkpoint.withNote("")).hasSameHashCodeAs(Checkpoint.parse(TEXT));
    }

    @Test
    void text_escapesWhatWouldBreakALine() {
        WalkState.Builder state = new WalkState.Builder();
        String nasty = "a\nb\r: \\u000a \u2028 \ud83d \u0000 grün 電話";
        state.operation = nasty;
        state.query = Map.of(nasty, nasty);
        state.anchors = List.of(nasty, "", " ");
        state.reasons = List.of(nasty);
        Checkpoint checkpoint = Checkpoint.of(state.build(), nasty);
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThat(checkpoint.text())
                .contains("operation: a\\u000ab\\u000d: \\u005cu000a \\u2028 \\ud83d \\u0000 grün 電話\n")
                .contains("\nquery.a\\u000ab\\u000d\\u003a \\u005cu000a");
    }

    @Test
    void text_ofAWalkByTime_isReadBackAsItWas() {
        WalkState.Builder state = new WalkState.Builder();
        state.operation = "test.events";
        state.style = WalkSpec.Style.WINDOW;
        state.position = 1_772_000_000_123L;
        state.span = 60_000;
        state.mostRows = 500;
        state.failedTests = 3;
        state.firstRow = Instant.parse("2026-02-01T00:00:00.000123Z");
        state.recent = Map.of("row 1", state.firstRow);
        state.inHand = Map.of("row 2", state.firstRow.plusNanos(1));
        Checkpoint checkpoint = Checkpoint.of(state.build(), "");

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.text()).state()).isEqualTo(state.build());
    }

    @Test
    void text_ofAWalkWithRowsInHand_isReadBackAsItWas() {
        Checkpoint checkpoint = Checkpoint.parse(
                resealed(TEXT.replace("anchor: row-0", "unread: AAAAAAAAAAUAAAAAAAAABg\nanchor: row-0")));
        assertThat(checkpoint.state().unread().values()).containsExactly(5, 6);
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint).isNotEqualTo(Checkpoint.parse(TEXT));
        assertThat(Checkpoint.parse(TEXT).state().unread().values()).isEmpty();
    }

    @Test
    void checkpoint_inTheMiddleOfAPage_isOfTheRowsHandedOut() {
        Walk<Row> walk = paged(Map.of("model_id", "m-1")).iterator();
        for (int i = 0; i < 130; i++) {
            walk.next();
        }
        Checkpoint checkpoint = Checkpoint.parse(walk.checkpoint().text());
        List<Row> rest = new ArrayList<>();
        Walk<Row> resumed = paged(Map.of("model_id", "m-1")).resume(checkpoint).iterator();
        resumed.forEachRemaining(rest::add);

        assertThat(checkpoint.rows()).isEqualTo(130);
        assertThat(checkpoint.text().length()).isLessThan(8 * 1024);
        assertThat(rest).isEqualTo(rows.subList(130, 250));
        assertThat(resumed.report().rows()).isEqualTo(250);
        assertThat(resumed.report().proven()).isTrue();
    }

    @Test
    void checkpoint_ofAFinishedWalk_isRefusedWithWhatToDo() {
        Walk<Row> walk = paged(Map.of()).iterator();
        walk.forEachRemaining(row -> {});
        Checkpoint checkpoint = walk.checkpoint();
        server.asked.clear();

        assertThat(checkpoint.finished()).isTrue();
        assertThatThrownBy(() -> paged(Map.of()).resume(Checkpoint.parse(checkpoint.text())))
                .isInstanceOf(WalkException.class)
                .hasMessage(
                        "the checkpoint is of a walk that reached its end, so there is nothing left to resume: begin a new"
                                + " walk, over the time since, and forget the checkpoint (FileCheckpointStore.clear())");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void checkpoint_betweenPages_isOfThePageHandedOut() {
        PageWalk<Row> walk = paged(Map.of()).pages().iterator();
        Page<Row> first = walk.next();
        assertThat(walk.hasNext()).isTrue();
        List<Row> read = new ArrayList<>(first.items());
        read.addAll(paged(Map.of()).resume(walk.checkpoint()).toList());
        assertThat(read).isEqualTo(rows);
    }

    @Test
    void resume_ofAnotherQuery_isRefusedWithTheDifference() {
        Checkpoint checkpoint = Checkpoint.parse(TEXT);
        assertThatThrownBy(
                        () -> paged(Map.of("model_id", "m-2", "limit_to", "x")).resume(checkpoint))
                .isInstanceOf(WalkException.class)
                .hasMessage("the checkpoint belongs to another query: call_status was \"completed\", is not set;"
                        + " limit_to was not set, is \"x\"; model_id was \"m-1\", is \"m-2\"");
        WalkSpec<Row> other = WalkSpec.<Row>page("other.rows", server)
                .query(Map.of("call_status", "completed", "model_id", "m-1"))
                .build();
        assertThatThrownBy(() -> Paged.of(other).resume(checkpoint))
                .isInstanceOf(WalkException.class)
                .hasMessage("the checkpoint belongs to another query: operation was \"test.rows\", is \"other.rows\";"
                        + " style was \"OFFSET\", is \"PAGE\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analytics4j-checkpoint: 2|hello|checkpoint line 1: a checkpoint begins with \"analytics4j-checkpoint: 2\"",
                "checkpoint: 2|checkpoint: 1|checkpoint line 1: version \"1\" cannot be read, only version 2; begin the walk again",
                "end: true|end:|the checkpoint was cut off: its last line must be \"end: true\"",
                "style: offset|style: cursor|checkpoint line 3: style must be offset, page or window, was \"cursor\"",
                "to: 2026-03-01T12:00:00.123Z|to: noon|checkpoint line 6: to must be a time like 2026-03-01T00:00:00Z, was \"noon\"",
                "to: 2026|to: +1000002026|checkpoint line 6: to must be a time like 2026-03-01T00:00:00Z, was \"+1000002026-03-01T12:00:00.123Z\"",
                "rows: 3|rows: three|checkpoint line 10: rows must be a whole number from 0 to 1000000000000000, was \"three\"",
                "rows: 3|rows: -3|checkpoint line 10: rows must be a whole number from 0 to 1000000000000000, was \"-3\"",
                "pages: 1|rows: 3|checkpoint line 11: \"rows\" comes twice",
                "pages: 1|pagez: 1|checkpoint line 11: \"pagez\" is not known",
                "pages: 1|note: 1|checkpoint line 22: \"note\" comes twice",
                "pages: 1|pages=1|checkpoint line 11: \"pages=1\" is no entry; one looks like \"name: value\"",
                "pages: 1|anchor: 1|the checkpoint has no line \"pages\"",
                "finished: false|finished: no|checkpoint line 16: finished must be true or false, was \"no\"",
                "position: 3|position: -3|the checkpoint's position is an offset and must be 0 or more, was -3",
                "anchor: row-0|anchor: \\n|checkpoint line 21: a backslash must begin an escape like \\u000a",
                "anchor: row-0|anchor: \\u00zz|checkpoint line 21: \"\\u00zz\" is no escape",
                "ahead: AAAAAAAAAAk|ahead: AAAAAAAAAA|checkpoint line 20: ahead must be fingerprints in Base64",
                "ahead: AAAAAAAAAAk|ahead: ???|checkpoint line 20: ahead must be fingerprints in Base64",
                "rows: 3|rows: 4|the checkpoint was changed or damaged: its checksum does not fit its lines; take a copy that is whole, or clear it and begin the walk again",
                "checksum: |checksum: 0|the checkpoint was changed or damaged: its checksum does not fit its lines; take a copy that is whole, or clear it and begin the walk again",
                "query.model_id: m-1|query.model_id: m-2|the checkpoint was changed or damaged: its checksum does not fit its lines; take a copy that is whole, or clear it and begin the walk again",
                "checksum: |note-2: |checkpoint line 23: \"note-2\" is not known",
            })
    void parse_broken_saysWhereAndWhat(String good, String bad, String message) {
        assertThatThrownBy(() -> Checkpoint.parse(TEXT.replace(good, bad)))
                .isInstanceOf(WalkException.class)
                .hasMessage(message);
    }

    @Test
    void parse_cutAnywhere_isRefused() {
        for (int length = 0; length < TEXT.length() - 1; length++) {
            String cut = TEXT.substring(0, length);
            assertThatThrownBy(() -> Checkpoint.parse(cut)).isInstanceOf(WalkException.class);
        }
        assertThatThrownBy(() -> Checkpoint.parse("x".repeat(20_000_000)))
                .isInstanceOf(WalkException.class)
                .hasMessage("this is no checkpoint: it has 20000000 characters");
    }

    @Test
    void store_keepsTheLastOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.checkpoint");
        FileCheckpointStore store = new FileCheckpointStore(file);
        assertThat(store.load()).isEmpty();
        store.save(Checkpoint.parse(TEXT).withNote("older and longer"));
        store.save(Checkpoint.parse(TEXT));
        assertThat(Files.readString(file)).isEqualTo(TEXT);
        assertThat(new FileCheckpointStore(file).load()).contains(Checkpoint.parse(TEXT));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        store.clear();
        store.clear();
        assertThat(store.load()).isEmpty();
    }

    @Test
    void store_fileOfSomethingElse_namesItAndSaysWhatToDo(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("walk.checkpoint"));
        assertThatThrownBy(() -> new FileCheckpointStore(file).load())
                .isInstanceOf(WalkException.class)
                .hasMessage("no walk can go on from " + file
                        + ", which clear() removes: checkpoint line 1: a checkpoint begins"
                        + " with \"analytics4j-checkpoint: 2\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisabledOnOs(OS.WINDOWS)
    void store_namedByALink_keepsTheLinkAndSavesWhereItLeads(boolean there, @TempDir Path folder) throws IOException {
        Path file = Files.createDirectory(folder.resolve("volume")).resolve("walk.checkpoint");
        if (there) {
            Files.writeString(file, TEXT);
        }
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Checkpoint next = Checkpoint.parse(TEXT).withNote("bytes=78");
        new FileCheckpointStore(link).save(next);
        assertThat(link).isSymbolicLink();
        assertThat(new FileCheckpointStore(file).load()).contains(next);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    /** The walk ended with the interrupt, and where it stands is to be saved: that is what a user does then. */
    @Test
    void store_interruptedThread_savesAndKeepsTheInterrupt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.checkpoint");
        FileCheckpointStore store = new FileCheckpointStore(file);
        Thread.currentThread().interrupt();
        try {
            store.save(Checkpoint.parse(TEXT));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(store.load()).contains(Checkpoint.parse(TEXT));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Files.readString(file)).isEqualTo(TEXT);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void store_secondWriter_isRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.checkpoint");
        FileCheckpointStore one = new FileCheckpointStore(file);
        FileCheckpointStore two = new FileCheckpointStore(file);
        assertThat(one.load()).isEmpty();
        assertThat(two.load()).isEmpty();
        one.save(Checkpoint.parse(TEXT));
        assertThatThrownBy(() -> two.save(Checkpoint.parse(TEXT).withNote("of the second")))
                .isInstanceOf(WalkException.class)
                .hasMessage(
                        "another writer saved a checkpoint to " + file + " since this one loaded or saved it: let each"
                                + " walk have its own file; to go on from what is there, load it and resume");
        assertThat(Files.readString(file)).isEqualTo(TEXT);
        one.save(Checkpoint.parse(TEXT).withNote("of the first"));

        assertThat(two.load().map(Checkpoint::note)).contains("of the first");
        two.save(Checkpoint.parse(TEXT));
        assertThatThrownBy(() -> one.save(Checkpoint.parse(TEXT))).isInstanceOf(WalkException.class);
    }

    @Test
    void store_whileAnotherSaves_isRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.checkpoint");
        try (FileChannel draft = FileChannel.open(
                        folder.resolve("walk.checkpoint.tmp"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = draft.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> new FileCheckpointStore(file).save(Checkpoint.parse(TEXT)))
                    .isInstanceOf(WalkException.class)
                    .hasMessage(
                            "another writer is saving a checkpoint to " + file + ": let each walk have its own file");
        }
    }

    @Test
    void store_checkpointTooLargeToBeLoaded_isRefusedBeforeTheOldOneIsTouched(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.checkpoint");
        FileCheckpointStore store = new FileCheckpointStore(file);
        store.save(Checkpoint.parse(TEXT));
        Checkpoint large = Checkpoint.parse(TEXT).withNote("x".repeat(9_000_000));
        assertThatThrownBy(() -> store.save(large))
                .isInstanceOf(WalkException.class)
                .hasMessageContaining("could not be read again, since 8388608 are the most");
        assertThat(store.load()).contains(Checkpoint.parse(TEXT));
        Checkpoint fits = Checkpoint.parse(TEXT).withNote("x".repeat(1_000_000));
        store.save(fits);
        assertThat(new FileCheckpointStore(file).load()).contains(fits);
    }

    @Test
    void store_folderThatIsNotThere_isMade(@TempDir Path folder) {
        FileCheckpointStore store = new FileCheckpointStore(folder.resolve("a").resolve("b/walk.checkpoint"));
        assertThat(store.load()).isEmpty();
        store.save(Checkpoint.parse(TEXT));
        assertThat(store.load()).contains(Checkpoint.parse(TEXT));
    }

    @Test
    void store_bareFileName_liesInTheWorkingFolder() throws IOException {
        Path bare = Path.of("walk-" + System.nanoTime() + ".checkpoint");
        FileCheckpointStore store = new FileCheckpointStore(bare);
        try {
            store.save(Checkpoint.parse(TEXT));
            assertThat(store.load()).contains(Checkpoint.parse(TEXT));
        } finally {
            assertThat(Files.deleteIfExists(bare)).isTrue();
        }
    }

    @Test
    void store_noFileName_isRefusedAtOnce() {
        for (Path none : new Path[] {Path.of(""), Path.of("/")}) {
            assertThatThrownBy(() -> new FileCheckpointStore(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a checkpoint needs the name of a file, was \"" + none + "\"");
        }
    }

    @Test
    void store_fileThatAnEditorSaved_isRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.checkpoint");
        Files.writeString(file, "\ufeff" + TEXT.replace("\n", "\r\n"));
        assertThat(new FileCheckpointStore(file).load()).contains(Checkpoint.parse(TEXT));
        assertThat(Checkpoint.parse("\ufeff" + TEXT)).isEqualTo(Checkpoint.parse(TEXT));
    }

    @Test
    void store_whereNothingCanBeWritten_saysSo(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("no folder")).resolve("walk.checkpoint");
        assertThatThrownBy(() -> new FileCheckpointStore(file).save(Checkpoint.parse(TEXT)))
                .isInstanceOf(WalkException.class)
                .hasMessage("the checkpoint could not be saved to " + file
                        + ": java.nio.file.FileAlreadyExistsException: " + file.getParent());
        assertThatThrownBy(() -> new FileCheckpointStore(folder).load())
                .isInstanceOf(WalkException.class)
                .hasMessageStartingWith("the checkpoint could not be read from " + folder)
                .hasMessageEndingWith("is no regular file; remove it, or name another one");
    }
}
