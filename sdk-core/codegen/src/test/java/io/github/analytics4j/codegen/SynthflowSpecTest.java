package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.synthflow.AnalyticsExport;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.ExportRequest;
import io.github.analytics4j.synthflow.ListCallsRequest;
import io.github.analytics4j.synthflow.ListCallsResponse;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads the Synthflow spec as plain YAML, past the generator: a document with every documented field, each of its documented type,
 * decodes with nothing left over and nothing left out.
 */
class SynthflowSpecTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Documented as plain text, but only some texts are of use. */
    private static final Map<String, String> TEXTS = Map.of("start_time", "1776876567837");

    private static JsonNode spec;

    @BeforeAll
    static void read() throws Exception {
        spec = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("../../sdk-synthflow/src/spec/synthflow.yaml").toFile());
    }

    @Test
    void analytics_everyDocumentedField_hasItsPlace() throws Exception {
        JsonNode full = sample("", schema("AnalyticsExport"));

        AnalyticsExport export = AnalyticsExport.fromJson(full.toString());

        complete("$", export, full);
        assertThat(new ObjectMapper().readTree(export.toJson())).isEqualTo(full);
    }

    @Test
    void calls_everyDocumentedField_hasItsPlace() throws Exception {
        JsonNode full = sample("", schema("ListCallsResponse"));

        ListCallsResponse answer = ListCallsResponse.fromJson(full.toString());

        complete("$", answer, full);
        assertThat(new ObjectMapper().readTree(answer.toJson())).isEqualTo(full);
    }

    @Test
    void parameters_areThoseDocumented_inOrder() {
        assertThat(camel(parameters("/analytics/"))).isEqualTo(components(ExportRequest.class));
        assertThat(camel(parameters("/calls")).stream()
                        .map(name -> name.equals("limit") ? "pageSize" : name)
                        .toList())
                .isEqualTo(components(ListCallsRequest.class));
    }

    @Test
    void call_fieldsOfTheLiveApi_arePlacedToo() {
        Call call = Call.fromJson("""
                {"assistant_version":"3","telephony_ringing_duration":4200,"telephony_sip_headers":{"X-A":"b"},"duration":"25",
                 "telephony_start":"2026-04-22T16:49:29","judge_results":{"polite":"True"},"executed_actions":[1],
                 "collected_variables":null}""");

        assertThat(call.unexpected().deviations()).isEmpty();
        assertThat(call.assistantVersion()).isEqualTo("3");
        assertThat(call.telephonyRingingDuration()).isEqualTo(4200);
        assertThat(call.duration()).isEqualTo(25);
        assertThat(call.telephonyStart()).hasToString("2026-04-22T16:49:29Z");
        assertThat(call.judgeResults().get("polite").asText()).isEqualTo("True");
        assertThat(call.executedActions().json()).isEqualTo("[1]");
        assertThat(call.telephonySipHeaders().json()).isEqualTo("{\"X-A\":\"b\"}");
        assertThat(call.collectedVariables()).isEmpty();
    }

    /** Everything that was in the document is in the record. */
    private static void complete(String path, Object value, JsonNode json) throws Exception {
        assertThat(value).as(path).isNotNull();
        if (value instanceof JsonRecord decoded) {
            assertThat(decoded.unexpected().deviations()).as(path).isEmpty();
            RecordComponent[] components = value.getClass().getRecordComponents();
            List<String> names = new ArrayList<>();
            json.fieldNames().forEachRemaining(names::add);
            for (int i = 0; i < names.size(); i++) {
                Object member = components[i].getAccessor().invoke(value);
                complete(path + "." + names.get(i), member, json.get(names.get(i)));
            }
        } else if (value instanceof List<?> list) {
            assertThat(list).as(path).hasSize(json.size());
            complete(path + "[0]", list.get(0), json.get(0));
        } else if (value instanceof Map<?, ?> map) {
            assertThat(map).as(path).hasSize(1);
            complete(path + ".key", map.get("key"), json.get("key"));
        } else {
            String text = value.toString();
            assertThat(text)
                    .as(path)
                    .isIn(json.asText(), json.toString(), "7.0", "2026-04-22T16:49:27.837Z", "2026-02-01T00:00:00Z");
        }
    }

    private static JsonNode schema(String name) {
        return spec.at("/components/schemas/" + name);
    }

    /** A value of a schema, with everything in it. */
    private static JsonNode sample(String name, JsonNode schema) {
        if (schema.has("$ref")) {
            return sample(name, spec.at(schema.get("$ref").asText().substring(1)));
        } else if (schema.has("oneOf")) {
            return sample(name, schema.get("oneOf").get(0));
        } else if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        JsonNode type = schema.path("type").isArray() ? schema.get("type").get(0) : schema.path("type");
        return switch (type.asText()) {
            case "integer" -> JSON.numberNode(7);
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> new ArrayNode(JSON).add(sample(name, schema.get("items")));
            case "object" -> object(schema);
            case "string" ->
                JSON.textNode(
                        schema.path("format").asText().equals("date")
                                ? "2026-02-01"
                                : TEXTS.getOrDefault(name, "a " + name));
            default -> JSON.textNode("anything");
        };
    }

    private static JsonNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties")
                .properties()
                .forEach(each -> object.set(each.getKey(), sample(each.getKey(), each.getValue())));
        if (schema.has("additionalProperties")) {
            object.set("key", sample("key", schema.get("additionalProperties")));
        }
        return object;
    }

    private static List<String> parameters(String path) {
        List<String> names = new ArrayList<>();
        spec.path("paths")
                .path(path)
                .path("get")
                .path("parameters")
                .forEach(each -> names.add(each.get("name").asText()));
        return names;
    }

    private static List<String> camel(List<String> wireNames) {
        return wireNames.stream()
                .map(name -> Arrays.stream(name.split("_"))
                        .reduce((head, word) -> head + Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .orElseThrow())
                .toList();
    }

    private static List<String> components(Class<?> request) {
        List<String> names = new ArrayList<>(Arrays.stream(request.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        assertThat(names.remove(names.size() - 1)).isEqualTo("options");
        return names;
    }
}
