package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.ParameterModel.Bounds;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableSpecTest {

    private final SmallSpec source = new SmallSpec();
    private final TableSpec spec = source.read();
    private final ApiModel api = spec.api();

    @Test
    void read_settings_nameThePackage() {
        assertThat(api.name()).isEqualTo("Small");
        assertThat(api.packageName()).isEqualTo("io.github.analytics4j.small");
        assertThat(api.source()).isEqualTo("small.md");
    }

    @Test
    void read_operation_takesEveryFact() {
        OperationModel list = api.operations().get(0);

        assertThat(list.id()).isEqualTo("small.things.list");
        assertThat(list.group()).isEqualTo("things");
        assertThat(list.method()).isEqualTo("list");
        assertThat(list.request()).isEqualTo("ListThingsRequest");
        assertThat(list.httpMethod()).isEqualTo("GET");
        assertThat(list.path()).isEqualTo("/things/{shelf}/");
        assertThat(list.rateLimitGroup()).isEqualTo("things");
        assertThat(list.repeatable()).isTrue();
        assertThat(list.doc()).isEqualTo(Doc.of("The things, page by page."));
        assertThat(list.vendorUrl()).isEqualTo("https://small.example/docs");
        assertThat(list.result()).isEqualTo(new Result.Json(new TypeModel.RecordRef("ThingPage")));
        assertThat(list.checks())
                .containsExactly(new Check.Ordered("from_day", "to_day"), new Check.MaxDays("from_day", "to_day", 90));
        assertThat(list.location()).isEqualTo(at("## Operation `things.list`"));
    }

    @Test
    void read_operationWithFewFacts_takesDefaults() {
        OperationModel make = api.operations().get(1);

        assertThat(make.request()).isEqualTo("MakeRequest");
        assertThat(make.httpMethod()).isEqualTo("POST");
        assertThat(make.repeatable()).isFalse();
        assertThat(make.rateLimitGroup()).isEqualTo("writes");
        assertThat(make.vendorUrl()).isEqualTo("https://small.example/docs/make");
        assertThat(make.paging()).isNull();
        assertThat(make.checks()).isEmpty();
        assertThat(make.result()).isEqualTo(new Result.Json(new TypeModel.ListOf(new TypeModel.RecordRef("Thing"))));
    }

    @Test
    void read_fileLink_isALink() {
        OperationModel picture = api.operations().get(3);

        assertThat(picture.result()).isEqualTo(new Result.Link());
        assertThat(picture.repeatable()).isFalse();
        assertThat(picture.parameters()).isEmpty();
    }

    @Test
    void read_parameters_takesPlaceTypePresenceDefaultAndBounds() {
        assertThat(api.operations().get(0).parameters())
                .containsExactly(
                        new ParameterModel(
                                "shelf",
                                "shelf",
                                Place.PATH,
                                Scalar.ID,
                                Presence.ALWAYS,
                                Doc.of("Where the things lie."),
                                null,
                                null,
                                at("| `shelf`")),
                        new ParameterModel(
                                "kind",
                                "kinds",
                                Place.QUERY,
                                new TypeModel.ListOf(new TypeModel.EnumRef("Kind")),
                                Presence.OPTIONAL,
                                Doc.of("Which things."),
                                "all",
                                null,
                                at("| `kind` as")),
                        new ParameterModel(
                                "from_day",
                                "fromDay",
                                Place.QUERY,
                                Scalar.DATE,
                                Presence.OPTIONAL,
                                Doc.of("First day."),
                                null,
                                null,
                                at("| `from_day` | `date`")),
                        new ParameterModel(
                                "to_day",
                                "toDay",
                                Place.QUERY,
                                Scalar.DATE,
                                Presence.OPTIONAL,
                                Doc.of("Last day."),
                                "today",
                                null,
                                at("| `to_day`")),
                        new ParameterModel(
                                "page",
                                "page",
                                Place.QUERY,
                                Scalar.INT,
                                Presence.OPTIONAL,
                                Doc.of("Number of the page."),
                                "1",
                                new Bounds(1L, null),
                                at("| `page`")),
                        new ParameterModel(
                                "limit",
                                "pageSize",
                                Place.QUERY,
                                Scalar.INT,
                                Presence.OPTIONAL,
                                Doc.of("Things on a page."),
                                "20",
                                new Bounds(1L, 50L),
                                at("| `limit`")));
    }

    @Test
    void read_body_goesIntoTheBody() {
        List<ParameterModel> body = api.operations().get(1).parameters();

        assertThat(body).extracting(ParameterModel::in).containsExactly(Place.BODY, Place.BODY);
        assertThat(body.get(0).presence()).isEqualTo(Presence.ALWAYS);
        assertThat(body.get(1).bounds()).isEqualTo(new Bounds(null, 9L));
    }

    @Test
    void read_pagingByNumber_knowsWhereAnswersHaveWhat() {
        assertThat(api.operations().get(0).paging())
                .isEqualTo(new Paging(
                        Paging.Style.PAGE,
                        "page",
                        "limit",
                        null,
                        null,
                        20,
                        50,
                        List.of("things"),
                        List.of("count"),
                        null,
                        null,
                        "id",
                        null));
    }

    @Test
    void read_pagingByWindow_hasRowsAtTheRoot() {
        assertThat(api.operations().get(2).paging())
                .isEqualTo(new Paging(
                        Paging.Style.WINDOW,
                        null,
                        "limit",
                        "since",
                        "until",
                        100,
                        500,
                        List.of(),
                        null,
                        null,
                        null,
                        "id",
                        "at"));
    }

    @Test
    void read_record_takesAliasesNamesUnitsAndScales() {
        RecordModel thing = api.record("Thing");

        assertThat(thing).isNotNull();
        assertThat(thing.doc()).isEqualTo(Doc.of("A thing."));
        assertThat(thing.fields()).hasSize(7);
        assertThat(thing.fields().get(2))
                .isEqualTo(new FieldModel(
                        "price",
                        "price",
                        Scalar.MONEY,
                        Presence.ALWAYS,
                        new Doc("What it costs.", "USD", null),
                        List.of("prize"),
                        false,
                        at("| `price`")));
        FieldModel seen = thing.fields().get(3);
        assertThat(seen.javaName()).isEqualTo("lastSeen");
        assertThat(seen.type()).isEqualTo(new TypeModel.Time(TimeForm.ISO));
        FieldModel note = thing.fields().get(4);
        assertThat(note.shared()).isTrue();
        assertThat(note.type()).isEqualTo(Scalar.STRING);
        assertThat(note.doc()).isEqualTo(Doc.of("What is said of it | or not."));
        FieldModel wear = thing.fields().get(5);
        assertThat(wear.presence()).isEqualTo(Presence.OPTIONAL);
        assertThat(wear.doc()).isEqualTo(new Doc("How worn it is.", "share", "0–1"));
        assertThat(thing.fields().get(6).type()).isEqualTo(new TypeModel.MapOf(Scalar.LONG));
    }

    @Test
    void read_openEnum_takesValuesInOrder() {
        EnumModel kind = api.enumOf("Kind");

        assertThat(kind).isNotNull();
        assertThat(kind.doc()).isEqualTo(Doc.of("What a thing is."));
        assertThat(kind.values())
                .containsExactly(
                        new EnumModel.Value("old", Doc.of("It is old.")),
                        new EnumModel.Value("new", Doc.of("It is new.")));
    }

    @Test
    void read_samplePart_takesThePlaceOfTheSamplesMembers() {
        TableSpec.Example list = spec.examples().get(0);

        assertThat(list.operationId()).isEqualTo("small.things.list");
        assertThat(list.calls()).containsExactly("curl \"https://small.example/v1/things/s-1/?limit=2\"\n");
        assertThat(list.samples())
                .containsExactly(
                        "{\"count\":2,\"things\":[{\"id\":\"t-1\",\"kind\":\"old\",\"price\":1.50,"
                                + "\"seen\":\"2026-01-02T03:04:05Z\",\"tags\":{\"a\":1}}]}",
                        "{\"count\":2,\"things\":[{\"id\":\"t-2\",\"kind\":\"new\",\"price\":2,"
                                + "\"seen\":\"2026-01-02T03:04:05Z\",\"note\":\"it is \\\"new\\\"\",\"tags\":{}}]}");
    }

    @Test
    void read_linesEndingInCarriageReturns_areTheSameSpec() {
        assertThat(SmallSpec.mistakes(source.text().replace("\n", "\r\n"))).isEmpty();
    }

    private SourceLocation at(String part) {
        return new SourceLocation("small.md", source.line(part));
    }
}
