package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.json.JsonRecord;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Decode then encode gives the same tree, for every record of every module: with unknown fields, values of the wrong type, nulls,
 * unknown enum values and times in any form at every place.
 */
class LosslessTest {

    static final List<String> MODULES = Modules.ALL;

    private static final int CASES = Integer.getInteger("lossless.cases", 150);
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @FieldSource("MODULES")
    void anything_anywhere_survives(String module) throws Exception {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        ApiModel model = new Modules(Path.of("../..")).model(module);
        RandomJson documents = new RandomJson(model, new Random(seed), true);
        for (RecordModel record : model.records()) {
            for (int i = 0; i < CASES; i++) {
                ObjectNode document = documents.record(record, 4);
                survives(model, record, document, seed);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void asDocumented_nothingIsUnexpected(String module) throws Exception {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        ApiModel model = new Modules(Path.of("../..")).model(module);
        RandomJson documents = new RandomJson(model, new Random(seed), false);
        for (RecordModel record : model.records()) {
            for (int i = 0; i < CASES; i++) {
                ObjectNode document = documents.record(record, 6);
                JsonRecord decoded = survives(model, record, document, seed);
                assertThat(decoded.unexpected().deviations())
                        .as("seed %d, %s %s", seed, record.name(), document)
                        .isEmpty();
            }
        }
    }

    private static JsonRecord survives(ApiModel model, RecordModel record, ObjectNode document, long seed)
            throws Exception {
        String json = MAPPER.writeValueAsString(document);
        Method fromJson =
                Class.forName(model.packageName() + "." + record.name()).getMethod("fromJson", String.class);
        JsonRecord decoded = (JsonRecord) fromJson.invoke(null, json);
        String encoded = decoded.toJson();
        JsonNode before = MAPPER.readTree(json);
        JsonNode after = MAPPER.readTree(encoded);
        assertThat(difference("$", before, after))
                .as("seed %d, %s%nbefore %s%nafter  %s", seed, record.name(), json, encoded)
                .isEmpty();
        return decoded;
    }

    /** The first place where two trees differ, numbers compared by value; empty if they do not. */
    private static String difference(String path, JsonNode before, @Nullable JsonNode after) {
        if (after == null || before.getNodeType() != after.getNodeType() || before.size() != after.size()) {
            return path + ": " + before + " became " + after;
        } else if (before.isNumber()) {
            boolean same = before.decimalValue().compareTo(after.decimalValue()) == 0;
            return same ? "" : path + ": " + before + " became " + after;
        } else if (before.isValueNode()) {
            return before.equals(after) ? "" : path + ": " + before + " became " + after;
        }
        for (int i = 0; before.isArray() && i < before.size(); i++) {
            String found = difference(path + "[" + i + "]", before.get(i), after.get(i));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return before.properties().stream()
                .map(each -> difference(path + "." + each.getKey(), each.getValue(), after.get(each.getKey())))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }
}
