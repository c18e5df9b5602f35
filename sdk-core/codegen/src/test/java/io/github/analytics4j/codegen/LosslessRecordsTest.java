package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.json.JsonRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every record of every module, with every field filled, is decoded and encoded again without a change; also when any one place, or
 * many at once, hold something that no spec speaks of. Another JSON library is the judge.
 */
final class LosslessRecordsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    private static final List<String> ODDITIES = List.of(
            "null",
            "true",
            "7",
            "-0.0",
            "1e400",
            "3.0",
            "12345678901234567890123",
            "\"\"",
            "\"25\"",
            "\"odd\"",
            "\"never-seen-before\"",
            "\"2026-02-30\"",
            "\"2026-04-05T11:42:00.123456+02:00\"",
            "\"1776876567837\"",
            "1776876567837",
            "[]",
            "{}",
            "[1,null,{\"a\":[]}]",
            "{\"a\":1,\"b\":{\"c\":null}}");

    private static final int MIXTURES = 40;

    @TestFactory
    Stream<DynamicTest> everyRecord() {
        return Modules.ALL.stream().flatMap(module -> {
            ApiModel api = model(module);
            return api.records().stream()
                    .map(each -> DynamicTest.dynamicTest(api.name() + " " + each.name(), () -> {
                        JsonNode full = MAPPER.readTree(new ModelSamples(api).full(each));
                        assertThat(decode(api, each, full).unexpected().isEmpty())
                                .as("nothing unexpected in %s", full)
                                .isTrue();
                        roundTrip(api, each, full);
                        oneOddity(api, each, full);
                        manyOddities(api, each, full);
                    }));
        });
    }

    @Test
    void judge_differentTrees_seesIt() throws IOException {
        JsonNode tree = MAPPER.readTree("{\"a\":[1.50,{\"b\":null}]}");

        assertThat(same(MAPPER.readTree("{\"a\":[1.5,{\"b\":null}]}"), tree)).isTrue();
        for (String other :
                List.of("{\"a\":[1.51,{\"b\":null}]}", "{\"a\":[1.5,{}]}", "{\"a\":[\"1.5\",{\"b\":null}]}")) {
            assertThat(same(MAPPER.readTree(other), tree)).as(other).isFalse();
        }
    }

    private static void oneOddity(ApiModel api, RecordModel model, JsonNode full) throws Exception {
        int places = places(full.deepCopy()).size();
        for (int place = 0; place < places; place++) {
            for (String oddity : ODDITIES) {
                JsonNode tree = full.deepCopy();
                places(tree).get(place).accept(MAPPER.readTree(oddity));
                roundTrip(api, model, tree);
            }
        }
    }

    private static void manyOddities(ApiModel api, RecordModel model, JsonNode full) throws Exception {
        long seed = model.name().hashCode();
        Random random = new Random(seed);
        for (int i = 0; i < MIXTURES; i++) {
            JsonNode tree = full.deepCopy();
            for (Consumer<JsonNode> place : places(tree)) {
                if (random.nextInt(4) == 0) {
                    place.accept(MAPPER.readTree(ODDITIES.get(random.nextInt(ODDITIES.size()))));
                }
            }
            roundTrip(api, model, tree);
        }
    }

    /** Where something can be put: in the place of each value, and as a further member of each object. */
    private static List<Consumer<JsonNode>> places(JsonNode tree) {
        List<Consumer<JsonNode>> places = new ArrayList<>();
        if (tree instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                places.addAll(places(object.get(name)));
                places.add(value -> object.set(name, value));
            }
            places.add(value -> object.set("a name that no spec has", value));
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.addAll(places(array.get(i)));
                places.add(value -> array.set(at, value));
            }
        }
        return places;
    }

    private static void roundTrip(ApiModel api, RecordModel model, JsonNode tree) throws Exception {
        String encoded = decode(api, model, tree).toJson();
        assertThat(same(MAPPER.readTree(encoded), tree))
                .as("%s%n%s%nbecame%n%s", model.name(), tree, encoded)
                .isTrue();
    }

    private static JsonRecord decode(ApiModel api, RecordModel model, JsonNode tree) throws Exception {
        Class<?> type = Class.forName(api.packageName() + "." + model.name());
        return (JsonRecord) type.getMethod("fromJson", String.class).invoke(null, tree.toString());
    }

    private static boolean same(JsonNode left, JsonNode right) {
        return left.equals(
                (a, b) -> a.isNumber() && b.isNumber()
                        ? a.decimalValue().compareTo(b.decimalValue())
                        : a.equals(b) ? 0 : 1,
                right);
    }

    private static ApiModel model(String module) {
        try {
            return new Modules(Path.of("../..")).model(module);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
