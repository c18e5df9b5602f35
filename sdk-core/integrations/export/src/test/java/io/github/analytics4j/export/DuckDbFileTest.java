package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.child.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of DuckDB's that is opened for a moment at a time: others that want it get it in between. */
class DuckDbFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeFile() throws SQLException {
        file = folder.resolve("calls of it's.duckdb");
        query("create table t as select 1 as n");
    }

    private String query(String sql) throws SQLException {
        return JdbcSessionTest.query("jdbc:duckdb:" + file, sql);
    }

    private static String first(DuckDbFile shared) throws SQLException {
        try (DuckDbFile.Opened opened = shared.open();
                var statement = opened.connection.createStatement();
                var result = statement.executeQuery("select n from t")) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void betweenTwoMoments_anotherProcess_canWrite() throws Exception {
        try (DuckDbFile shared = DuckDbFile.of(file, false)) {
            assertThat(first(shared)).isEqualTo("1");
            assertThat(ChildJvm.program(List.of(), Writer.class, file.toString())
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(first(shared)).isEqualTo("2");
        }
    }

    /** Changes the row. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            JdbcSessionTest.query("jdbc:duckdb:" + arguments[0], "update t set n = 2");
        }
    }

    @Test
    void betweenTwoMoments_fileThatWasReplaced_isTheNewOne() throws Exception {
        try (DuckDbFile shared = DuckDbFile.of(file, false)) {
            assertThat(first(shared)).isEqualTo("1");
            Path other = folder.resolve("other.duckdb");
            JdbcSessionTest.query("jdbc:duckdb:" + other, "create table t as select 3 as n");
            Disk.move(other, file);
            assertThat(first(shared)).isEqualTo("3");
        }
    }

    @Test
    void workThatIsNotCommitted_isNotDone_andTheFileIsFree() throws Exception {
        try (DuckDbFile shared = DuckDbFile.of(file, false)) {
            try (DuckDbFile.Opened opened = shared.open()) {
                opened.connection.setAutoCommit(false);
                SqlDialect.execute(opened.connection, "update t set n = 4");
                assertThatThrownBy(() -> SqlDialect.execute(opened.connection, "select nonsense"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(query("select n from t")).isEqualTo("1"); // by an engine of its own
            assertThat(first(shared)).isEqualTo("1");
        }
    }

    @Test
    void twoMomentsAtOnce_shareTheEngine_andTheLastOneFreesTheFile() throws Exception {
        try (DuckDbFile one = DuckDbFile.of(file, false);
                DuckDbFile two = DuckDbFile.of(folder.resolve("x/..").resolve(file.getFileName()), false)) {
            assertThat(two).isSameAs(one);
            try (DuckDbFile.Opened opened = one.open()) {
                SqlDialect.execute(opened.connection, "update t set n = 5");
                assertThat(first(two)).isEqualTo("5");
                assertThatThrownBy(() -> query("select n from t")).hasMessageContaining("already attached");
            }
            assertThat(query("select n from t")).isEqualTo("5");
        }
    }

    @Test
    void reader_changesNothing() throws Exception {
        try (DuckDbFile shared = DuckDbFile.of(file, true);
                DuckDbFile.Opened opened = shared.open()) {
            assertThatThrownBy(() -> SqlDialect.execute(opened.connection, "update t set n = 6"))
                    .hasMessageContaining("read-only");
        }
        assertThat(query("select n from t")).isEqualTo("1");
    }

    @Test
    void whatDoesNotFitIntoTheMemory_liesBesideTheFile() throws Exception {
        try (DuckDbFile shared = DuckDbFile.of(file, false);
                DuckDbFile.Opened opened = shared.open()) {
            SqlDialect.execute(opened.connection, "set memory_limit = '20MB'");
            SqlDialect.execute(
                    opened.connection,
                    "create temp table large as select range as n, md5(range::text) as text from range(1_000_000)");
            assertThat(folder.resolve(file.getFileName() + ".tmp")).isNotEmptyDirectory();
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void fileThatIsNone_isTold_andOneThatIsPutThereIsOpened() throws Exception {
        Path broken = folder.resolve("broken.duckdb");
        Files.writeString(broken, "no database, but a text that is long enough to be looked at ".repeat(100));
        try (DuckDbFile shared = DuckDbFile.of(broken, false)) {
            assertThatThrownBy(shared::open).hasMessageContaining("not a valid DuckDB database file");
            Disk.move(file, broken);
            assertThat(first(shared)).isEqualTo("1");
        }
    }

    @Test
    void connectionOfTheUsers_inThisProcess_isWaitedForAndTold() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        try (Connection mine = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            assertThat(mine.isValid(1)).isTrue();
            assertThatThrownBy(() -> JdbcSink.duckdb(file, pauses::add).open(Samples.TABLE, StepListener.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has it open; close that");
        }
        assertThat(pauses).hasSize(119);
    }

    @Test
    void fileByTwoNames_hasOneLock() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.duckdb"), file);
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder).resolve(file.getFileName());
        try (SinkSession held = JdbcSink.duckdb(link).open(Samples.TABLE, StepListener.NONE)) {
            assertThat(held.state()).isNull();
            for (Path other : List.of(file, linked)) {
                assertThatThrownBy(() -> JdbcSink.duckdb(other).open(Samples.TABLE, StepListener.NONE))
                        .isInstanceOf(SyncBusyException.class);
            }
        }
    }

    @Test
    void twoTablesAtOnce_inThisProcess_areBothWhole() throws Exception {
        int rows = 40;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier both = new CyclicBarrier(2);
            List<Callable<Integer>> runs = new ArrayList<>();
            for (String name : List.of("one", "two")) {
                runs.add(() -> {
                    both.await();
                    SinkTable table = new SinkTable(
                            name,
                            Samples.TABLE.narrowing(),
                            Samples.TABLE.partitions(),
                            Samples.TABLE.columns(),
                            Samples.TABLE.idColumn(),
                            Samples.TABLE.timeColumn());
                    try (SinkSession session = JdbcSink.duckdb(file).open(table, StepListener.NONE)) {
                        for (int i = 0; i < rows; i++) {
                            session.reject("2026-11-25", List.of(name + i));
                            session.state();
                        }
                    }
                    return rows;
                });
            }
            for (Future<Integer> each : threads.invokeAll(runs)) {
                assertThat(each.get()).isEqualTo(rows);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(query("select name, count(distinct line) from _a4j_rejects group by 1 order by 1"))
                .isEqualTo("one|40;two|40");
    }
}
