package io.github.analytics4j.codegen.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.ParameterModel.Bounds;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.TypeModel.ListOf;
import io.github.analytics4j.codegen.model.TypeModel.MapOf;
import io.github.analytics4j.codegen.model.TypeModel.RecordRef;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule with a model that breaks it and nothing else. */
class ModelChecksTest {

    private static final SourceLocation AT = new SourceLocation("spec", 7);
    private static final Doc DOC = new Doc("Said.", "ones", null);

    private static final RecordModel ROW =
            record("Row", field("id", Scalar.STRING), field("at", new TypeModel.Time(TimeForm.ISO)));
    private static final RecordModel ROWS =
            record("Rows", field("rows", new ListOf(new RecordRef("Row"))), field("total", Scalar.LONG));

    @Test
    void sound_model_hasNoMistakes() {
        assertThat(mistakes(api(operation(), ROW))).isEmpty();
        assertThat(mistakes(api(paged(Paging.Style.OFFSET, "offset", "limit", "id", "at"), ROW, ROWS)))
                .isEmpty();
        assertThat(mistakes(api(paged(Paging.Style.WINDOW, null, "limit", "id", "at"), ROW, ROWS)))
                .isEmpty();
    }

    @Test
    void record_tooManyFields() {
        FieldModel[] many = IntStream.range(0, 65)
                .mapToObj(i -> field("f" + i, Scalar.STRING))
                .toArray(FieldModel[]::new);

        assertThat(mistakes(api(operation(), ROW, record("Wide", many))))
                .containsExactly("spec:7: the record Wide has 65 fields, at most 64 are possible");
    }

    @Test
    void record_fieldOrAliasTwice() {
        FieldModel aliased = new FieldModel(
                "c", "c", Scalar.STRING, Presence.OPTIONAL, DOC, List.of("a"), false, new SourceLocation("spec", 9));

        assertThat(mistakes(api(
                        operation(),
                        ROW,
                        record("Twice", field("a", Scalar.STRING), field("a", Scalar.STRING), aliased))))
                .containsExactly("spec:7: the field a is there twice", "spec:9: the field a is there twice");
    }

    @Test
    void field_twoAliases() {
        FieldModel aliased =
                new FieldModel("c", "c", Scalar.STRING, Presence.OPTIONAL, DOC, List.of("d", "e"), false, AT);

        assertThat(mistakes(api(operation(), ROW, record("Named", aliased))))
                .containsExactly("spec:7: the field c has the aliases [d, e], at most one is possible");
    }

    @Test
    void field_withoutDescription_orUnit() {
        FieldModel silent = new FieldModel("n", "n", Scalar.DOUBLE, Presence.ALWAYS, Doc.of(" "), List.of(), false, AT);

        assertThat(mistakes(api(operation(), ROW, record("Silent", silent))))
                .containsExactly(
                        "spec:7: the field Silent.n has no description",
                        "spec:7: the field Silent.n is a number and says neither its unit nor its scale");
    }

    @Test
    void field_ofTypesThatAreNot() {
        assertThat(mistakes(api(
                        operation(),
                        ROW,
                        record(
                                "Odd",
                                field("a", new MapOf(new RecordRef("Nowhere"))),
                                field("b", new ListOf(new TypeModel.EnumRef("Nothing"))),
                                field("c", new ListOf(Scalar.WEEKDAY)),
                                field("d", Scalar.DATE_OR_TIME)))))
                .containsExactly(
                        "spec:7: the field Odd.a is of type Nowhere, which is no record here",
                        "spec:7: the field Odd.b is of type Nothing, which is no enum here",
                        "spec:7: the field Odd.c holds many of type WEEKDAY, of which there can be but one",
                        "spec:7: the field Odd.d is a date-or-time, which only requests have");
    }

    @Test
    void enum_emptyOrTwice() {
        EnumModel none = new EnumModel("None", DOC, List.of(), AT);
        EnumModel.Value value = new EnumModel.Value("a", DOC);
        EnumModel twice = new EnumModel("Twice", DOC, List.of(value, value), AT);
        ApiModel model = new ApiModel("X", "x", "spec", List.of(operation()), List.of(ROW), List.of(none, twice));

        assertThat(mistakes(model))
                .containsExactly("spec:7: the enum None has no values", "spec:7: the enum Twice has a twice");
    }

    @Test
    void names_takenTwice() {
        ApiModel model =
                new ApiModel("X", "x", "spec", List.of(operation(), operation()), List.of(ROW, ROW), List.of());

        assertThat(mistakes(model))
                .containsExactly(
                        "spec:7: the type Row is taken by spec:7",
                        "spec:7: the type RowsRequest is taken by spec:7",
                        "spec:7: the operation id x.rows is taken by spec:7",
                        "spec:7: the method rows.rows is taken by spec:7");
    }

    @Test
    void parameter_ofTypesThatAreNot() {
        OperationModel operation = operation(
                parameter("a", Scalar.STRING, Place.QUERY, new Bounds(1L, null)),
                parameter("b", new RecordRef("Row"), Place.QUERY, null),
                parameter("c", Scalar.STRING, Place.BODY, null),
                parameter("d", Scalar.STRING, Place.PATH, null));

        assertThat(mistakes(api(operation, ROW)))
                .containsExactly(
                        "spec:7: the parameter a has bounds and is no number",
                        "spec:7: the parameter b is an object, which no parameter can be",
                        "spec:7: the parameter c is in the body, which a GET does not have",
                        "spec:7: the parameter d is in the path, so it must be a required string or id",
                        "spec:7: the path /rows has no place for d");
    }

    @Test
    void path_unfilledHole_andUnknownMethod() {
        OperationModel operation = new OperationModel(
                "x.rows",
                "rows",
                "rows",
                "RowsRequest",
                "PUT",
                "/rows/{id}",
                "rows",
                true,
                Doc.of(""),
                "url",
                List.of(),
                List.of(),
                new Result.Json(Scalar.LONG),
                null,
                AT);

        assertThat(mistakes(api(operation, ROW)))
                .containsExactly(
                        "spec:7: the operation x.rows has no description",
                        "spec:7: PUT is not understood; GET and POST are",
                        "spec:7: nothing fills id of the path /rows/{id}",
                        "spec:7: the operation x.rows must answer an object or a list of objects");
    }

    @Test
    void checks_ofWhatCannotBeCompared() {
        OperationModel operation = new OperationModel(
                "x.rows",
                "rows",
                "rows",
                "RowsRequest",
                "GET",
                "/rows",
                "rows",
                true,
                DOC,
                "url",
                List.of(
                        parameter("from", Scalar.DATE, Place.QUERY, null),
                        parameter("min", Scalar.LONG, Place.QUERY, null),
                        parameter("name", Scalar.STRING, Place.QUERY, null)),
                List.of(
                        new Check.Ordered("from", "min"),
                        new Check.Ordered("name", "gone"),
                        new Check.MaxDays("min", "from", 3)),
                new Result.Json(new RecordRef("Row")),
                null,
                AT);

        assertThat(mistakes(api(operation, ROW)))
                .containsExactly(
                        "spec:7: from and min cannot be compared: date and number",
                        "spec:7: a rule compares name, which is neither a number nor a time",
                        "spec:7: a rule names the parameter gone, which is not there",
                        "spec:7: a rule counts days from or to min, which is no time");
    }

    @Test
    void paging_ofWhatIsNotThere() {
        assertThat(mistakes(api(paged(Paging.Style.PAGE, null, "from", "at", "id"), ROW, ROWS)))
                .containsExactly(
                        "spec:7: the paging of x.rows needs from to be of type int",
                        "spec:7: the paging of x.rows needs a position",
                        "spec:7: the paging of x.rows needs the text field at in Row",
                        "spec:7: the paging of x.rows needs the instant id in Row");
    }

    private static List<String> mistakes(ApiModel model) {
        Problems problems = new Problems();
        new ModelChecks(model, problems).run();
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    private static ApiModel api(OperationModel operation, RecordModel... records) {
        return new ApiModel("X", "x", "spec", List.of(operation), List.of(records), List.of());
    }

    private static RecordModel record(String name, FieldModel... fields) {
        return new RecordModel(name, DOC, List.of(fields), AT);
    }

    private static FieldModel field(String name, TypeModel type) {
        return new FieldModel(name, name, type, Presence.OPTIONAL, DOC, List.of(), false, AT);
    }

    private static ParameterModel parameter(String name, TypeModel type, Place place, @Nullable Bounds bounds) {
        return new ParameterModel(name, name, place, type, Presence.OPTIONAL, DOC, null, bounds, AT);
    }

    private static OperationModel operation(ParameterModel... parameters) {
        return new OperationModel(
                "x.rows",
                "rows",
                "rows",
                "RowsRequest",
                "GET",
                "/rows",
                "rows",
                true,
                DOC,
                "url",
                List.of(parameters),
                List.of(),
                new Result.Json(new RecordRef("Row")),
                null,
                AT);
    }

    private static OperationModel paged(
            Paging.Style style, @Nullable String position, String limit, String id, String time) {
        Paging paging = new Paging(
                style, position, limit, "from", "to", 10, 100, List.of("rows"), List.of("total"), null, null, id, time);
        return new OperationModel(
                "x.rows",
                "rows",
                "rows",
                "RowsRequest",
                "GET",
                "/rows",
                "rows",
                true,
                DOC,
                "url",
                List.of(
                        parameter("limit", Scalar.INT, Place.QUERY, null),
                        parameter("offset", Scalar.LONG, Place.QUERY, null),
                        parameter("from", new TypeModel.Time(TimeForm.ISO), Place.QUERY, null),
                        parameter("to", new TypeModel.Time(TimeForm.ISO), Place.QUERY, null)),
                List.of(),
                new Result.Json(new RecordRef("Rows")),
                paging,
                AT);
    }
}
