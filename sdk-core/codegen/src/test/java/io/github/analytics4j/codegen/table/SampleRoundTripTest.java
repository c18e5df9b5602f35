package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.json.JsonRecord;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample of the table specs goes through the compiled records, seen by another JSON library. */
final class SampleRoundTripTest {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    @TestFactory
    Stream<DynamicTest> everySample() {
        return ShippedSpecsTest.modules().stream().flatMap(module -> {
            TableSpec spec = ShippedSpecsTest.read(module);
            return spec.examples().stream()
                    .flatMap(example -> example.samples().stream().map(sample -> test(spec.api(), example, sample)));
        });
    }

    private static DynamicTest test(ApiModel api, TableSpec.Example example, String sample) {
        return DynamicTest.dynamicTest(example.operationId(), () -> {
            OperationModel operation = api.operations().stream()
                    .filter(each -> each.id().equals(example.operationId()))
                    .findFirst()
                    .orElseThrow();
            TypeModel type = ((Result.Json) operation.result()).type();
            JsonNode tree = MAPPER.readTree(sample);
            Walk walk = new Walk(api);
            if (type instanceof TypeModel.ListOf list) {
                assertThat(tree).isNotEmpty();
                for (JsonNode element : tree) {
                    walk.roundTrip(element, (TypeModel.RecordRef) list.element());
                }
            } else {
                walk.roundTrip(tree, (TypeModel.RecordRef) type);
            }
        });
    }

    private record Walk(ApiModel api) {

        void roundTrip(JsonNode tree, TypeModel.RecordRef type) throws Exception {
            Class<?> record = Class.forName(api.packageName() + "." + type.name());
            Object value = record.getMethod("fromJson", String.class).invoke(null, tree.toString());
            check(value, tree, type, "$");
            JsonNode encoded = MAPPER.readTree(((JsonRecord) value).toJson());
            assertThat(encoded.equals(SampleRoundTripTest::compare, tree))
                    .as("%s, encoded again, is%n%s", tree, encoded)
                    .isTrue();
        }

        /** Nothing unexpected, nothing null that the sample has. */
        private void check(Object value, JsonNode tree, TypeModel type, String path) throws Exception {
            assertThat(value).as(path).isNotNull();
            if (type instanceof TypeModel.RecordRef ref) {
                checkRecord((JsonRecord) value, tree, api.record(ref.name()), path);
            } else if (type instanceof TypeModel.ListOf list) {
                assertThat((List<?>) value).as(path).hasSize(tree.size());
                for (int i = 0; i < tree.size(); i++) {
                    check(((List<?>) value).get(i), tree.get(i), list.element(), path + "[" + i + "]");
                }
            } else if (type instanceof TypeModel.MapOf map) {
                assertThat((Map<?, ?>) value).as(path).hasSize(tree.size());
                for (Map.Entry<String, JsonNode> member : tree.properties()) {
                    Object held = ((Map<?, ?>) value).get(member.getKey());
                    check(held, member.getValue(), map.value(), path + "." + member.getKey());
                }
            }
        }

        private void checkRecord(JsonRecord value, JsonNode tree, RecordModel model, String path) throws Exception {
            assertThat(value.unexpected().isEmpty())
                    .as(path + " has nothing unexpected")
                    .isTrue();
            assertThat(value.unexpected().deviations()).as(path).isEmpty();
            RecordComponent[] components = value.getClass().getRecordComponents();
            for (int i = 0; i < model.fields().size(); i++) {
                FieldModel field = model.fields().get(i);
                JsonNode member = tree.get(field.wireName());
                Object held = components[i].getAccessor().invoke(value);
                if (member != null && !member.isNull()) {
                    check(held, member, field.type(), path + "." + field.wireName());
                } else {
                    assertThat(field.presence()).as(path).isEqualTo(Presence.OPTIONAL);
                    assertThat(held).as(path + "." + field.wireName()).isNull();
                }
            }
        }
    }

    /** Numbers by value, all else as it is. */
    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    }
}
