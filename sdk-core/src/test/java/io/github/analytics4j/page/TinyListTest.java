package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All lists of a few rows that change once or twice between two responses, from a server that answers a row or a few at once. */
class TinyListTest {
    private static final int MOST_ROWS = 4;
    private static final int MOST_AT_ONCE = 3;
    private static final int MOST_RESPONSES = 5;

    /** What a server says beside its rows. */
    private enum Told {
        NOTHING,
        TOTAL,
        MORE,
        BOTH;

        Page<Row> page(PageRequest asked, List<Row> list, int cap) {
            Page<Row> page = FakeServer.cut(list, asked, cap);
            long end = asked.offset() + page.received().size();
            if (this == TOTAL || this == BOTH) {
                page = page.withTotal((long) list.size());
            }
            return this == MORE || this == BOTH ? page.withHasMore(end < list.size()) : page;
        }
    }

    /**
     * A row that goes or comes.
     *
     * @param after how many responses were made before
     * @param row where it goes; of a row that comes, less than 0: -1 is the first place
     */
    private record Change(int after, int row) {
        void in(List<Row> list) {
            if (row < 0) {
                list.add(Math.min(-row - 1, list.size()), Row.of(1_000 + list.size()));
            } else if (row < list.size()) {
                list.remove(row);
            }
        }
    }

    /** All pairs of changes of a list of so many rows, the second one no earlier than the first. */
    private static List<List<Change>> pairs(int rows) {
        List<Change> changes = new ArrayList<>();
        for (int after = 1; after <= MOST_RESPONSES; after++) {
            for (int row = -rows - 1; row < rows; row++) {
                changes.add(new Change(after, row));
            }
        }
        return changes.stream()
                .flatMap(first -> changes.stream()
                        .filter(second -> second.after >= first.after)
                        .map(second -> List.of(first, second)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Told.class)
    void walk_anyTinyListThatChanges_losesNoRowWhileProven(Told told) {
        List<String> lost = new ArrayList<>();
        int proven = 0;
        int walks = 0;
        for (int rows = 1; rows <= MOST_ROWS; rows++) {
            // one that answers a row at once and says nothing cannot be told from one whose list has that row alone
            for (int cap = told == Told.NOTHING ? 2 : 1; cap <= MOST_AT_ONCE; cap++) {
                for (List<Change> pair : pairs(rows)) {
                    Walked walked = walk(told, rows, cap, pair);
                    walks++;
                    proven += walked.proven() ? 1 : 0;
                    if (walked.proven() && !walked.whole()) {
                        lost.add(rows + " rows, " + cap + " at once: " + pair);
                    }
                }
            }
        }
        System.out.println(told + ": " + walks + " walks, " + proven + " proven, " + lost.size() + " lost a row");
        assertThat(lost).isEmpty();
        assertThat(proven).isGreaterThan(walks / 3);
    }

    /** Each request brings the same first rows again: the server seems to round offsets, and has no room for more. */
    @Test
    void walk_thatGetsNoFurther_isNotProven() {
        Walked walked = walk(Told.NOTHING, 4, 3, List.of(new Change(1, -2), new Change(1, -4)));

        assertThat(walked.whole()).isFalse();
        assertThat(walked.reasons())
                .singleElement()
                .asString()
                .startsWith(
                        "50 responses in a row brought no new row and the last one, at offset 0, ended before rows");
    }

    /**
     * What came of a walk.
     *
     * @param whole whether it delivered each row that stayed, and none twice
     */
    private record Walked(boolean proven, boolean whole, List<String> reasons) {}

    private static Walked walk(Told told, int rows, int cap, List<Change> changes) {
        List<Row> list = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            list.add(Row.of(i));
        }
        List<Row> stayed = new ArrayList<>(list);
        int[] responses = {0};
        FakeServer server = new FakeServer(new Random(1), asked -> {
            Page<Row> page = told.page(asked, list, cap);
            responses[0]++;
            for (Change each : changes) {
                if (each.after == responses[0]) {
                    each.in(list);
                }
            }
            stayed.retainAll(list);
            return page;
        });
        List<Row> read = new ArrayList<>();
        try (Walk<Row> walk = Paged.of(
                        WalkSpec.<Row>offset("test.rows", server).id(Row::id).build())
                .iterator()) {
            walk.forEachRemaining(read::add);
            boolean whole = new HashSet<>(read).size() == read.size() && read.containsAll(stayed);
            return new Walked(walk.report().proven(), whole, walk.report().reasons());
        } catch (WalkException e) {
            return new Walked(false, false, List.of());
        }
    }
}
