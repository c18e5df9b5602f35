package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.catalog.Column.Type.Kind;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Parameter.Choice;
import io.github.analytics4j.catalog.RowFinder;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ApiProfile;
import io.github.analytics4j.client.Operation;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An API that nobody has, with parameters and columns of every kind and with words of SQL for names. */
final class KindsCatalog extends ApiCatalog {
    private static final Setting KEY = Setting.apiKey("KINDS_API_KEY");
    private static final Setting URL = Setting.baseUrl("KINDS_BASE_URL", true);

    private static final Operation<Map<String, Object>, List<JsonValue>> LIST = Operation.<Map<String, Object>>get(
                    "kinds.rows.list",
                    "/rows",
                    (values, parts) -> values.forEach((name, value) -> parts.query(name, String.valueOf(value))))
            .json(JsonCodecs.list(JsonCodecs.VALUE));

    KindsCatalog() {
        super("kinds", "Kinds", "Every kind.", List.of(KEY, URL), () -> List.of(list()));
    }

    static final class Builder {
        private final Map<String, Object> values = new LinkedHashMap<>();

        void set(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
        }

        Map<String, Object> build() {
            return Map.copyOf(values);
        }
    }

    private static ApiOperation list() {
        var made = ApiOperation.of(LIST, Builder::new, Builder::build);
        made.doc("Lists it's rows.", "https://kinds.example");
        made.text("text", (b, v) -> b.set("text", v), "A text.");
        made.id("id", (b, v) -> b.set("id", v), "An id.");
        made.integer("limit", (b, v) -> b.set("limit", v), "How many.").bounds(1L, 100L);
        made.number("number", (b, v) -> b.set("number", v), "A number.");
        made.decimal("decimal", (b, v) -> b.set("decimal", v), "An amount.");
        made.bool("select", (b, v) -> b.set("select", v), "Whether.");
        made.date("date", (b, v) -> b.set("date", v), "A day.");
        made.timestamp("timestamp", (b, v) -> b.set("timestamp", v), "A time.");
        made.dateOrTime("from", (b, v) -> b.set("from", v), "From when.");
        made.choice("colour", (b, v) -> b.set("colour", v), "A colour.", Choice.of("red", "dark green"));
        made.ids("ids", (b, v) -> b.set("ids", v), "Ids.");
        made.many(Parameter.Type.INTEGER, "numbers", (Builder b, List<Long> v) -> b.set("numbers", v), "Numbers.");
        made.prepare((transport, values) -> transport.prepare(LIST, values));
        made.tables(() -> List.of(rows()));
        return made.build();
    }

    private static Table.Builder<JsonValue> rows() {
        var table = Table.of("kinds_rows", "It's a row.", RowFinder.<JsonValue>elements());
        table.text("order", field("text", JsonValue::asText), "A text.");
        table.bigint("group", field("bigint", JsonValue::asLong), "A number.");
        table.number("limit", field("double", value -> value.asDecimal().doubleValue()), "A number.");
        table.decimal("desc", field("decimal", JsonValue::asDecimal), "An amount.");
        table.bool("at", field("bool", JsonValue::asBoolean), "Whether.");
        table.date("from", field("date", KindsCatalog::date), "A day.");
        table.timestamp("text", field("time", KindsCatalog::time), "A time.");
        table.json("id", field("json", value -> value), "Anything.");
        lists(table);
        return table;
    }

    private static void lists(Table.Builder<JsonValue> table) {
        Map<Kind, Function<JsonValue, Object>> elements = new LinkedHashMap<>();
        elements.put(Kind.TEXT, JsonValue::asText);
        elements.put(Kind.BIGINT, JsonValue::asLong);
        elements.put(Kind.DOUBLE, value -> value.asDecimal().doubleValue());
        elements.put(Kind.DECIMAL, JsonValue::asDecimal);
        elements.put(Kind.BOOLEAN, JsonValue::asBoolean);
        elements.put(Kind.DATE, KindsCatalog::date);
        elements.put(Kind.TIMESTAMP, KindsCatalog::time);
        elements.put(Kind.JSON, value -> value);
        elements.forEach((kind, element) -> {
            String name = kind.name().toLowerCase(Locale.ROOT);
            table.list(
                    kind,
                    "list_" + name,
                    field(
                            "list_" + name,
                            value -> value.elements().stream().map(element).toList()),
                    "Some.");
            table.map(
                    kind,
                    "map_" + name,
                    field(
                            "map_" + name,
                            value -> value.fields().entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey, each -> element.apply(each.getValue())))),
                    "Some.");
        });
    }

    private static LocalDate date(JsonValue value) {
        return LocalDate.parse(value.asText());
    }

    private static Instant time(JsonValue value) {
        return Instant.parse(value.asText());
    }

    private static <V> Function<JsonValue, @Nullable V> field(String name, Function<JsonValue, @Nullable V> as) {
        return row -> {
            JsonValue value = row.get(name);
            return value == null || value.isNull() ? null : as.apply(value);
        };
    }

    @Override
    protected ApiClient client(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change) {
        ClientBuilder builder = new ClientBuilder();
        settings.get("kinds", KEY).ifPresent(builder::apiKey);
        settings.get("kinds", URL).ifPresent(builder::baseUrl);
        change.accept(builder);
        return builder.build();
    }

    private static final class ClientBuilder extends AbstractClientBuilder<ClientBuilder> {
        ClientBuilder() {
            super(AuthScheme.BEARER, null);
        }

        @Override
        protected ApiProfile profile() {
            return new ApiProfile("KindsClient", "KINDS_API_KEY", "KINDS_BASE_URL");
        }

        ApiClient build() {
            return open();
        }
    }
}
