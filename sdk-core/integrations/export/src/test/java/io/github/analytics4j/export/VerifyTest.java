package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code verify} compares the values that a place holds, and changes nothing. */
class VerifyTest extends OneAgent {

    @BeforeEach
    void fill() {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofMinutes(30), 90);
        for (int i = 0; i < 90; i++) {
            log.put(AGENT, log.get(AGENT, "c" + i).with("lead_name", "\"lead " + i + "\""));
        }
    }

    @Place.EachDatabase
    void verify_wrongValuesInADatabase_areTold(Place place) throws Exception {
        String url = place.address(folder);
        Sync sync = sync(table(), place.at(url).sink);
        assertThat(sync.run().exitCode()).isZero();
        assertThat(sync.verify().exitCode()).isZero();
        JdbcSessionTest.query(url, "update synthflow_calls set duration = 1 where _id in ('c1', 'c2')");
        JdbcSessionTest.query(url, "update synthflow_calls set lead_name = null where _id = 'c80'");
        SyncReport report = sync.verify();
        assertThat(report.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(report.table("synthflow_calls").partition(AGENT).reasons())
                .hasSize(2)
                .allMatch(each -> each.endsWith("some with another content"));
        JdbcSessionTest.query(url, "update synthflow_calls set _hash = '' where _id in ('c1', 'c2', 'c80')");
        assertThat(sync.run().exitCode()).isZero(); // so a reader has them read again
        assertThat(sync.verify().exitCode()).isZero();
    }

    /** As in a DuckDB file, whose tables have no key. */
    @Test
    void rows_restoredTwice_areToldUntilTheyAreGone() throws Exception {
        String url = Place.POSTGRES.address(folder);
        Sync sync = sync(table(), Place.POSTGRES.at(url).sink);
        assertThat(sync.run().exitCode()).isZero();
        JdbcSessionTest.query(url, "create table dump as select * from synthflow_calls where _id in ('c3', 'c80')");
        JdbcSessionTest.query(url, "alter table synthflow_calls drop constraint synthflow_calls_pkey");
        JdbcSessionTest.query(url, "insert into synthflow_calls select * from dump");
        SyncReport told = sync.run();
        assertThat(told.exitCode()).isEqualTo(SyncReport.UNPROVEN);
        String advice = told.table("synthflow_calls").warnings().stream()
                .filter(each -> each.startsWith("2 ids of \"synthflow_calls\" are there more than once"))
                .findFirst()
                .orElseThrow();
        JdbcSessionTest.query(url, advice.substring(advice.indexOf("delete from")));
        assertThat(sync.run().exitCode()).isZero();
        assertThat(sync.verify().exitCode()).isZero();
    }

    @Test
    void verify_reportSaysHowLongItTook() {
        Sync sync = sync(table());
        SyncReport.TableReport nothing = sync.verify().table("synthflow_calls"); // there is nothing yet
        assertThat(nothing.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
        assertThat(nothing.took()).isPositive();
        assertThat(sync.run().exitCode()).isZero();
        SyncReport report = sync.verify();
        assertThat(report.exitCode()).as(report.toJson()).isZero();
        assertThat(report.table("synthflow_calls").took()).isGreaterThan(Duration.ofMillis(1));
        assertThat(report.toJson()).doesNotContain("\"took_ms\":0,").contains("\"took_ms\":");
    }

    @Test
    void verify_wrongValueInAFile_isTold() throws Exception {
        Sync sync = sync(table(), FolderSink.of(folder, FileFormat.CSV));
        assertThat(sync.run().exitCode()).isZero();
        assertThat(sync.verify().exitCode()).isZero();
        Path file = files().keySet().stream()
                .filter(each -> each.toString().endsWith(".csv"))
                .findFirst()
                .orElseThrow();
        Files.writeString(file, Files.readString(file).replace("lead 1,", "lead 7,"));
        SyncReport report = sync.verify();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(report.toJson()).contains("some with another content");
    }

    private Map<Path, FileTime> files() throws IOException {
        Map<Path, FileTime> all = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.toList()) {
                all.put(each, Files.getLastModifiedTime(each));
            }
        }
        return all;
    }

    @Place.EachDatabase
    void columnDropped_itsValuesComeBackWithTheNextRun(Place place) throws Exception {
        String url = place.address(folder);
        Sync sync = sync(table(), place.at(url).sink);
        assertThat(sync.run().exitCode()).isZero();
        for (String column : List.of("lead_name", "_exact", "start_time")) {
            JdbcSessionTest.query(url, "alter table synthflow_calls drop column " + column);
            SyncReport report = sync.verify();
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
            clock.advance(Duration.ofDays(1));
            SyncReport run = sync.run();
            assertThat(run.exitCode()).as(run.toJson()).isZero();
            report = sync.verify();
            assertThat(report.exitCode())
                    .as(column + run.toJson() + report.toJson())
                    .isZero();
            assertThat(JdbcSessionTest.query(url, "select lead_name from synthflow_calls where _id = 'c1'"))
                    .isEqualTo("lead 1");
            log.requests();
        }
    }

    @Place.EachDatabase
    void stateBeforeADamagedOne_ofANewerVersion_isRefusedAndKept(Place place) throws Exception {
        String url = place.address(folder);
        Sync sync = sync(table(), place.at(url).sink);
        assertThat(sync.run().exitCode()).isZero();
        String newer = "replace(document, '\"format\":1', '\"format\":99')";
        JdbcSessionTest.query(url, "update _a4j_state set previous = " + newer + ", document = ''");
        for (SyncReport report : List.of(sync.verify(), sync.run())) {
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(report.toJson()).contains("format 99");
        }
    }

    /** The first commit makes the column again; a run that is killed then leaves the other days due. */
    @Place.EachDatabase
    void columnDropped_runKilledAfterItsFirstCommit_theNextOneGoesOn(Place place) throws Exception {
        String url = place.address(folder);
        SyncOptions small = SyncOptions.builder().walkRows(30).build();
        Sync sync = sync(table(), place.at(url).sink).with(small);
        assertThat(sync.run().exitCode()).isZero();
        JdbcSessionTest.query(url, "alter table synthflow_calls drop column lead_name");
        clock.advance(Duration.ofDays(30));
        try {
            sync.steps((step, where) -> {
                        if (where.equals("committed")) {
                            throw new IllegalStateException("killed");
                        }
                    })
                    .run();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }
        assertThat(sync.run().exitCode()).isZero();
        assertThat(sync.verify().exitCode()).isZero();
        assertThat(JdbcSessionTest.query(url, "select count(lead_name) from synthflow_calls"))
                .isEqualTo("90");
    }

    /** Neither a look nor a comparison makes or touches anything, and neither needs a lock that it may not have. */
    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"JSON_LINES", "CSV", "DUCKDB"})
    void statusAndVerify_ofAPlaceThatMayOnlyBeRead_writeNothing(Place place) throws Exception {
        String address = place.address(folder);
        Sync sync = sync(table(), place.at(address).sink);
        assertThat(sync.run().exitCode()).isZero();
        for (boolean locked : new boolean[] {false, true}) {
            Path lock = folder.resolve(
                    place == Place.DUCKDB ? "calls.duckdb.a4j/synthflow_calls.lock" : "synthflow_calls/_a4j/lock");
            if (locked) {
                Files.delete(lock);
                Files.createDirectory(lock); // nobody can lock it
            }
            Map<Path, FileTime> before = files();
            assertThat(sync.status().tables().get(0).problem()).isNull();
            SyncReport report = sync.verify();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertThat(files()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"JSON_LINES", "POSTGRES", "DUCKDB"})
    void verify_whileARunIsAtWork_isBusy(Place place) throws Exception {
        String address = place.address(folder);
        Sync sync = sync(table(), place.at(address).sink);
        assertThat(sync.run().exitCode()).isZero();
        int[] code = {-1};
        sync.steps((step, where) -> {
                    if (step.equals("3")) {
                        code[0] = sync.verify().exitCode();
                    }
                })
                .run();
        assertThat(code[0]).isEqualTo(SyncReport.BUSY);
    }

    /** DuckDB's driver makes times in the zone of this machine, with a wrong offset where its clocks change. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void hoursWhereTheClocksOfThisMachineChange_areReadAsTheyCame(Place place) throws Exception {
        TimeZone own = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            Sync sync = sync(table(), place.at(place.address(folder)).sink);
            log.fill(AGENT, "back", Instant.parse("2026-11-01T04:00:00Z"), Duration.ofMinutes(15), 20);
            log.fill(AGENT, "ahead", Instant.parse("2026-03-08T06:00:00Z"), Duration.ofMinutes(15), 8);
            assertThat(sync.run().exitCode()).isZero();
            assertThat(sync.purge(List.of("back0", "ahead0")))
                    .isEqualTo(2); // the others are written anew as they are read
            SyncReport report = sync.verify();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
        } finally {
            TimeZone.setDefault(own);
        }
    }
}
