package io.github.analytics4j.catalog;

import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.catalog.Parameter.Choice;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.Operation;
import io.github.analytics4j.client.Operation.RequestParts;
import io.github.analytics4j.client.TestApi;
import io.github.analytics4j.error.RequestChecks;
import java.time.Instant;
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
        super("things", "Things", "Things of all kinds.", List.of(KEY, URL, PLACE), ThingsCatalog::made);
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
        List<Choice> moods = Choice.of("good\nA good one.", "bad");
        var made = ApiOperation.of(GET, Builder::new, Builder::build);
        made.doc("Gives things. All of them.\n\nAnd more.", "https://vendor.example/things");
        made.id("thing_id", (b, v) -> b.set("thing_id", v), "Which thing.").required();
        made.integer("limit", (b, v) -> b.set("limit", v), "How many.\nthings")
                .byDefault("20")
                .bounds(1L, 100L);
        made.small("small", (b, v) -> b.set("small", v), "How small.");
        made.number("rate", (b, v) -> b.set("rate", v), "How fast.\nshare\n0–1");
        made.decimal("cost", (b, v) -> b.set("cost", v), "How dear.\nUSD");
        made.bool("open", (b, v) -> b.set("open", v), "Whether open.");
        made.date("day", (b, v) -> b.set("day", v), "The day.");
        made.timestamp("start-date", (b, v) -> b.set("start-date", v), "From when.");
        made.timestamp("end-date", (b, v) -> b.set("end-date", v), "Until when.");
        made.dateOrTime("when", (b, v) -> b.set("when", v), "A day or a time.");
        made.choice("mood", (b, v) -> b.set("mood", v), "The mood.", moods);
        made.choices("moods", String::length, (b, v) -> b.set("moods", v), "Moods.", moods);
        made.ids("ids", (b, v) -> b.set("ids", v), "Ids.");
        made.window("start-date", "end-date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, ask) -> transport.prepare(GET, ask));
        made.tables(ThingsCatalog::lists);
        return List.of(made.build());
    }

    private static List<Table.Builder<?>> lists() {
        var thing = Table.of("things_get", "The thing.", RowFinder.<Thing>response());
        columns(thing);
        thing.always("size");
        thing.id("id");
        thing.time("at");
        var inner = thing.at("inner", Thing::inner);
        inner.text("id", Thing::id, "Its id.");
        inner.bigint("size", Thing::sizeThatIsThere, "Its size.\ncm");
        var parts = Table.of(
                "things_get_parts", "Its parts.", RowFinder.<Thing>response().list(11, Thing::parts));
        columns(parts);
        var nested = Table.of(
                "things_get_parts_parts",
                "Parts of parts.",
                RowFinder.<Thing>response().list(11, Thing::parts).list(11, Thing::parts));
        nested.<Thing>parent("parts").text("id", Thing::id, "The part's id.");
        nested.text("id", Thing::id, "Its id.");
        var counts = Table.of(
                "things_get_counts", "Its counts.", RowFinder.<Thing>response().map(10, Thing::counts));
        counts.text("key", Map.Entry::getKey, "What is counted.");
        counts.bigint("value", Map.Entry::getValue, "How many.");
        var innerParts = Table.of(
                "things_get_inner_parts",
                "Parts of the inner one.",
                RowFinder.<Thing>response().at(Thing::inner).list(11, Thing::parts));
        innerParts.text("id", Thing::id, "Its id.");
        return List.of(thing, parts, nested, counts, innerParts);
    }

    private static void columns(Table.Columns<Thing> table) {
        table.text("id", Thing::id, "Its id.");
        table.bigint("size", Thing::sizeThatIsThere, "Its size.\ncm");
        table.number("rate", Thing::rate, "Its rate.\nshare\n0–1");
        table.decimal("cost", Thing::cost, "Its cost.\nUSD");
        table.bool("open", Thing::open, "Whether it is open.");
        table.date("day", Thing::day, "Its day.");
        table.timestamp("at", Thing::at, "When it was.");
        table.bigint("weekday", Thing::weekday, "Its day of the week.\nday\n0 is Monday");
        table.json("detail", Thing::detail, "Details.");
        table.list(Column.Type.Kind.TEXT, "labels", Thing::labels, "Its labels.");
        table.map(Column.Type.Kind.BIGINT, "counts", Thing::counts, "Its counts.");
        table.json("parts", Thing::parts, "Its parts.");
    }

    @Override
    protected ApiClient client(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change) {
        TestApi.Builder builder = new TestApi.Builder();
        settings.get("things", KEY).ifPresent(builder::apiKey);
        settings.get("things", URL).ifPresent(builder::baseUrl);
        change.accept(builder);
        return builder.build();
    }

    static @Nullable Object value(Table table, String column, Object row) {
        return table.column(column).orElseThrow().get(row);
    }
}
