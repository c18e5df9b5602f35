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

                                private static final JsonFields FIELDS = JsonFields.of("Thing", "id");

                                @Override
                                public Thing read(JsonReader in) throws IOException {
                                    String id = null;
                                    in.beginObject(FIELDS);
                                    for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                                        switch (f) {
                                            case 0 -> id = in.readString();
                                            default -> throw new AssertionError(f);
                                        }
                                    }
                                    return new Thing(id, in.endObject());
                                }

                                @Override
                                public void write(JsonWriter out, Thing v) throws IOException {
                                    out.begin(FIELDS, v.unexpected);
                                    if (out.field(0)) {
                                        out.value(v.id);
                                    }
                                    out.end();
                                }
                            }
                        }
                        """);
    }

    @Test
    void emit_empty_readsPastEverything() {
        assertThat(new TinyApi().record("Nothing").body("Nothing")).contains("""
                                    in.beginObject(FIELDS);
                                    in.nextField();
                                    return new Nothing(in.endObject());
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
                .contains("JsonFields.of(\"Thing\", \"name\", \"id\", \"count\").required(1, 2);")
                .contains("@SuppressWarnings(\"NullAway\")")
                .contains("long count = 0;")
                .contains("case 2 -> count = in.readLong();")
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
                .contains("private static final JsonCodec<Mood> MOODS = JsonCodecs.text(Mood.TYPE);")
                .contains("private static final JsonCodec<List<Double>> DEEP = JsonCodecs.list(JsonCodecs.DOUBLE);")
                .contains("List<Mood> moods = List.of();", "Map<String, Thing> parts = Map.of();")
                .contains("moods = in.readList(MOODS);", "parts = in.readMap(Codec.INSTANCE);")
                .contains("tags = in.readList(JsonCodecs.INTERNED);", "deep = in.readMap(DEEP);")
                .contains("out.list(MOODS, v.moods);", "out.map(DEEP, v.deep);");
    }

    @Test
    void emit_aliases_areNamed() {
        FieldModel renamed = new FieldModel(
                "percent_change",
                "percentageChange",
                Scalar.DOUBLE,
                Presence.OPTIONAL,
                Doc.of("C."),
                List.of("percentage_change", "change"),
                false,
                TinyApi.AT);

        assertThat(new TinyApi().record("Thing", renamed).body("Thing").replaceAll("\\s+", " "))
                .contains(
                        "JsonFields.of(\"Thing\", \"percent_change\") .alias(\"percentage_change\", \"percent_change\")"
                                + " .alias(\"change\", \"percent_change\");")
                .contains("@Nullable Double percentageChange");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRING  | ALWAYS   | readString()            | out.value(v.it)",
                "ID      | OPTIONAL | readString()            | out.value(v.it)",
                "LONG    | ALWAYS   | readLong()              | out.value(v.it)",
                "LONG    | OPTIONAL | readLongOrNull()        | out.value(v.it)",
                "INT     | ALWAYS   | readInt()               | out.value(v.it)",
                "INT     | OPTIONAL | readIntOrNull()         | out.value(v.it)",
                "DOUBLE  | ALWAYS   | readDouble()            | out.value(v.it)",
                "DOUBLE  | OPTIONAL | readDoubleOrNull()      | out.value(v.it)",
                "BOOLEAN | ALWAYS   | readBoolean()           | out.value(v.it)",
                "BOOLEAN | OPTIONAL | readBooleanOrNull()     | out.value(v.it)",
                "MONEY   | ALWAYS   | readDecimal()           | out.value(v.it)",
                "DATE    | OPTIONAL | readDate()              | out.date(v.it)",
                "ANY     | OPTIONAL | readValue()             | out.value(v.it)",
                "BUCKET  | ALWAYS   | readText(Bucket.TYPE)   | out.value(v.it)",
                "PERIOD  | ALWAYS   | readText(DatePeriod.TYPE) | out.value(v.it)",
                "WEEKDAY | ALWAYS   | readWeekday()           | out.weekday(v.it)",
            })
    void emit_scalars_areReadAndWrittenInTheirKind(Scalar type, Presence presence, String read, String write) {
        FieldModel it = new FieldModel("it", "it", type, presence, Doc.of("It."), List.of(), false, TinyApi.AT);

        assertThat(new TinyApi().record("Thing", it).body("Thing"))
                .contains("case 0 -> it = in." + read + ";")
                .contains(write + ";");
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
                .contains(
                        "at = in.readInstant(TimeForm.EPOCH_MILLIS_TEXT);",
                        "out.instant(TimeForm.EPOCH_MILLIS_TEXT, v.at);")
                .contains("mood = in.readText(Mood.TYPE);", "out.value(v.mood);")
                .contains("part = in.readObject(Codec.INSTANCE);", "out.object(Codec.INSTANCE, v.part);")
                .contains("kind = in.readInterned();");
    }
}
