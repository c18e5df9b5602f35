package io.github.analytics4j.codegen.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.openapi.OpenApiFrontEnd;
import io.github.analytics4j.codegen.openapi.SpecTree;
import io.github.analytics4j.codegen.table.TableFrontEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four specs of the repository, held against documents that say what their vendors do. */
class ShippedSpecsTest {

    private static final Path SYNTHFLOW = Path.of("../../sdk-synthflow/src/spec");

    @TempDir
    Path folder;

    @Test
    void synthflow_asItsVendorHasIt_differsInWhatIsCorrected() throws Exception {
        VendorReport report = compare(SYNTHFLOW, synthflow());

        assertThat(report.mistakes()).isEmpty();
        assertThat(Shop.lines(report)).isEmpty();
        assertThat(report.exitCode()).isZero();
        assertThat(report.text())
                .contains("gone: field Call.assistant_version, string or null")
                .contains("changed: field Call.duration: type: vendor integer, ours integer or string")
                .endsWith("0 new; 0 gone; 0 renamed; 0 changed; 41 known; 0 known, but no longer so\n");
    }

    /** Each field of each object in turn is renamed or removed: that one line is reported, and no other. */
    @Test
    @Tag("slow")
    void synthflow_eachFieldChanged_isTheOneLine() throws Exception {
        Map<String, Object> schemas = map(map(synthflow().get("components")).get("schemas"));
        int changes = 0;
        for (String schema : schemas.keySet()) {
            Object properties = map(schemas.get(schema)).get("properties");
            for (String field : properties == null
                    ? List.<String>of()
                    : List.copyOf(map(properties).keySet())) {
                boolean rename = ++changes % 2 == 0;
                String name = schema + "." + field;
                String expected = rename ? "field " + name + " is " + field + "s (" : "field " + name + ", ";

                assertThat(changed(schema, field, rename ? field + "s" : null))
                        .as(name)
                        .singleElement()
                        .asString()
                        .startsWith(expected);
            }
        }
        assertThat(changes).isGreaterThan(120);
    }

    private List<String> changed(String schema, String field, String newName) throws Exception {
        Map<String, Object> document = synthflow();
        Map<String, Object> object =
                map(map(map(document.get("components")).get("schemas")).get(schema));
        Map<String, Object> fields = new LinkedHashMap<>();
        map(object.get("properties")).forEach((name, value) -> {
            if (!name.equals(field)) {
                fields.put(name, value);
            } else if (newName != null) {
                fields.put(newName, value);
            }
        });
        object.put("properties", fields);
        VendorReport report = compare(SYNTHFLOW, document);
        assertThat(report.mistakes()).isEmpty();
        assertThat(report.text()).doesNotContain("\nknown, but");
        return Shop.lines(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synaptiq", "voisnap", "callops"})
    void tables_asOpenApi_areTheSame(String api) throws Exception {
        Path spec = Path.of("../../sdk-" + api + "/src/spec");

        VendorReport report = compare(spec, openApi(spec));

        assertThat(report.mistakes()).isEmpty();
        assertThat(report.text())
                .isEqualTo("0 new; 0 gone; 0 renamed; 0 changed; 0 known; 0 known, but no longer so\n");
    }

    @Test
    void tables_asAFrameworkWritesThem_differWhereTheyDo() throws Exception {
        VendorReport report = compare(Path.of("../../sdk-callops/src/spec"), """
                {"openapi": "3.1.0", "info": {"title": "FastAPI", "version": "0.1.0"}, "paths": {
                  "/api/v1/analytics/overview": {"get": {
                    "operationId": "overview_get",
                    "parameters": [
                      {"name": "start_date", "in": "query", "required": false,
                       "schema": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}], "title": "Start"}},
                      {"name": "end_date", "in": "query", "required": false,
                       "schema": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]}},
                      {"name": "agent_id", "in": "query", "required": false,
                       "schema": {"anyOf": [{"type": "string", "format": "uuid"}, {"type": "null"}]}}],
                    "responses": {
                      "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/O"}}}},
                      "422": {"description": "Validation Error"}}}}},
                 "components": {"schemas": {"O": {"type": "object", "required": ["total_calls", "total_duration", "avg_duration"],
                   "properties": {
                     "total_calls": {"type": "integer"}, "total_duration": {"type": "number", "default": 0.0},
                     "avg_duration": {"type": "number"}, "completed_calls": {"type": "string"}, "missed_calls": {"type": "integer"}}}}}}
                """);

        assertThat(Shop.lines(report))
                .contains(
                        "field Overview.missed_calls, integer",
                        "field Overview.failed_calls, integer",
                        "field Overview.total_duration: default: vendor 0, ours none",
                        "field Overview.completed_calls: type: vendor string, ours integer",
                        "field Overview.completed_calls: always there: vendor no, ours yes",
                        "operation GET /analytics/latency")
                .noneMatch(line -> line.contains("422")
                        || line.contains("start_date")
                        || (line.contains("agent_id") && line.contains("/overview")));
    }

    private VendorReport compare(Path spec, Map<String, Object> document) throws Exception {
        return compare(spec, new ObjectMapper().writeValueAsString(document));
    }

    private VendorReport compare(Path spec, String json) throws Exception {
        return VendorReport.compare(spec, List.of(Files.writeString(folder.resolve("vendor.json"), json)));
    }

    /** What Synthflow's pages say: our spec before it is corrected, without the cluster that they leave out. */
    private static Map<String, Object> synthflow() throws Exception {
        Map<String, Object> document = new LinkedHashMap<>(
                OpenApiFrontEnd.uncorrected(SYNTHFLOW, new Problems()).root());
        List<Object> servers = new ArrayList<>((List<?>) document.get("servers"));
        servers.removeIf(server -> map(server).get("url").equals("https://api.eu.synthflow.ai/v2"));
        document.put("servers", servers);
        return document;
    }

    private static Map<String, Object> openApi(Path spec) throws Exception {
        Problems problems = new Problems();
        SpecTree tree = ModelTree.of(new TableFrontEnd().read(spec, problems), TableFrontEnd.baseUrl(spec));
        assertThat(problems.isEmpty()).isTrue();
        return tree.root();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
