package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Problem;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypeParserTest {

    private final Problems problems = new Problems();
    private final TypeParser parser = new TypeParser(Set.of("Thing"), Set.of("Kind"), problems);

    @ParameterizedTest
    @CsvSource({
        "string, STRING",
        "word, STRING",
        "id, ID",
        "long, LONG",
        "int, INT",
        "double, DOUBLE",
        "money, MONEY",
        "boolean, BOOLEAN",
        "date, DATE",
        "date-or-time, DATE_OR_TIME",
        "period, PERIOD",
        "bucket, BUCKET",
        "weekday, WEEKDAY",
        "any, ANY"
    })
    void parse_simpleName_isTheScalar(String text, Scalar expected) {
        assertThat(parse(text)).isEqualTo(expected);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void parse_instant_takesItsForm(TimeForm form) {
        assertThat(parse("instant(" + form + ")")).isEqualTo(new TypeModel.Time(form));
    }

    @Test
    void parse_collections_nest() {
        assertThat(parse("list<map< list<Thing> >>"))
                .isEqualTo(new TypeModel.ListOf(
                        new TypeModel.MapOf(new TypeModel.ListOf(new TypeModel.RecordRef("Thing")))));
        assertThat(parse("map<Kind>")).isEqualTo(new TypeModel.MapOf(new TypeModel.EnumRef("Kind")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer", "instant", "instant(RFC)", "list", "list<>x", "list<id", "listid>", "Map<id>x"})
    void parse_anythingElse_isReported(String text) {
        assertThat(parse(text)).isNull();
        assertThat(problems.sorted()).hasSize(1);
    }

    @Test
    void parse_unknownNameInsideList_isReportedOnce() {
        assertThat(parse("list<Think>")).isNull();
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("spec.md:7: no record and no open enum of this file is called 'Think'");
    }

    private TypeModel parse(String text) {
        return parser.parse(text, new SourceLocation("spec.md", 7));
    }
}
