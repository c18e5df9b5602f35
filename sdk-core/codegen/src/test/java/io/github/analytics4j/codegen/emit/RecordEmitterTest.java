package io.github.analytics4j.codegen.emit;

import static io.github.analytics4j.codegen.emit.TinyApi.always;
import static io.github.analytics4j.codegen.emit.TinyApi.field;
import static io.github.analytics4j.codegen.emit.TinyApi.shared;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.EnumRef;
import io.github.analytics4j.codegen.model.TypeModel.ListOf;
import io.github.analytics4j.codegen.model.TypeModel.MapOf;
import io.github.analytics4j.codegen.model.TypeModel.RecordRef;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordEmitterTest {

    @Test
    void emit_nothingAlways_isPlain() {
        assertThat(new TinyApi().record("Thing", field("id", Scalar.ID)).body("Thing"))
                .isEqualTo("""
                        /**
                         * A Thing.
                         *
                         * @param id Its id.
                         * @param unexpected what arrived that the vendor does not document
                         */
                        public record Thing(@Nullable String id, UnexpectedContent unexpected) implements JsonRecord {
                            @Override
                            public String toString() {
                                return Json.shown(Codec.INSTANCE, this);
                            }

                            @Override
                            public String toJson() {
                                return Json.encode(Codec.INSTANCE, this);
                            }

                            /**
                             * {@return the record of an object that {@link #toJson} made, or the vendor sent}
                             *
                             * @param json one JSON object; what the vendor does not document is kept
                             */
                            public static Thing fromJson(String json) {
                                return Json.decode(Codec.INSTANCE, json);
                            }

                            static final class Codec implements JsonCodec<Thing> {
                                static final Codec INSTANCE = new Codec();
                                private static final JsonFields.Builder BUILDER = JsonFields.of("Thing");
                                static final int ID = BUILDER.optional("id", JsonCodecs.STRING);
                                private static final JsonFields FIELDS = BUILDER.build();

                                @Override
                                public Thing read(JsonReader in) throws IOException {
                                    FieldValues v = in.readFields(FIELDS);
                                    return new Thing(v.get(ID), v.unexpected());
                                }

                                @Override
                                public void write(JsonWriter out, Thing v) throws IOException {
                                    out.writeFields(FIELDS, v.unexpected, v.id);
                                }
                            }
                        }
                        """);
    }

    @Test
    void emit_empty_readsPastEverything() {
        assertThat(new TinyApi().record("Nothing").body("Nothing")).contains("""
                                    FieldValues v = in.readFields(FIELDS);
                                    return new Nothing(v.unexpected());
                        """);
    }

    @Test
    void emit_alwaysPresent_isAskedForAtItsAccessor() {
        String thing = new TinyApi()
                .record("Thing", field("name", Scalar.STRING), always("id", Scalar.ID), always("count", Scalar.LONG))
                .body("Thing");

        assertThat(thing)
                .contains(
                        "public record Thing(@Nullable String name, String id, long count, UnexpectedContent unexpected)")
                .contains("""
                            /** {@return its count} */
                            public long count() {
                                return FieldValues.required(count, unexpected, Codec.COUNT);
                            }
                        """)
                .contains("NAME = BUILDER.optional(\"name\", JsonCodecs.STRING)")
                .contains("ID = BUILDER.required(\"id\", JsonCodecs.STRING)")
                .contains("COUNT = BUILDER.required(\"count\", JsonCodecs.LONG)")
                .contains("return new Thing(v.get(NAME), v.getRequired(ID), v.getLong(COUNT), v.unexpected());")
                .doesNotContain("public String name() {");
    }

    @Test
    void emit_fieldsNamedAsTheCodecsOwn_areToldApart() {
        assertThat(new TinyApi()
                        .record(
                                "Thing",
                                field("fields", Scalar.LONG),
                                field("builder", Scalar.ID),
                                field("7", Scalar.ID))
                        .body("Thing"))
                .contains("FIELDS_ = BUILDER.optional(\"fields\", JsonCodecs.LONG);")
                .contains("BUILDER_ = BUILDER.optional(\"builder\", JsonCodecs.STRING);")
                .contains("v7 = BUILDER.optional(\"7\", JsonCodecs.STRING);");
    }

    @Test
    void emit_containers_areCopied_andNeverNull() {
        String thing = new TinyApi()
                .openEnum("Mood", "bad")
                .record(
                        "Thing",
                        field("moods", new ListOf(new EnumRef("Mood"))),
                        field("parts", new MapOf(new RecordRef("Thing"))),
                        shared("tags", new ListOf(Scalar.STRING)),
                        field("deep", new MapOf(new ListOf(Scalar.DOUBLE))))
                .body("Thing");

        assertThat(thing)
                .contains("""
                            /** Keeps its own copies of lists and maps. */
                            public Thing {
                                moods = List.copyOf(moods);
                                parts = Json.copyOf(parts);
                                tags = List.copyOf(tags);
                                deep = Json.copyOf(deep);
                            }
                        """)
                .contains("optional(\"moods\", JsonCodecs.list(JsonCodecs.text(Mood.TYPE)))")
                .contains("optional(\"parts\", JsonCodecs.map(Codec.INSTANCE))")
                .contains("optional(\"tags\", JsonCodecs.list(JsonCodecs.INTERNED))")
                .contains("optional(\"deep\", JsonCodecs.map(JsonCodecs.list(JsonCodecs.DOUBLE)))")
                .contains(
                        "new Thing(v.getList(MOODS), v.getMap(PARTS), v.getList(TAGS), v.getMap(DEEP), v.unexpected());")
                .contains("out.writeFields(FIELDS, v.unexpected, v.moods, v.parts, v.tags, v.deep);");
    }

    @Test
    void emit_aliases_areNamed() {
        FieldModel renamed = new FieldModel(
                "percent_change",
                "percentageChange",
                Scalar.DOUBLE,
                Presence.OPTIONAL,
                Doc.of("C."),
                List.of("percentage_change"),
                false,
                TinyApi.AT);

        assertThat(new TinyApi().record("Thing", renamed).body("Thing").replaceAll("\\s+", " "))
                .contains("optional(\"percent_change\", JsonCodecs.DOUBLE, \"percentage_change\")")
                .contains("@Nullable Double percentageChange");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRING  | ALWAYS   | JsonCodecs.STRING                | getRequired",
                "ID      | OPTIONAL | JsonCodecs.STRING                | get",
                "LONG    | ALWAYS   | JsonCodecs.LONG                  | getLong",
                "LONG    | OPTIONAL | JsonCodecs.LONG                  | getLongOrNull",
                "INT     | ALWAYS   | JsonCodecs.INT                   | getInt",
                "INT     | OPTIONAL | JsonCodecs.INT                   | getIntOrNull",
                "DOUBLE  | ALWAYS   | JsonCodecs.DOUBLE                | getDouble",
                "DOUBLE  | OPTIONAL | JsonCodecs.DOUBLE                | getDoubleOrNull",
                "BOOLEAN | ALWAYS   | JsonCodecs.BOOLEAN               | getBoolean",
                "BOOLEAN | OPTIONAL | JsonCodecs.BOOLEAN               | getBooleanOrNull",
                "MONEY   | ALWAYS   | JsonCodecs.DECIMAL               | getRequired",
                "DATE    | OPTIONAL | JsonCodecs.DATE                  | get",
                "ANY     | OPTIONAL | JsonCodecs.VALUE                 | get",
                "BUCKET  | ALWAYS   | JsonCodecs.bucket()                | getRequired",
                "PERIOD  | ALWAYS   | JsonCodecs.period()                | getRequired",
                "WEEKDAY | ALWAYS   | JsonCodecs.WEEKDAY               | getRequired",
            })
    void emit_scalars_areReadAndWrittenInTheirKind(Scalar type, Presence presence, String codec, String getter) {
        FieldModel it = new FieldModel("it", "it", type, presence, Doc.of("It."), List.of(), false, TinyApi.AT);

        assertThat(new TinyApi().record("Thing", it).body("Thing"))
                .contains((presence == Presence.ALWAYS ? "required" : "optional") + "(\"it\", " + codec + ")")
                .contains("new Thing(v." + getter + "(IT), v.unexpected());")
                .contains("out.writeFields(FIELDS, v.unexpected, v.it);");
    }

    @Test
    void emit_otherKinds_areReadAndWrittenInTheirKind() {
        String thing = new TinyApi()
                .openEnum("Mood", "bad")
                .record(
                        "Thing",
                        field("at", new TypeModel.Time(TimeForm.EPOCH_MILLIS_TEXT)),
                        field("mood", new EnumRef("Mood")),
                        field("part", new RecordRef("Thing")),
                        shared("kind", Scalar.STRING))
                .body("Thing");

        assertThat(thing)
                .contains("optional(\"at\", JsonCodecs.instant(JsonCodecs.TimeForm.EPOCH_MILLIS_TEXT))")
                .contains("optional(\"mood\", JsonCodecs.text(Mood.TYPE))")
                .contains("optional(\"part\", Codec.INSTANCE)")
                .contains("optional(\"kind\", JsonCodecs.INTERNED)")
                .contains("return new Thing(v.get(AT), v.get(MOOD), v.get(PART), v.get(KIND), v.unexpected());")
                .contains("out.writeFields(FIELDS, v.unexpected, v.at, v.mood, v.part, v.kind);");
    }
}
