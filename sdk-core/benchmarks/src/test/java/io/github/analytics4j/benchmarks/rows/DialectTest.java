package io.github.analytics4j.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows are comparable: every dialect's are valid JSON of about the same size. */
class DialectTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"synthflow", "synthflow-odd", "openai", "stripe", "square"})
    void row_hundredRows_twelveHundredBytesEach(String name) {
        Dialect dialect = Dialect.named(name);

        double average = IntStream.range(0, 100)
                .mapToObj(i -> dialect.row(new CallRow(i)).getBytes(StandardCharsets.UTF_8).length)
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();

        assertThat(average).isCloseTo(1200, within(60.0));
    }

    @ParameterizedTest
    @CsvSource({"synthflow, call_id", "openai, id", "stripe, id", "square, id"})
    void page_threeRows_isJsonWithTheirIds(String name, String id) throws JsonProcessingException {
        Dialect dialect = Dialect.named(name);
        PageSlice page = new PageSlice(7, 8, 20, 1);

        String row = dialect.row(new CallRow(7));
        JsonNode answer = json.readTree(dialect.head(page) + row.substring(0, row.length() - 1) + dialect.tail(page));

        assertThat(answer.findValue(id).asText()).isEqualTo(new CallRow(7).id());
    }

    @ParameterizedTest
    @CsvSource({"synthflow, offset, 8", "openai, after, ID", "stripe, starting_after, ID", "square, cursor, ID"})
    void offset_afterSeven_isEight(String name, String parameter, String value) {
        String sent = value.replace("ID", new CallRow(7).id());

        assertThat(Dialect.named(name).offset(Map.of(parameter, sent))).isEqualTo(8);
        assertThat(Dialect.named(name).offset(Map.of())).isZero();
    }
}
