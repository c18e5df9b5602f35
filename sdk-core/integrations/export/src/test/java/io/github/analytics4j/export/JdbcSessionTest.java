package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.Column.Type.Kind;
import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table of a database for one run, in a real PostgreSQL and in a file of DuckDB's. */
class JdbcSessionTest {
    private static final UnitKey MONDAY = new UnitKey("agent-1", "2026-11-23");
    private static final UnitKey TUESDAY = new UnitKey("agent-1", "2026-11-24");

    @TempDir
    Path folder;

    /** The databases. */
    enum Database {
        POSTGRES,
        DUCKDB
    }

    private String url(Database database) throws Exception {
        return database == Database.POSTGRES
                ? PostgresServer.newDatabase()
                : "jdbc:duckdb:" + folder.resolve("calls.duckdb");
    }

    @ParameterizedTest
    @EnumSource
    void stored_valuesThatTheDatabaseCannotHold_comeBackAsTheyWere(Database database) throws Exception {
        JdbcSink sink = JdbcSink.of(url(database));
        try (SinkSession session = open(sink)) {
            assertThat(session.state()).isNull();
            commit(
                    session,
                    0,
                    change(TUESDAY, RowChanges.Op.ADDED, Samples.hardRows().toArray(new StoredRow[0])));
            assertThat(Samples.comparable(stored(session, TUESDAY)))
                    .containsExactlyInAnyOrderElementsOf(Samples.comparable(Samples.hardRows()));
            assertThat(session.locate("agent-1", Set.of("\ud83d\ude00 id'\"", "id\0\ud83d")))
                    .hasSize(2);
            assertThat(stored(session, MONDAY)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void commit_changes_areAppliedByIdAndUnit(Database database) throws Exception {
        JdbcSink sink = JdbcSink.of(url(database));
        try (SinkSession session = open(sink)) {
            commit(
                    session,
                    0,
                    change(
                            TUESDAY,
                            RowChanges.Op.ADDED,
                            Samples.row("a", 1),
                            Samples.row("b", 2),
                            Samples.row("c", 3)));
            StoredRow changed =
                    Samples.row("a", Samples.DAY.plusSeconds(60), 99L).changedAt(Samples.SEEN.plusSeconds(86400));
            StoredRow moved = Samples.row("b", Samples.DAY.minusSeconds(60), 2L);
            commit(
                    session,
                    1,
                    change(TUESDAY, RowChanges.Op.MOVED, Samples.row("b", 2)),
                    change(TUESDAY, RowChanges.Op.DELETED, Samples.row("c", 3)),
                    change(TUESDAY, RowChanges.Op.CHANGED, changed),
                    change(MONDAY, RowChanges.Op.ADDED, moved));
            assertThat(Samples.comparable(stored(session, TUESDAY))).isEqualTo(Samples.comparable(List.of(changed)));
            assertThat(Samples.comparable(stored(session, MONDAY))).isEqualTo(Samples.comparable(List.of(moved)));
            assertThat(session.locate("agent-1", new TreeSet<>(Set.of("a", "b", "c"))))
                    .isEqualTo(Map.of("a", TUESDAY, "b", MONDAY));
            assertThat(session.locate("agent-2", Set.of("a"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void commit_rowThatIsTheSame_keepsWhenItChanged(Database database) throws Exception {
        JdbcSink sink = JdbcSink.of(url(database));
        try (SinkSession session = open(sink)) {
            StoredRow row = Samples.row("a", 1);
            commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, row));
            commit(session, 1, change(TUESDAY, RowChanges.Op.ADDED, row.changedAt(Samples.SEEN.plusSeconds(5))));
            assertThat(stored(session, TUESDAY).get(0).changedAt()).isEqualTo(Samples.SEEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void commit_sameIdTwiceInABatch_lastWins(Database database) throws Exception {
        JdbcSink sink = JdbcSink.of(url(database));
        try (SinkSession session = open(sink)) {
            StoredRow last = Samples.row("a", Samples.DAY.plusSeconds(7), 7L);
            commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, Samples.row("a", 1), last));
            assertThat(Samples.comparable(stored(session, TUESDAY))).isEqualTo(Samples.comparable(List.of(last)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void commit_otherGeneration_changesNothing(Database database) throws Exception {
        JdbcSink sink = JdbcSink.of(url(database));
        try (SinkSession session = open(sink)) {
            commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, Samples.row("a", 1)));
            assertThatThrownBy(() -> commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, Samples.row("b", 2))))
                    .isInstanceOf(SyncBusyException.class)
                    .hasMessageContaining("another run changed calls")
                    .hasMessageContaining("nothing was written");
            assertThat(stored(session, TUESDAY)).hasSize(1);
            assertThat(session.state().generation).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void commit_failsAtAnyPlace_changesNothing(Database database) throws Exception {
        String url = url(database);
        List<String> places = new ArrayList<>();
        try (SinkSession session =
                JdbcSink.of(url).open(Samples.TABLE, (step, place) -> places.add(step + " " + place))) {
            commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, Samples.row("a", 1)));
        }
        assertThat(places)
                .containsExactly(
                        "1 lock", "2 recover", "7b fence", "7b stage", "7b merge", "7b commit", "7b committed");
        for (String wanted : List.of("7b fence", "7b stage", "7b merge", "7b commit")) {
            try (SinkSession session = JdbcSink.of(url).open(Samples.TABLE, (step, place) -> {
                if ((step + " " + place).equals(wanted)) {
                    throw new IOException("ended at " + wanted);
                }
            })) {
                assertThatThrownBy(
                                () -> commit(session, 1, change(TUESDAY, RowChanges.Op.DELETED, Samples.row("a", 1))))
                        .hasMessage("ended at " + wanted);
                assertThat(stored(session, TUESDAY)).as(wanted).hasSize(1);
                assertThat(session.state().generation).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void open_whileAnotherRunHasIt_isRefused(Database database) throws Exception {
        String url = url(database);
        try (SinkSession session = open(JdbcSink.of(url))) {
            assertThatThrownBy(() -> open(JdbcSink.of(url)))
                    .isInstanceOf(SyncBusyException.class)
                    .hasMessageContaining("another run is at work on calls");
            SinkTable other = new SinkTable(
                    "other", "model", List.of("agent-1"), Samples.TABLE.columns(), "call_id", "start_time");
            JdbcSink.of(url).open(other, StepListener.NONE).close();
        }
        open(JdbcSink.of(url)).close();
    }

    @ParameterizedTest
    @EnumSource
    void commit_newColumn_isAdded(Database database) throws Exception {
        String url = url(database);
        JdbcSink sink = JdbcSink.of(url);
        try (SinkSession session = open(sink)) {
            commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, Samples.row("a", 1)));
        }
        List<SinkColumn> columns = new ArrayList<>(Samples.TABLE.columns());
        columns.add(2, new SinkColumn("came_later", Kind.DECIMAL, "It came later."));
        SinkTable wider = new SinkTable("calls", "model", List.of("agent-1"), columns, "call_id", "start_time");
        try (SinkSession session = sink.open(wider, StepListener.NONE)) {
            assertThat(session.state()).isNotNull();
            commit(session, 1);
            assertThat(stored(session, TUESDAY).get(0).values().get(2)).isNull();
        }
        assertThat(query(url, "select count(*), count(came_later) from calls")).isEqualTo("1|0");
    }

    @ParameterizedTest
    @EnumSource
    void state_columnOfAnotherType_isRefused(Database database) throws Exception {
        JdbcSink sink = JdbcSink.of(url(database));
        try (SinkSession session = open(sink)) {
            commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, Samples.row("a", 1)));
        }
        List<SinkColumn> columns = new ArrayList<>(Samples.TABLE.columns());
        columns.set(2, new SinkColumn("order", Kind.TEXT, "Another type."));
        try (SinkSession session = sink.open(
                new SinkTable("calls", "model", List.of("agent-1"), columns, "call_id", "start_time"),
                StepListener.NONE)) {
            assertThatThrownBy(session::state)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the column order of calls is bigint in the database"
                            .replace("bigint", database == Database.DUCKDB ? "BIGINT" : "bigint"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void state_tableOfSomebodyElse_isRefused(Database database) throws Exception {
        String url = url(database);
        query(url, "create table calls (call_id text)");
        try (SinkSession session = open(JdbcSink.of(url))) {
            assertThatThrownBy(session::state)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a table calls that was not made by a sync");
        }
    }

    @ParameterizedTest
    @EnumSource
    void state_truncatedZeroedOrGone_fallsBackAndForgetsNoRow(Database database) throws Exception {
        String url = url(database);
        try (SinkSession session = open(JdbcSink.of(url))) {
            commit(session, 0, change(MONDAY, RowChanges.Op.ADDED, Samples.row("a", 1)));
            commit(session, 1, change(TUESDAY, RowChanges.Op.ADDED, Samples.row("b", 2)));
        }
        for (String damage : List.of(
                "update _a4j_state set document = substr(document, 1, 40)",
                "update _a4j_state set document = ''",
                "update _a4j_state set document = '', previous = ''",
                "delete from _a4j_state")) {
            query(url, damage);
            try (SinkSession session = open(JdbcSink.of(url))) {
                SyncState state = session.state();
                assertThat(state).as(damage).isNotNull();
                assertThat(state.units.keySet()).as(damage).contains(MONDAY, TUESDAY);
                assertThat(state.units.get(TUESDAY).reasons()).as(damage).containsExactly("present, unverified");
                assertThat(state.generation).as(damage).isEqualTo(damage.startsWith("delete") ? 0 : 2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void state_ofNewerFormat_isRefused(Database database) throws Exception {
        String url = url(database);
        try (SinkSession session = open(JdbcSink.of(url))) {
            commit(session, 0, change(MONDAY, RowChanges.Op.ADDED, Samples.row("a", 1)));
        }
        query(url, "update _a4j_state set document = replace(document, '\"format\":1', '\"format\":99')");
        try (SinkSession session = open(JdbcSink.of(url))) {
            assertThatThrownBy(session::state)
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("format 99");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAndRuns_areKept(Database database) throws Exception {
        String url = url(database);
        try (SinkSession session = open(JdbcSink.of(url))) {
            session.reject("2026-11-25", List.of("{\"a\":\"\\u0000\"}", "{}"));
            session.finish("{\"exit\":0}");
        }
        assertThat(query(url, "select name, day, line from _a4j_rejects order by line"))
                .isEqualTo("calls|2026-11-25|{\"a\":\"\\u0000\"};calls|2026-11-25|{}");
        assertThat(query(url, "select name, record from _a4j_runs")).isEqualTo("calls|{\"exit\":0}");
    }

    @ParameterizedTest
    @EnumSource
    void work_isEmptyAndItsOwnersAlone(Database database) throws Exception {
        JdbcSink sink = JdbcSink.of(url(database));
        Path work;
        try (SinkSession session = open(sink)) {
            work = session.work();
            Files.writeString(work.resolve("left"), "x");
        }
        try (SinkSession session = open(sink)) {
            assertThat(session.work()).isEqualTo(work).isEmptyDirectory();
        }
        assertThat(work).doesNotExist();
    }

    @Test
    void of_otherDatabase_isRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> JdbcSink.of("jdbc:mysql://u:secret@h/db?password=secret"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "must be jdbc:postgresql://HOST/DATABASE or jdbc:duckdb:FILE; was jdbc:mysql://h/db")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> JdbcSink.of("jdbc:postgresql://u:secret@h/db"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("set the driver's properties user and password")
                .hasMessageNotContaining("secret");
        assertThat(JdbcSink.of("jdbc:postgresql://h:1/db?user=u&password=secret"))
                .hasToString("jdbc:postgresql://h:1/db");
    }

    @ParameterizedTest
    @EnumSource
    void work_askedForTwice_keepsWhatIsInIt(Database database) throws Exception {
        try (SinkSession session = open(JdbcSink.of(url(database)))) {
            Path spool = Files.writeString(session.work().resolve("spool"), "rows");
            assertThat(session.work().resolve("spool")).isEqualTo(spool).hasContent("rows");
        }
    }

    @Test
    void duckdb_openInAnotherProgram_isWaitedForAndTold() throws Exception {
        Path file = folder.resolve("open.duckdb");
        try (SinkSession session = open(JdbcSink.duckdb(file))) {
            commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, Samples.row("a", 1)));
        }
        Process other =
                ChildJvm.program(List.of(), Holder.class, file.toString()).start();
        assertThat(other.getInputStream().read()).isEqualTo('1');
        List<Duration> pauses = new ArrayList<>();
        assertThatThrownBy(() -> open(JdbcSink.duckdb(file, pauses::add)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("open.duckdb: another program has it open; close that");
        assertThat(pauses).hasSize(119).containsOnly(Duration.ofMillis(500));
        JdbcSink patient = JdbcSink.duckdb(file, length -> {
            try {
                other.getOutputStream().close();
                other.waitFor();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        try (SinkSession session = open(patient)) {
            assertThat(stored(session, TUESDAY)).hasSize(1);
        }
    }

    /** Has a database open until its standard input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (Connection connection = DuckDb.open("jdbc:duckdb:" + arguments[0])) {
                System.out.print(connection.isValid(1) ? 1 : 0);
                System.out.flush();
                while (System.in.read() >= 0) {}
            }
        }
    }

    @Test
    void postgres_hugeUnit_comesRowByRow() throws Exception {
        try (SinkSession session = open(JdbcSink.of(PostgresServer.newDatabase()))) {
            StoredRow[] rows = new StoredRow[20_000];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Samples.row("id-" + i, Samples.DAY.plusMillis(i), (long) i);
            }
            commit(session, 0, change(TUESDAY, RowChanges.Op.ADDED, rows));
            long[] count = {0};
            session.stored(TUESDAY, row -> {
                assertThat(row.values().get(2)).isEqualTo(count[0]++);
                if (count[0] == 10) {
                    session.reject("2026-11-25", List.of("{}")); // what is written meanwhile is not lost
                }
            });
            assertThat(count[0]).isEqualTo(20_000);
        }
    }

    private static SinkSession open(JdbcSink sink) throws IOException {
        return sink.open(Samples.TABLE, StepListener.NONE);
    }

    /** One operation on rows of a unit. */
    record Change(RowChanges.Op op, UnitKey unit, List<StoredRow> rows) {}

    private static Change change(UnitKey unit, RowChanges.Op op, StoredRow... rows) {
        return new Change(op, unit, List.of(rows));
    }

    /** Commits with a state that says what is stored then: of changed units, what is handed over here. */
    static void commit(SinkSession session, long expected, Change... changes) throws IOException {
        SyncState known = expected == 0 ? null : session.state();
        SyncState next = known == null ? new SyncState("sink-1") : known.copy();
        next.generation = expected + 1;
        for (Change each : changes) {
            RowMaker.ContentHash hash = new RowMaker.ContentHash(session::held);
            each.rows().forEach(hash::add);
            next.partitions.computeIfAbsent(each.unit().partition(), name -> new PartitionState());
            next.units.put(
                    each.unit(),
                    new UnitState(
                            hash.rows(),
                            0,
                            0,
                            0,
                            hash.toString(),
                            Instant.EPOCH,
                            Instant.EPOCH,
                            true,
                            List.of(),
                            null));
        }
        session.commit(expected, next, Map.of(), to -> {
            for (Change change : changes) {
                for (StoredRow row : change.rows()) {
                    to.row(change.op(), change.unit(), row);
                }
            }
        });
    }

    private static List<StoredRow> stored(SinkSession session, UnitKey unit) throws IOException {
        List<StoredRow> rows = new ArrayList<>();
        session.stored(unit, rows::add);
        return rows;
    }

    /** The rows of a result with bars between the values, or an empty text. */
    static String query(String url, String sql) throws SQLException {
        try (Connection connection = url.contains("duckdb") ? DuckDb.open(url) : DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        List<String> row = new ArrayList<>();
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            row.add(result.getString(i));
                        }
                        rows.add(String.join("|", row));
                    }
                }
            }
            return String.join(";", rows);
        }
    }
}
