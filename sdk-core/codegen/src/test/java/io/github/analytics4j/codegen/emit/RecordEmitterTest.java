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
                        public record Thing(@Nullable String id, Unexpected unexpected) implements JsonRecord {
                            @Override
                            public String toString() {
                                return Json.shown(Codec.INSTANCE, this);
                            }

                            @Override
                            public String toJson() {
                                return Json.encode(Codec.INSTANCE, this);
                            }

                            /**
                             * Decodes what {@link #toJson} made, or the vendor sent.
                             *
                             * @param json an object
                             */
                            public static Thing fromJson(String json) {
                                return Json.decode(Codec.INSTANCE, json);
                            }

                            static final class Codec implements JsonCodec<Thing> {
                                static final Codec INSTANCE = new Codec();

                                private static final JsonFields FIELDS =
                                        JsonFields.of("Thing").field("id", JsonCodecs.STRING).build();

                                @Override
                                public Thing read(JsonReader in) throws IOException {
                                    FieldValues v = in.readFields(FIELDS);
                                    return new Thing(v.get(0), v.unexpected());
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
                .contains("public record Thing(@Nullable String name, String id, long count, Unexpected unexpected)")
                .contains("""
                            /**
                             * Its count.
                             *
                             * @throws UnexpectedValueException if it did not arrive, or arrived as something else
                             */
                            @Override
                            public long count() {
                                unexpected.require(2);
                                return count;
                            }
                        """)
                .contains(".field(\"name\", JsonCodecs.STRING)", ".always(\"id\", JsonCodecs.STRING)")
                .contains(".always(\"count\", JsonCodecs.LONG)")
                .contains("@SuppressWarnings(\"NullAway\")")
                .contains("return new Thing(v.get(0), v.get(1), v.getLong(2), v.unexpected());")
                .doesNotContain("public String name() {");
    }

    @Test
    void emit_alwaysPresentNumbersAlone_suppressNothing() {
        assertThat(new TinyApi().record("Thing", always("count", Scalar.LONG)).body("Thing"))
                .doesNotContain("SuppressWarnings");
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
                .contains(".field(\"moods\", JsonCodecs.list(JsonCodecs.text(Mood.TYPE)))")
                .contains(".field(\"parts\", JsonCodecs.map(Codec.INSTANCE))")
                .contains(".field(\"tags\", JsonCodecs.list(JsonCodecs.INTERNED))")
                .contains(".field(\"deep\", JsonCodecs.map(JsonCodecs.list(JsonCodecs.DOUBLE)))")
                .contains("new Thing(v.getList(0), v.getMap(1), v.getList(2), v.getMap(3), v.unexpected());")
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
                .contains(".field(\"percent_change\", JsonCodecs.DOUBLE) .alias(\"percentage_change\")")
                .contains("@Nullable Double percentageChange");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRING  | ALWAYS   | JsonCodecs.STRING                | get",
                "ID      | OPTIONAL | JsonCodecs.STRING                | get",
                "LONG    | ALWAYS   | JsonCodecs.LONG                  | getLong",
                "LONG    | OPTIONAL | JsonCodecs.LONG                  | getLongOrNull",
                "INT     | ALWAYS   | JsonCodecs.INT                   | getInt",
                "INT     | OPTIONAL | JsonCodecs.INT                   | getIntOrNull",
                "DOUBLE  | ALWAYS   | JsonCodecs.DOUBLE                | getDouble",
                "DOUBLE  | OPTIONAL | JsonCodecs.DOUBLE                | getDoubleOrNull",
                "BOOLEAN | ALWAYS   | JsonCodecs.BOOLEAN               | getBoolean",
                "BOOLEAN | OPTIONAL | JsonCodecs.BOOLEAN               | getBooleanOrNull",
                "MONEY   | ALWAYS   | JsonCodecs.DECIMAL               | get",
                "DATE    | OPTIONAL | JsonCodecs.DATE                  | get",
                "ANY     | OPTIONAL | JsonCodecs.VALUE                 | get",
                "BUCKET  | ALWAYS   | JsonCodecs.text(Bucket.TYPE)     | get",
                "PERIOD  | ALWAYS   | JsonCodecs.text(DatePeriod.TYPE) | get",
                "WEEKDAY | ALWAYS   | JsonCodecs.WEEKDAY               | get",
            })
    void emit_scalars_areReadAndWrittenInTheirKind(Scalar type, Presence presence, String codec, String getter) {
        FieldModel it = new FieldModel("it", "it", type, presence, Doc.of("It."), List.of(), false, TinyApi.AT);

        assertThat(new TinyApi().record("Thing", it).body("Thing"))
                .contains((presence == Presence.ALWAYS ? "always" : "field") + "(\"it\", " + codec + ")")
                .contains("new Thing(v." + getter + "(0), v.unexpected());")
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
                .contains(".field(\"at\", JsonCodecs.instant(TimeForm.EPOCH_MILLIS_TEXT))")
                .contains(".field(\"mood\", JsonCodecs.text(Mood.TYPE))")
                .contains(".field(\"part\", Codec.INSTANCE)")
                .contains(".field(\"kind\", JsonCodecs.INTERNED)")
                .contains("return new Thing(v.get(0), v.get(1), v.get(2), v.get(3), v.unexpected());")
                .contains("out.writeFields(FIELDS, v.unexpected, v.at, v.mood, v.part, v.kind);");
    }
}
