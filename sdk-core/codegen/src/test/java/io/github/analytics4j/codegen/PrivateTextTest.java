package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.json.JsonRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No record shows a text of the wire in its {@code toString}, but ids; none shows a number that did not arrive. */
final class PrivateTextTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PRIVATE = "Jane Roe, +1 555 0100";

    @TestFactory
    Stream<DynamicTest> everyRecord_privateTextInAnyPlace_isNotShown() {
        return each((api, model) -> {
            JsonNode full = MAPPER.readTree(new ModelSamples(api).full(model));
            for (JsonNode wrapped : List.of(
                    TextNode.valueOf(PRIVATE),
                    MAPPER.createArrayNode().add(PRIVATE),
                    MAPPER.createObjectNode().put(PRIVATE, PRIVATE))) {
                JsonNode tree = full.deepCopy();
                replaceTexts(tree, wrapped);
                JsonRecord record = decode(api, model, tree);
                assertThat(record.toString())
                        .startsWith(model.name() + "[")
                        .doesNotContain("Jane", "Roe", "555", "0100")
                        .hasSizeLessThan(4_000);
                assertThat(record.unexpected().toString()).doesNotContain("555");
                record.unexpected()
                        .deviations()
                        .forEach(one -> assertThat(one.toString().replace(one.path(), ""))
                                .doesNotContain("555"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyRecord_nothingArrived_showsNoNumber() {
        return each((api, model) -> {
            String shown = decode(api, model, MAPPER.createObjectNode()).toString();
            assertThat(shown)
                    .matches("\\w+\\[(\\w+=0 (elements|entries), )*(\\w+=0 (elements|entries)|\\d+ deviations?)?]");
        });
    }

    private interface Check {
        void of(ApiModel api, RecordModel model) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) {
        return Modules.ALL.stream().flatMap(module -> {
            ApiModel api = model(module);
            return api.records().stream()
                    .map(each -> DynamicTest.dynamicTest(api.name() + " " + each.name(), () -> check.of(api, each)));
        });
    }

    private static void replaceTexts(JsonNode tree, JsonNode instead) {
        if (tree instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                boolean id = name.equalsIgnoreCase("id") || name.endsWith("_id") || name.endsWith("Id");
                if (object.get(name).isTextual() && !id) {
                    object.set(name, instead);
                } else {
                    replaceTexts(object.get(name), instead);
                }
            }
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                    array.set(i, instead);
                } else {
                    replaceTexts(array.get(i), instead);
                }
            }
        }
    }

    private static JsonRecord decode(ApiModel api, RecordModel model, JsonNode tree) throws Exception {
        Class<?> type = Class.forName(api.packageName() + "." + model.name());
        return (JsonRecord) type.getMethod("fromJson", String.class).invoke(null, tree.toString());
    }

    private static ApiModel model(String module) {
        try {
            return new Modules(Path.of("../..")).model(module);
        } catch (Exception e) {
            throw new AssertionError(module, e);
        }
    }
}
