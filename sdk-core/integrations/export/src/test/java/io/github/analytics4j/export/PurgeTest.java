package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A purge takes out the rows that it is told of, and no other. */
class PurgeTest extends OneAgent {
    private static final String OTHER = "agent-2";
    private static final String UNSEEN = ", which begins or ends with a blank or a character that is not seen";

    @ParameterizedTest
    @EnumSource
    void purge_idThatTwoAgentsHave_isOfTheNamedOneAlone(Place place) throws Exception {
        Place.Made made = place.at(place.address(folder));
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofHours(1), 20);
        log.fill(OTHER, "d", START.minus(Duration.ofDays(2)), Duration.ofHours(1), 20);
        log.put(OTHER, log.get(OTHER, "d3").with("call_id", "\"c3\""));
        SyncTable both = SyncTable.of(session, Nights.calls()).each("model_id", AGENT, OTHER);
        assertThat(sync(both, made.sink).run().exitCode()).isZero();
        List<String> told = new ArrayList<>();
        assertThat(sync(table(), made.sink).purge(List.of("c3", "c3,d4", " c4"), told::add))
                .isEqualTo(1);
        assertThat(told)
                .containsExactly(
                        "synthflow_calls agent-1, 2026-11-18: 1 purged",
                        "synthflow_calls agent-2 has 1 with such an id too; it was not named, and keeps them",
                        "synthflow_calls has no row of the id \" c4\"" + UNSEEN);
        assertThat(made.hashes()).hasSize(39).containsKeys("c3", "c4", "d4");
        clock.advance(Duration.ofDays(1));
        log.put(OTHER, log.get(OTHER, "d3").with("labels", "[\"late\"]"));
        SyncReport next = sync(both, made.sink).run();
        assertThat(next.exitCode()).as(next.toJson()).isZero();
        assertThat(next.table("synthflow_calls").partition(OTHER).changed()).isEqualTo(1);
        assertThat(made.hashes()).hasSize(39).containsKey("c3");
        told.clear();
        assertThat(sync(both, made.sink).purge(List.of("c3"), told::add)).isEqualTo(1);
        assertThat(told).containsExactly("synthflow_calls agent-2, 2026-11-18: 1 purged");
        assertThat(sync(both, made.sink).run().exitCode()).isZero();
        assertThat(made.hashes()).hasSize(38).doesNotContainKey("c3");
    }

    @ParameterizedTest
    @EnumSource
    void purge_idWithCommasAndBlanks_isTakenAsItIs(Place place) throws Exception {
        Place.Made made = place.at(place.address(folder));
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofHours(1), 9);
        log.put(AGENT, log.get(AGENT, "c3").with("call_id", "\"a,b\""));
        log.put(AGENT, log.get(AGENT, "c4").with("call_id", "\" outer \""));
        assertThat(sync(table(), made.sink).run().exitCode()).isZero();
        assertThat(sync(table(), made.sink).purge(List.of("a,b", " outer "))).isEqualTo(2);
        assertThat(sync(table(), made.sink).run().exitCode()).isZero();
        assertThat(made.hashes()).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource
    void purge_whereNothingIs_isRefusedAndMakesNothing(Place place) throws Exception {
        String address = place.address(folder.resolve("none"));
        Place.Made made = place.at(address);
        assertThatThrownBy(() -> sync(table(), made.sink).purge(List.of("c3")))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("holds nothing of synthflow_calls: run the sync first");
        assertThat(folder).isEmptyDirectory();
        if (place == Place.POSTGRES) {
            assertThat(JdbcSessionTest.query(
                            address,
                            "select count(*) from information_schema.tables where table_schema = current_schema()"))
                    .isEqualTo("0");
        }
    }

    @Test
    void purge_whereOneOfTwoTablesIsNot_changesNothing() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofHours(1), 9);
        assertThat(sync(table()).run().exitCode()).isZero();
        Sync both = Sync.of(table(), table().named("mistyped")).into(FolderSink.of(folder));
        assertThatThrownBy(() -> both.purge(List.of("c3"))).hasMessageContaining("holds nothing of mistyped");
        assertThat(Nights.hashes(folder)).hasSize(9);
        assertThat(folder.resolve("mistyped")).doesNotExist();
    }

    @Test
    void purge_duckDbFileByALink_leavesTheLinkAndNoOldFile() throws Exception {
        Path real = Files.createDirectory(folder.resolve("disk")).resolve("calls.duckdb");
        Path link = Files.createSymbolicLink(folder.resolve("calls.duckdb"), Path.of("disk/calls.duckdb"));
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofHours(1), 9);
        assertThat(sync(table(), JdbcSink.duckdb(link)).run().exitCode()).isZero();
        assertThat(sync(table(), JdbcSink.duckdb(link)).purge(List.of("c3"))).isEqualTo(1);
        assertThat(link).isSymbolicLink();
        try (var names = Files.list(folder)) {
            assertThat(names).containsExactlyInAnyOrder(real.getParent(), link);
        }
        for (Path each : List.of(link, real)) {
            assertThat(JdbcSessionTest.query(
                            "jdbc:duckdb:" + each, "select count(*), count_if(_id = 'c3') from synthflow_calls"))
                    .isEqualTo("8|0");
        }
    }

    @Test
    void purge_idThatIsNotThereAndEndsInALineEnd_isNamed() throws Exception {
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofHours(1), 9);
        log.put(AGENT, log.get(AGENT, "c4").with("call_id", "\"c4 \""));
        assertThat(sync(table()).run().exitCode()).isZero();
        List<String> told = new ArrayList<>();
        assertThat(sync(table()).purge(List.of("c1\r", " c2", "\u00a0c3", "c4 ", "c5", "c99"), told::add))
                .isEqualTo(2);
        assertThat(told)
                .filteredOn(each -> !each.endsWith(" purged"))
                .containsExactlyInAnyOrder(
                        "synthflow_calls has no row of the id \"c1\\r\"" + UNSEEN,
                        "synthflow_calls has no row of the id \" c2\"" + UNSEEN,
                        "synthflow_calls has no row of the id \"\u00a0c3\"" + UNSEEN);
    }

    @ParameterizedTest
    @CsvSource({
        "DUCKDB, drop table _a4j_state",
        "DUCKDB, delete from _a4j_state",
        "POSTGRES, drop table _a4j_state",
        "POSTGRES, truncate _a4j_state"
    })
    void stateOfADatabaseGone_theRunSaysThatPurgedRowsMayComeBack(Place place, String loss) throws Exception {
        String address = place.address(folder);
        Place.Made made = place.at(address);
        log.fill(AGENT, "c", START.minus(Duration.ofDays(2)), Duration.ofHours(1), 20);
        assertThat(sync(table(), made.sink).run().exitCode()).isZero();
        assertThat(sync(table(), made.sink).purge(List.of("c3"))).isEqualTo(1);
        JdbcSessionTest.query(address, loss);
        String lost = "the list of purged ids may be lost: purge again what must not come back";
        assertThat(sync(table(), made.sink).status().tables().get(0).problem()).contains(lost);
        SyncReport verified = sync(table(), made.sink).verify();
        assertThat(verified.table("synthflow_calls").warnings()).anyMatch(each -> each.contains(lost));
        List<String> told = new ArrayList<>();
        assertThat(sync(table(), made.sink).purge(List.of("c4"), told::add)).isEqualTo(1);
        assertThat(told).anyMatch(each -> each.contains(lost));
        JdbcSessionTest.query(address, loss);
        SyncReport report = sync(table(), made.sink).run();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
        assertThat(report.table("synthflow_calls").warnings()).anyMatch(each -> each.contains(lost));
        assertThat(sync(table(), made.sink).run().exitCode()).isZero();
    }

    /** Seventy agents with a year each have one; it counted as damaged, so that every night read all again and forgot who was purged. */
    @Test
    void stateOfTenMegabytes_isRead() throws StateException {
        SyncState state = new SyncState("sink-1");
        state.purged.put(state.purgeHash(AGENT, "c1"), "2026-11-18");
        state.partitions.put(AGENT, new PartitionState());
        UnitState unit = UnitState.unverified(new UnitFile("f".repeat(2_000), 1, "0"), 1);
        for (int i = 0; i < 4_500; i++) {
            state.units.put(new UnitKey(AGENT, LocalDate.ofEpochDay(i).toString()), unit);
        }
        String text = StateText.of(state);
        assertThat(text).hasSizeGreaterThan(9 << 20);
        SyncState read = StateText.parse(text);
        assertThat(read.units).isEqualTo(state.units);
        assertThat(read.purged).isEqualTo(state.purged);
    }

    @Test
    void stateWithManyPurgedIds_isReadInProportion() throws StateException {
        allocatedToRead(10);
        assertThat(allocatedToRead(8_000)).isLessThan(2 * 8 * allocatedToRead(1_000));
    }

    /** The bytes that it takes to read the state of a sink that so many ids were purged from. */
    private static long allocatedToRead(int ids) throws StateException {
        SyncState state = new SyncState("sink-1");
        for (int i = 0; i < ids; i++) {
            state.purged.put(state.purgeHash(AGENT, "c" + i), "2026-11-18");
        }
        String text = StateText.of(state);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(StateText.parse(text).purged).isEqualTo(state.purged);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
