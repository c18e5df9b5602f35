package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.Modules;
import io.github.analytics4j.codegen.model.ModelChecks;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the specs in tables offer, held against what the vendors' pages list. */
final class ShippedSpecsTest {

    @Test
    void synaptiq_offersWhatThePageLists() {
        assertThat(offers("synaptiq"))
                .containsExactly(
                        "GET /analytics/overview startDate endDate granularity compareWith",
                        "GET /analytics/funnel startDate endDate channel source",
                        "GET /analytics/activity startDate endDate type leadId page limit");
    }

    @Test
    void voisnap_offersWhatThePageLists() {
        assertThat(offers("voisnap"))
                .containsExactly(
                        "GET /api/v1/analytics/overview agentId dateFrom dateTo groupBy channel",
                        "GET /api/v1/analytics/conversations agentId dateFrom dateTo",
                        "GET /api/v1/analytics/costs agentId dateFrom dateTo groupBy",
                        "GET /api/v1/analytics/sentiment dateFrom dateTo groupBy",
                        "GET /api/v1/analytics/intents agentId dateFrom dateTo limit",
                        "POST /api/v1/reports type dateFrom dateTo agentIds format includeFields",
                        "GET /api/v1/reports/{reportId}/download reportId");
    }

    @Test
    void callops_offersWhatThePageLists() {
        String shared = " start_date end_date agent_id";
        assertThat(offers("callops"))
                .containsExactly(
                        "GET /analytics/overview" + shared,
                        "GET /analytics/call-volume" + shared,
                        "GET /analytics/latency" + shared,
                        "GET /analytics/cost-overview" + shared,
                        "GET /analytics/cost-trend" + shared,
                        "GET /analytics/cost-by-agent" + shared,
                        "GET /analytics/duration-distribution" + shared,
                        "GET /analytics/latency-distribution" + shared,
                        "GET /analytics/conversation-turns" + shared,
                        "GET /analytics/barge-in" + shared,
                        "GET /analytics/provider-errors" + shared,
                        "GET /analytics/peak-hours" + shared,
                        "GET /analytics/outcomes" + shared,
                        "GET /analytics/agent-comparison start_date end_date agent_ids",
                        "GET /analytics/stt-events call_sid event_type start_date end_date limit",
                        "GET /analytics/stt-events/summary start_date end_date");
    }

    /** A spec that is added gets a test above. */
    @Test
    void everyTableSpec_isHeldAgainstItsPage() {
        assertThat(modules()).containsExactly("synaptiq", "voisnap", "callops");
    }

    @Test
    void onlyReportsAreMadeOnce() {
        for (String module : modules()) {
            assertThat(read(module).api().operations())
                    .filteredOn(operation -> !operation.repeatable())
                    .extracting(OperationModel::id)
                    .isEqualTo(module.equals("voisnap") ? List.of("voisnap.reports.create") : List.of());
        }
    }

    /** The APIs whose specs are tables. */
    static List<String> modules() {
        return Modules.ALL.stream()
                .filter(module -> new TableFrontEnd().accepts(Path.of("../..", module, "src/spec")))
                .map(module -> module.substring("sdk-".length()))
                .toList();
    }

    private static List<String> offers(String module) {
        return read(module).api().operations().stream()
                .map(ShippedSpecsTest::offer)
                .toList();
    }

    private static String offer(OperationModel operation) {
        StringBuilder offer = new StringBuilder(operation.httpMethod() + " " + operation.path());
        for (ParameterModel parameter : operation.parameters()) {
            offer.append(' ').append(parameter.wireName());
        }
        return offer.toString();
    }

    static TableSpec read(String module) {
        try {
            Problems problems = new Problems();
            TableSpec spec = new TableFrontEnd().readSpec(Path.of("../../sdk-" + module + "/src/spec"), problems);
            new ModelChecks(spec.api(), problems).run();
            problems.throwIfAny();
            return spec;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
