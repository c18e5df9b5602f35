package io.github.analytics4j.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.SpecException;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.EnumRef;
import io.github.analytics4j.codegen.model.TypeModel.ListOf;
import io.github.analytics4j.codegen.model.TypeModel.MapOf;
import io.github.analytics4j.codegen.model.TypeModel.RecordRef;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each construct of OpenAPI becomes. The schema under test is the field {@code it} of the record {@code Answer}. */
class OpenApiFrontEndTest {

    private static final String HEAD = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /things:
                get:
                  operationId: things
                  summary: Things.
                  externalDocs: {url: https://example.com}
                  responses:
                    '200':
                      description: ok
                      content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}
            components:
              schemas:
                Plain: {type: object, description: P., properties: {a: {type: string, description: A.}}}
                Colour: {type: string, description: C., enum: [red, green]}
                Text: {type: string, description: T.}
                Answer:
                  type: object
                  description: The response.
                  required: [there, nothing]
                  properties:
                    there: {type: string, description: There.}
                    nothing: {type: [string, 'null'], description: Nothing.}
            """;

    private static final String OVERRIDES = """
            api: {name: T, package: t}
            corrections:
              - at: GET /things
                set: {x-sdk: {id: t.things, group: things, method: all, request: ThingsRequest, rate-limit: slow}}
                reason: Where it lives.
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string}                                        | STRING",
                "{type: [string, 'null']}                              | STRING",
                "{type: ['null', integer]}                             | LONG",
                "{type: integer, format: int32}                        | LONG",
                "{type: integer, format: int64}                        | LONG",
                "{type: [integer, string]}                             | LONG",
                "{type: number}                                        | DOUBLE",
                "{type: [string, number, 'null']}                      | DOUBLE",
                "{type: boolean}                                       | BOOLEAN",
                "{type: string, format: date}                          | DATE",
                "{type: string, format: uuid}                          | STRING",
                "{}                                                    | ANY",
                "{type: [object, array]}                               | ANY",
                "{oneOf: [{type: integer}, {type: 'null'}]}            | LONG",
                "{anyOf: [{type: 'null'}, {type: boolean}]}            | BOOLEAN",
                "{oneOf: [{description: Any.}, {type: 'null'}]}        | ANY",
                "{oneOf: [{type: string}, {type: integer}]}            | ANY",
                "{oneOf: [{type: 'null'}]}                             | ANY",
                "{$ref: '#/components/schemas/Text'}                   | STRING",
                "{type: string, x-type: id}                            | ID",
                "{type: number, x-type: money}                         | MONEY",
                "{type: object, x-type: any}                           | ANY",
                "{type: string, x-type: bucket}                        | BUCKET",
                "{type: string, x-type: period}                        | PERIOD",
                "{type: integer, x-type: weekday}                      | WEEKDAY",
            })
    void type_scalar(String schema, Scalar type) {
        assertThat(typeOf(schema)).isEqualTo(type);
    }

    @Test
    void type_times() {
        assertThat(typeOf("{type: string, format: date-time}")).isEqualTo(new TypeModel.Time(TimeForm.ISO));
        assertThat(typeOf("{type: integer, x-type: instant epoch-millis}"))
                .isEqualTo(new TypeModel.Time(TimeForm.EPOCH_MILLIS));
    }

    @Test
    void type_references_andThroughNull() {
        assertThat(typeOf("{$ref: '#/components/schemas/Plain'}")).isEqualTo(new RecordRef("Plain"));
        assertThat(typeOf("{$ref: '#/components/schemas/Colour'}")).isEqualTo(new EnumRef("Colour"));
        assertThat(typeOf("{oneOf: [{$ref: '#/components/schemas/Colour'}, {type: 'null'}]}"))
                .isEqualTo(new EnumRef("Colour"));
    }

    @Test
    void type_containers() {
        assertThat(typeOf("{type: array, items: {type: array, items: {type: string}}}"))
                .isEqualTo(new ListOf(new ListOf(Scalar.STRING)));
        assertThat(typeOf("{type: object, additionalProperties: {type: object, additionalProperties: {type: number}}}"))
                .isEqualTo(new MapOf(new MapOf(Scalar.DOUBLE)));
        assertThat(typeOf("{type: object, additionalProperties: true}")).isEqualTo(new MapOf(Scalar.ANY));
    }

    @Test
    void type_inlineObjectAndEnum_areNamedByTheirPlace() {
        ApiModel model = read("{type: object, properties: {kind: {type: string, enum: [x, y], description: K.}}}");

        assertThat(field(model).type()).isEqualTo(new RecordRef("AnswerIt"));
        RecordModel inline = model.record("AnswerIt");
        assertThat(inline.fields()).extracting(FieldModel::type).containsExactly(new EnumRef("AnswerItKind"));
        assertThat(model.enumOf("AnswerItKind").values())
                .extracting(EnumModel.Value::wire)
                .containsExactly("x", "y");
    }

    @Test
    void type_emptyObject_isARecordWithoutFields() {
        ApiModel model = read("{type: object, properties: {}}");

        assertThat(model.record("AnswerIt").fields()).isEmpty();
    }

    @Test
    void type_recursion_ends() {
        ApiModel model = read("{$ref: '#/components/schemas/Answer'}");

        assertThat(field(model).type()).isEqualTo(new RecordRef("Answer"));
        assertThat(model.records()).hasSize(1);
    }

    @Test
    void reference_withSiblings_keepsThem() {
        FieldModel field = field(read("{$ref: '#/components/schemas/Plain', description: Mine., x-name: other}"));

        assertThat(field.doc().meaning()).isEqualTo("Mine.");
        assertThat(field.javaName()).isEqualTo("other");
    }

    @Test
    void presence_requiredAndNotNullable_isAlways() {
        RecordModel answer = read("{}").record("Answer");

        assertThat(answer.fields())
                .extracting(FieldModel::presence)
                .containsExactly(Presence.ALWAYS, Presence.OPTIONAL, Presence.OPTIONAL);
    }

    @Test
    void extensions_becomePartOfTheField() {
        FieldModel field = field(read(
                "{type: number, description: D., x-unit: percent, x-scale: 0-100, x-aliases: [that], x-shared: true}"));

        assertThat(field.doc().unit()).isEqualTo("percent");
        assertThat(field.doc().scale()).isEqualTo("0-100");
        assertThat(field.aliases()).containsExactly("that");
        assertThat(field.shared()).isTrue();
        assertThat(field.location()).isEqualTo(new SourceLocation("spec.yaml", 25));
    }

    @Test
    void operation_takesItsPlaceFromTheOverrides() {
        OperationModel operation = read("{}").operations().get(0);

        assertThat(operation.id()).isEqualTo("t.things");
        assertThat(operation.method()).isEqualTo("all");
        assertThat(operation.rateLimitGroup()).isEqualTo("slow");
        assertThat(operation.repeatable()).isTrue();
        assertThat(operation.result()).isEqualTo(new Result.Json(new RecordRef("Answer")));
        assertThat(operation.location()).isEqualTo(new SourceLocation("spec.yaml", 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer, minimun: 1}      | unknown key minimun; known are $ref,",
                "{type: string, x-aliasses: [at]} | unknown key x-aliasses; known are $ref,",
                "{type: array, items: {typ: integer}} | unknown key typ; known are $ref,",
            })
    void schema_misspelledKey_isRefused(String schema, String mistake) {
        assertThatThrownBy(() -> read(schema))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("1 mistake(s) in the spec:\nspec.yaml:25: " + mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema: {type: integer, minimun: 1} | unknown key minimun; known are $ref,",
                "x-defualt: one, schema: {type: integer} | unknown key x-defualt; known are x-default, x-name,",
                "x-type: int, schema: {type: integer, exclusiveMinimum: 0} | exclusiveMinimum of a parameter is not checked",
                "schema: {type: string, pattern: a+} | pattern of a parameter is not checked before a request is sent; the"
                        + " overrides must take it away (pattern: null), and say instead what is to be checked or known",
                "schema: {type: array, items: {type: string}} | a list is sent as one value with commas between its"
                        + " elements, and in no other way: the parameter needs explode: false, and no style but form",
                "explode: false, style: pipeDelimited, schema: {type: array, items: {type: string}} | a list is sent as",
            })
    void parameter_thatWouldBeSentOrCheckedOtherwise_isRefused(String rest, String mistake) {
        assertThatThrownBy(() -> readParameter(rest))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("1 mistake(s) in the spec:\nspec.yaml:10: " + mistake);
    }

    @Test
    void parameter_listWithCommasAndDeprecated_isReadSo() {
        ParameterModel parameter = readParameter(
                        "explode: false, deprecated: true, schema: {type: array, items: {type: string}}")
                .operations()
                .get(0)
                .parameters()
                .get(0);

        assertThat(parameter.type()).isEqualTo(new ListOf(Scalar.STRING));
        assertThat(parameter.doc().meaning()).isEqualTo("P. The vendor has deprecated it.");
    }

    @Test
    void deprecated_fieldAndOperation_saySo() {
        assertThat(field(read("{type: string, description: D., deprecated: true}"))
                        .doc()
                        .meaning())
                .isEqualTo("D. The vendor has deprecated it.");
        Problems problems = new Problems();
        OperationModel operation = OpenApiFrontEnd.read(
                        "spec.yaml",
                        HEAD.replace("      summary:", "      deprecated: true\n      summary:"),
                        "overrides.yaml",
                        OVERRIDES,
                        problems)
                .operations()
                .get(0);
        problems.throwIfAny();
        assertThat(operation.doc().meaning()).isEqualTo("Things. The vendor has deprecated it.");
    }

    /** The spec with a parameter in line 10. */
    private static ApiModel readParameter(String rest) {
        Problems problems = new Problems();
        ApiModel model = OpenApiFrontEnd.read(
                "spec.yaml",
                HEAD.replace(
                        "      responses:",
                        "      parameters:\n        - {name: p, in: query, description: P., " + rest
                                + "}\n      responses:"),
                "overrides.yaml",
                OVERRIDES,
                problems);
        problems.throwIfAny();
        return model;
    }

    private static FieldModel field(ApiModel model) {
        return model.record("Answer").fields().get(2);
    }

    private static TypeModel typeOf(String schema) {
        return field(read(schema)).type();
    }

    private static ApiModel read(String schema) {
        Problems problems = new Problems();
        ApiModel model = OpenApiFrontEnd.read(
                "spec.yaml", HEAD + "        it: " + schema + "\n", "overrides.yaml", OVERRIDES, problems);
        problems.throwIfAny();
        return model;
    }
}
