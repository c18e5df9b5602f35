package io.github.analytics4j.catalog;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.error.RequestChecks;
import io.github.analytics4j.http.Operation;
import io.github.analytics4j.http.RequestParts;
import io.github.analytics4j.http.TestApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small API as the generator would make one, by hand: one operation with parameters of each type, tables of each form. */
final class ThingsCatalog extends ApiCatalog {
    static final Setting KEY = Setting.apiKey("THINGS_API_KEY");
    static final Setting URL = Setting.baseUrl("THINGS_BASE_URL", false);
    static final Setting PLACE = Setting.oneOf("region", "THINGS_REGION", "Where things are.", List.of("US", "EU"));

    static final Operation<Ask, Thing> GET =
            Operation.get("things.all.get", "/things", ThingsCatalog::encode).json(Thing.Codec.INSTANCE);

    ThingsCatalog() {
        super("things", "Things", "Things of all kinds.", new Opener(), ThingsCatalog::made);
    }

    /** A request; its Java names are not those of the wire. */
    record Ask(Map<String, Object> values) {
        Ask {
            RequestChecks.of("Ask")
                    .required("thingId", values.get("thing_id"))
                    .ordered("startDate", (Instant) values.get("start-date"), "endDate", (Instant)
                            values.get("end-date"))
                    .done();
        }
    }

    static final class Builder {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Builder set(String name, Object value) {
            values.put(name, value);
            return this;
        }

        Ask build() {
            return new Ask(values);
        }
    }

    private static void encode(Ask ask, RequestParts parts) {
        ask.values().forEach((name, value) -> parts.query(name, value));
    }

    private static List<ApiOperation> made() {
        return List.of(ApiOperation.of(GET, Builder::new, Builder::build)
                .doc("Gives things. All of them.\n\nAnd more.", "https://vendor.example/things")
                .id("thing_id", (b, v) -> b.set("thing_id", v), "Which thing.")
                .required()
                .integer("limit", (b, v) -> b.set("limit", v), "How many.", "things")
                .byDefault("20")
                .bounds(1L, 100L)
                .small("small", (b, v) -> b.set("small", v), "How small.")
                .number("rate", (b, v) -> b.set("rate", v), "How fast.", "share", "0–1")
                .decimal("cost", (b, v) -> b.set("cost", v), "How dear.", "USD")
                .bool("open", (b, v) -> b.set("open", v), "Whether open.")
                .date("day", (b, v) -> b.set("day", v), "The day.")
                .timestamp("start-date", (b, v) -> b.set("start-date", v), "From when.")
                .timestamp("end-date", (b, v) -> b.set("end-date", v), "Until when.")
                .dateOrTime("when", (b, v) -> b.set("when", v), "A day or a time.")
                .choice("mood", (b, v) -> b.set("mood", v), "The mood.", Choice.of("good", "A good one.", "bad", ""))
                .choices(
                        "moods",
                        String::length,
                        (b, v) -> b.set("moods", v),
                        "Moods.",
                        Choice.of("good", "", "bad", ""))
                .ids("ids", (b, v) -> b.set("ids", v), "Ids.")
                .window("start-date", "end-date")
                .ordered("start_date", "end_date")
                .prepare((transport, ask) -> transport.prepare(GET, ask))
                .tables(ThingsCatalog::lists)
                .build());
    }

    private static List<Table.Builder<?>> lists() {
        return List.of(
                columns(Table.of("things_get", "The thing.", Rows.<Thing>response()))
                        .at(
                                "inner",
                                Thing::inner,
                                (Columns.Part<Thing> part) -> part.text("id", Thing::id, "Its id.")
                                        .bigint("size", Thing::sizeThatIsThere, "Its size.", "cm"))
                        .id("id")
                        .time("at")
                        .always("size"),
                columns(Table.of(
                        "things_get_parts", "Its parts.", Rows.<Thing>response().list(11, Thing::parts))),
                Table.of(
                                "things_get_parts_parts",
                                "Parts of parts.",
                                Rows.<Thing>response().list(11, Thing::parts).list(11, Thing::parts))
                        .<Thing>parent("parts", part -> part.text("id", Thing::id, "The part's id."))
                        .text("id", Thing::id, "Its id."),
                Table.of(
                                "things_get_counts",
                                "Its counts.",
                                Rows.<Thing>response().map(10, Thing::counts))
                        .text("key", Map.Entry::getKey, "What is counted.")
                        .bigint("value", Map.Entry::getValue, "How many."),
                Table.of(
                                "things_get_inner_parts",
                                "Parts of the inner one.",
                                Rows.<Thing>response().at(Thing::inner).list(11, Thing::parts))
                        .text("id", Thing::id, "Its id."));
    }

    private static Table.Builder<Thing> columns(Table.Builder<Thing> table) {
        return table.text("id", Thing::id, "Its id.")
                .bigint("size", Thing::sizeThatIsThere, "Its size.", "cm")
                .number("rate", Thing::rate, "Its rate.", "share", "0–1")
                .decimal("cost", Thing::cost, "Its cost.", "USD")
                .bool("open", Thing::open, "Whether it is open.")
                .date("day", Thing::day, "Its day.")
                .timestamp("at", Thing::at, "When it was.")
                .bigint("weekday", Thing::weekday, "Its day of the week.", "day", "0 is Monday")
                .json("detail", Thing::detail, "Details.")
                .list(ColumnType.Kind.TEXT, "labels", Thing::labels, "Its labels.")
                .map(ColumnType.Kind.BIGINT, "counts", Thing::counts, "Its counts.")
                .json("parts", Thing::parts, "Its parts.");
    }

    /** Opens a client with the test API's builder. */
    static final class Opener implements ClientOpener {
        @Override
        public List<Setting> settings() {
            return List.of(KEY, URL, PLACE);
        }

        @Override
        public ApiClient open(Settings settings, Consumer<? super AbstractClientBuilder<?>> change) {
            TestApi.Builder builder = new TestApi.Builder();
            settings.get("things", KEY).ifPresent(builder::apiKey);
            settings.get("things", URL).ifPresent(builder::baseUrl);
            change.accept(builder);
            return builder.build();
        }
    }

    /** Names that are set, for messages of tests. */
    static List<String> names(List<Parameter> parameters) {
        return new ArrayList<>(parameters.stream().map(Parameter::name).toList());
    }

    static @Nullable Object value(Table table, String column, Object row) {
        return table.column(column).orElseThrow().get(row);
    }
}
