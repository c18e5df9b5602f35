package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.Arguments;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A filter that no row matches is told, since it may be mistyped; a log that is truly empty is no failure. */
class NothingMatchesTest extends OneAgent {
    private List<String> warnings(SyncTable table) {
        SyncReport report = sync(table).run();
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.VERIFIED);
        return report.table("synthflow_calls").warnings();
    }

    @Test
    void agentIsMistyped_isNamed_eachNight() {
        fill(3, 30);
        SyncTable table = SyncTable.of(session, Nights.calls()).each("model_id", AGENT, "agent-l");
        for (int night = 0; night < 2; night++) {
            assertThat(warnings(table))
                    .containsExactly("no row matches model_id agent-l, and none is stored of it:"
                            + " look whether it is spelled as the API has it");
            clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void otherFilters_areNamedWithoutTheirValues() {
        SyncTable table = table().with(
                        Arguments.NONE.with("lead_phone_number", "+14155550000").with("call_status", "failed"))
                .since(LocalDate.parse("2026-11-01"));
        assertThat(warnings(table))
                .containsExactly(
                        "no row since 2026-11-01 matches model_id agent-1 with lead_phone_number and call_status"
                                + " as given, and none is stored of it: look whether each is spelled as the API has it, and"
                                + " whether an earlier day is meant");
    }

    @Test
    void rowsAreStored_noneIsNew_saysNothing() {
        fill(3, 30);
        Set<Long> read = new HashSet<>();
        for (int night = 0; night < 20; night++) {
            SyncReport.TableReport report = sync(table()).run().table("synthflow_calls");
            assertThat(report.warnings()).isEmpty();
            read.add(report.partition(AGENT).read());
            clock.advance(Duration.ofDays(1));
        }
        assertThat(read).contains(0L);
    }
}
