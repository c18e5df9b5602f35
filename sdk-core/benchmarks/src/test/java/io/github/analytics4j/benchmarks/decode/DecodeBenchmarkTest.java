package io.github.analytics4j.benchmarks.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.json.JsonRecord;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every decoder gets all there is in every document. */
class DecodeBenchmarkTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void analytics4j_document_comesBackWhole(Document document) throws Exception {
        Object decoded = benchmark(document).analytics4j();

        JsonNode sent = json.readTree(document.bytes());
        JsonNode kept = json.readTree(encode(decoded));
        assertThat(sent.equals(DecodeBenchmarkTest::byValue, kept))
                .as(kept.toString())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void analytics4j_document_isAsDocumented(Document document) throws Exception {
        Object decoded = benchmark(document).analytics4j();

        Object first = decoded instanceof List<?> list ? list.get(0) : decoded;
        assertThat(((JsonRecord) first).unexpected().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void jackson_document_hasEveryNumberAndText(Document document) throws Exception {
        JsonNode decoded = json.valueToTree(benchmark(document).jackson());

        assertThat(scalars(decoded)).isEqualTo(scalars(json.readTree(document.bytes())));
    }

    @ParameterizedTest
    @EnumSource
    void moshi_document_sameAsJackson(Document document) throws Exception {
        Object decoded = benchmark(document).moshi();

        assertThat(decoded).isNotNull();
        assertThat(decoded.toString().replaceAll("\\s", "").length()).isGreaterThan(document.bytes().length / 3);
    }

    /** 115.0 is 115. */
    private static int byValue(JsonNode a, JsonNode b) {
        boolean same = (a.isNumber() && b.isNumber()) ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
        return same ? 0 : 1;
    }

    private static DecodeBenchmark benchmark(Document document) throws ReflectiveOperationException {
        DecodeBenchmark benchmark = new DecodeBenchmark();
        benchmark.document = document;
        benchmark.setUp();
        return benchmark;
    }

    private static String encode(Object decoded) {
        return decoded instanceof List<?> list
                ? list.stream().map(row -> ((JsonRecord) row).toJson()).toList().toString()
                : ((JsonRecord) decoded).toJson();
    }

    /** How many texts and numbers are in there; times are texts to Jackson's records, so that nothing changes its kind. */
    private static long scalars(JsonNode node) {
        if (node.isContainerNode()) {
            long sum = 0;
            for (JsonNode child : node) {
                sum += scalars(child);
            }
            return sum;
        }
        return node.isNull() ? 0 : 1;
    }
}
