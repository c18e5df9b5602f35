package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Problem;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTreeTest {

    private final Problems problems = new Problems();

    @Test
    void of_value_keepsDigitsAndOrder() {
        JsonTree tree = read("{ \"b\": 847500.00, \"a\": [true, null, \"\\u00e4\\n\"] }");

        assertThat(tree.json()).isEqualTo("{\"b\":847500.00,\"a\":[true,null,\"ä\\n\"]}");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void of_value_knowsItsLines() {
        JsonTree tree = read("{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}");

        assertThat(tree.at().line()).isEqualTo(11);
        assertThat(tree.members().get("a").at().line()).isEqualTo(12);
        assertThat(tree.members().get("b").elements().get(0).at().line()).isEqualTo(14);
    }

    @Test
    void with_part_replacesWholeMembers() {
        JsonTree whole = read("{\"a\":{\"x\":1},\"b\":2}");

        assertThat(whole.with(read("{\"a\":{\"y\":3},\"c\":4}")).json()).isEqualTo("{\"a\":{\"y\":3},\"b\":2,\"c\":4}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"a\":1,\"a\":2};spec.md:11: invalid JSON: Duplicate field 'a'",
                "[1;spec.md:11: invalid JSON: Unexpected end-of-input: expected close marker for Array (start marker at",
                "{'a':1};spec.md:11: invalid JSON: Unexpected character (''' (code 39)): was expecting double-quote to start",
                "01;spec.md:11: invalid JSON: Invalid numeric value: Leading zeroes not allowed",
            })
    void of_brokenText_reportsWhere(String text, String message) {
        assertThat(read(text)).isNull();
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith(message);
    }

    private JsonTree read(String text) {
        return JsonTree.of(new Fence("json", text, new SourceLocation("spec.md", 10)), problems);
    }
}
