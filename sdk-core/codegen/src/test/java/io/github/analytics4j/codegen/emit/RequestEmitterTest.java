package io.github.analytics4j.codegen.emit;

import static io.github.analytics4j.codegen.emit.TinyApi.operation;
import static io.github.analytics4j.codegen.emit.TinyApi.parameter;
import static io.github.analytics4j.codegen.emit.TinyApi.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.ParameterModel.Bounds;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TypeModel.EnumRef;
import io.github.analytics4j.codegen.model.TypeModel.ListOf;
import io.github.analytics4j.codegen.model.TypeModel.RecordRef;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestEmitterTest {

    private static final Result THING = new Result.Json(new RecordRef("Thing"));

    private static TinyApi api() {
        return new TinyApi().record("Thing").openEnum("Mood", "bad");
    }

    private static String get(ParameterModel... parameters) {
        return api().operation(operation("get", "GET", "/things", THING, parameters))
                .body("GetRequest");
    }

    @Test
    void checks_areOneChainInTheOrderOfTheParameters() {
        List<Check> rules = List.of(new Check.Ordered("from", "to"), new Check.MaxDays("from", "to", 120));
        String request = api().operation(operation(
                        "get",
                        "GET",
                        "/things/{path}",
                        THING,
                        rules,
                        null,
                        parameter("id", Place.QUERY, Scalar.ID, Presence.ALWAYS, null),
                        parameter("other", Place.QUERY, Scalar.ID, Presence.OPTIONAL, null),
                        parameter("path", Place.PATH, Scalar.STRING, Presence.ALWAYS, null),
                        query("word", Scalar.STRING),
                        query("mood", new EnumRef("Mood")),
                        parameter("limit", Place.QUERY, Scalar.INT, Presence.OPTIONAL, new Bounds(1L, 100L)),
                        parameter("least", Place.QUERY, Scalar.LONG, Presence.OPTIONAL, new Bounds(0L, null)),
                        parameter("most", Place.QUERY, Scalar.DOUBLE, Presence.OPTIONAL, new Bounds(null, 9L)),
                        query("from", Scalar.DATE),
                        query("to", Scalar.DATE)))
                .body("GetRequest");

        assertThat(request)
                .contains("""
                            public GetRequest {
                                RequestChecks.of("GetRequest")
                                        .required("id", id)
                                        .notBlank("other", other)
                                        .required("path", path)
                                        .notBlank("word", word)
                                        .notBlank("mood", mood == null ? null : mood.text())
                                        .range("limit", limit, 1, 100)
                                        .min("least", least, 0)
                                        .max("most", most, 9)
                                        .time("from", from)
                                        .time("to", to)
                                        .ordered("from", from, "to", to)
                                        .maxDays("from", from, "to", to, 120)
                                        .done();
                            }
                        """)
                .contains(
                        "@param limit Its limit. 1 to 100.",
                        "@param least Its least. At least 0.",
                        "@param most Its most. At most 9.")
                .contains("@param id Its id. Required.");
    }

    @Test
    void nothingToCheck_checksNothing() {
        assertThat(get(query("flag", Scalar.BOOLEAN)))
                .contains("public GetRequest {}")
                .doesNotContain("RequestChecks");
    }

    @Test
    void numbers_areSetAsPrimitives() {
        assertThat(get(query("limit", Scalar.INT)))
                .contains("@Nullable Integer limit,")
                .contains("""
                                public Builder limit(int limit) {
                                    this.limit = limit;
                                    return this;
                                }
                        """);
    }

    @Test
    void objects_areRefusedWhenNull() {
        assertThat(get(query("name", Scalar.STRING))).contains("""
                                public Builder name(String name) {
                                    this.name = Objects.requireNonNull(name, "name");
                                    return this;
                                }
                        """);
    }

    @Test
    void enums_areSetAsConstantOrText() {
        assertThat(get(query("mood", new EnumRef("Mood"))))
                .contains("this.mood = Objects.requireNonNull(mood, \"mood\");")
                .contains("public Builder mood(String mood) {")
                .contains("this.mood = Mood.of(Objects.requireNonNull(mood, \"mood\"));");
    }

    @Test
    void dateOrTime_isSetAsEither() {
        assertThat(get(query("since", Scalar.DATE_OR_TIME)))
                .contains("public Builder since(DateOrTime since) {")
                .contains("public Builder since(LocalDate since) {")
                .contains("public Builder since(Instant since) {")
                .contains("this.since = DateOrTime.of(Objects.requireNonNull(since, \"since\"));");
    }

    @Test
    void lists_areSetOneByOneOrTogether() {
        assertThat(get(query("moods", new ListOf(new EnumRef("Mood")))))
                .contains("List<Mood> moods,")
                .contains("moods = List.copyOf(moods);")
                .contains("private List<Mood> moods = List.of();")
                .contains("public Builder moods(Mood... moods) {", "return moods(List.of(moods));")
                .contains("public Builder moods(Collection<? extends Mood> moods) {");
    }

    @Test
    void required_isOnlyMissingInTheBuilder() {
        assertThat(get(parameter("id", Place.QUERY, Scalar.ID, Presence.ALWAYS, null)))
                .contains(
                        "public record GetRequest(String id, RequestOptions options) implements Consumer<GetRequest.Builder> {")
                .contains("private @Nullable String id;")
                .contains("@SuppressWarnings(\"NullAway\")");
        assertThat(get(query("id", Scalar.ID))).doesNotContain("SuppressWarnings");
    }

    @Test
    void toBuilder_takesEverythingAlong() {
        assertThat(get(query("a", Scalar.STRING), query("b", new ListOf(Scalar.STRING))))
                .contains("""
                            public Builder toBuilder() {
                                return builder().with(this);
                            }

                            /** Sets everything as it is here, so that a request stands where a lambda over its builder does. */
                            @Override
                            public void accept(Builder builder) {
                                builder.options(options);
                                builder.a = a;
                                builder.b = b;
                            }
                        """);
    }

    @Test
    void body_isACodecOfWhatIsInIt() {
        String request = api().operation(operation(
                        "make",
                        "POST",
                        "/things",
                        THING,
                        query("dry", Scalar.BOOLEAN),
                        parameter("name", Place.BODY, Scalar.STRING, Presence.ALWAYS, null),
                        parameter("tags", Place.BODY, new ListOf(Scalar.STRING), Presence.OPTIONAL, null),
                        parameter("day", Place.BODY, Scalar.DATE, Presence.OPTIONAL, null)))
                .body("MakeRequest");

        assertThat(request)
                .contains(".field(\"name\", JsonCodecs.STRING)", ".field(\"day\", JsonCodecs.DATE)")
                .contains(".field(\"tags\", JsonCodecs.list(JsonCodecs.STRING))")
                .contains("throw new UnsupportedOperationException(\"requests are only written\");")
                .contains("""
                                public void write(JsonWriter out, MakeRequest v) throws IOException {
                                    out.writeFields(FIELDS, UnexpectedContent.NONE, v.name, v.tags.isEmpty() ? null : v.tags, v.day);
                                }
                        """);
    }
}
