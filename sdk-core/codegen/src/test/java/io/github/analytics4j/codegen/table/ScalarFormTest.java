package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScalarFormTest {

    private static final SourceLocation AT = new SourceLocation("spec.md", 1);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "string, \"a\"",
                "id, \"a\"",
                "long, 3",
                "int, -3",
                "double, 3",
                "double, 0.5",
                "money, 1.50",
                "boolean, true",
                "date, \"2026-03-01\"",
                "period, \"2026-03-01/2026-03-07\"",
                "bucket, \"0-30\"",
                "bucket, \"300+\"",
                "weekday, 6",
                "any, {}",
                "instant(ISO), \"2026-03-01T14:30:00Z\"",
                "instant(ISO_MILLIS), \"2026-03-01T14:30:00.000Z\"",
                "instant(ISO_LOCAL), \"2026-03-01T14:30:00\"",
                "instant(EPOCH_MILLIS), 1776876567837",
                "instant(EPOCH_MILLIS_TEXT), \"1776876567837\""
            })
    void expected_valueOfItsForm_isNothing(String type, String json) {
        assertThat(ScalarForm.expected(json(json), type(type))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "string, 1, text",
                "id, 7, text",
                "long, 3.0, a whole number",
                "int, \"3\", a whole number",
                "double, \"3\", a number",
                "money, true, a number",
                "boolean, \"true\", true or false",
                "date, \"2026-02-30\", a date",
                "date, 20260301, a date",
                "period, 1, a period of days",
                "bucket, \"many\", a bucket",
                "weekday, 7, 0 to 6",
                "weekday, \"1\", 0 to 6",
                "instant(ISO), \"2026-03-01\", a time such as 2026-02-01T00:00:00Z",
                "instant(ISO_MILLIS), \"2026-03-01T14:30:00Z\", a time such as 2026-02-01T00:00:00.000Z",
                "instant(ISO_LOCAL), \"2026-03-01T14:30:00Z\", a time such as 2026-02-01T00:00:00",
                "instant(EPOCH_MILLIS), \"1\", milliseconds as a number",
                "instant(EPOCH_MILLIS_TEXT), 1, milliseconds as text"
            })
    void expected_valueOfAnotherForm_isNamed(String type, String json, String expected) {
        assertThat(ScalarForm.expected(json(json), type(type))).isEqualTo(expected);
    }

    private static TypeModel type(String text) {
        return new TypeParser(Set.of(), Set.of(), new Problems()).parse(text, AT);
    }

    private static JsonTree json(String text) {
        return JsonTree.of(new Fence("json", text, AT), new Problems());
    }
}
