package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.catalog.Parameter.Choice;
import io.github.analytics4j.catalog.RowFinder;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ApiProfile;
import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Operation;
import io.github.analytics4j.client.Operation.RequestParts;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageRequest;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An API that nobody has: what a new spec would add to the class path. */
public final class ShopCatalog extends ApiCatalog {
    private static final Setting KEY = Setting.apiKey("SHOP_API_KEY");
    private static final Setting URL = Setting.baseUrl("SHOP_BASE_URL", true);

    static final Operation<Ask, JsonValue> LIST =
            Operation.get("shop.items.list", "/items", ShopCatalog::encode).json(JsonCodecs.VALUE);
    static final Operation<Ask, JsonValue> STATS = Operation.get("shop.items.priceStats", "/stats", ShopCatalog::encode)
            .json(JsonCodecs.VALUE);

    /** Called by ServiceLoader. */
    public ShopCatalog() {
        super("shop", "Shop", "A shop that no vendor has.", List.of(KEY, URL), ShopCatalog::made);
    }

    /** Values by wire name. */
    record Ask(Map<String, Object> values) {
        Ask with(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(values);
            more.put(name, value);
            return new Ask(more);
        }

        int number(String name, int otherwise) {
            return values.get(name) instanceof Number number ? number.intValue() : otherwise;
        }
    }

    static final class Builder {
        private Ask ask = new Ask(Map.of());

        void set(String name, @Nullable Object value) {
            ask = value == null ? ask : ask.with(name, value);
        }

        Ask build() {
            return ask;
        }
    }

    private static void encode(Ask ask, RequestParts parts) {
        ask.values().forEach(parts::query);
    }

    private static List<ApiOperation> made() {
        return List.of(list(), priceStats());
    }

    private static ApiOperation list() {
        var made = ApiOperation.of(LIST, Builder::new, Builder::build);
        made.doc("Lists the items. One by one.", "https://shop.example/items");
        made.integer("limit", (b, v) -> b.set("limit", v), "Rows a page.");
        made.integer("offset", (b, v) -> b.set("offset", v), "The first row.");
        made.text("phone", (b, v) -> b.set("phone", v), "Whose items; costs 100 % of ${nothing}.");
        made.number("temperature", (b, v) -> b.set("temperature", v), "How warm.\ndegrees");
        made.choice("colour", (b, v) -> b.set("colour", v), "The colour.", Choice.of("red", "$(touch /tmp/owned)"));
        made.text("format", (b, v) -> b.set("format", v), "A parameter with the name of an option.");
        made.paged("limit", "offset");
        made.prepare((transport, ask) -> transport.prepare(LIST, ask));
        made.pages(Table.Paging.OFFSET, 20, 1000, ShopCatalog::walk);
        made.tables(() -> List.of(items()));
        return made.build();
    }

    private static ApiOperation priceStats() {
        var made = ApiOperation.of(STATS, Builder::new, Builder::build);
        made.doc("Gives prices.", "https://shop.example/stats");
        made.prepare((transport, ask) -> transport.prepare(STATS, ask));
        made.tables(() -> List.of(prices()));
        return made.build();
    }

    private static Table.Builder<JsonValue> prices() {
        var table = Table.of("shop_price_stats", "Prices.", RowFinder.<JsonValue>response());
        table.decimal("mean", field("mean", JsonValue::asDecimal), "The mean.\nEUR");
        table.text("currency", field("currency", JsonValue::asText), "The currency.");
        return table;
    }

    private static Table.Builder<JsonValue> items() {
        var table = Table.of("shop_items", "An item.", RowFinder.<JsonValue>pages());
        table.text("id", field("id", JsonValue::asText), "Its id.");
        table.text("phone", field("phone", JsonValue::asText), "Whose it is.");
        table.bigint("temperature", field("temperature", JsonValue::asLong), "How warm it is.\ndegrees");
        table.text("note", field("note", JsonValue::asText), "Anything.");
        table.id("id");
        return table;
    }

    private static <V> Function<JsonValue, @Nullable V> field(String name, Function<JsonValue, @Nullable V> as) {
        return row -> {
            JsonValue value = row.get(name);
            return value == null || value.isNull() ? null : as.apply(value);
        };
    }

    private static Paged<JsonValue> walk(Transport transport, Ask ask) {
        Map<String, String> query =
                new LinkedHashMap<>(transport.prepare(LIST, ask).query());
        query.remove("limit");
        query.remove("offset");
        return Paged.of(WalkSpec.offset(
                        "shop.items.list",
                        PageSource.of(
                                (at, canceler) -> transport.fetch(LIST, at(ask, at), canceler),
                                at -> transport.fetchAsync(LIST, at(ask, at)),
                                at -> transport.fetchAhead(LIST, at(ask, at)),
                                (at, response) -> LIST.read(response, it -> page(at, it))))
                .open(transport::check)
                .id(row -> row.get("id").asText())
                .maxPageSize(1000)
                .pageSize(ask.number("limit", 1000))
                .startOffset((long) ask.number("offset", 0))
                .query(query)
                .build());
    }

    private static Ask at(Ask ask, PageRequest at) {
        return ask.with("limit", at.limit()).with("offset", at.offset());
    }

    private static Page<JsonValue> page(PageRequest at, ApiResponse<JsonValue> response) {
        JsonValue body = response.value();
        return Page.of(at, body.get("items").elements(), body)
                .withServerTime(response.serverTime().orElse(null))
                .withTotal(body.get("total") == null ? null : body.get("total").asLong());
    }

    @Override
    protected ApiClient client(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change) {
        ClientBuilder builder = new ClientBuilder();
        settings.get("shop", KEY).ifPresent(builder::apiKey);
        settings.get("shop", URL).ifPresent(builder::baseUrl);
        change.accept(builder);
        return builder.build();
    }

    static final class ClientBuilder extends AbstractClientBuilder<ClientBuilder> {
        ClientBuilder() {
            super(AuthScheme.BEARER, null);
        }

        @Override
        protected ApiProfile profile() {
            return new ApiProfile("ShopClient", "SHOP_API_KEY", "SHOP_BASE_URL");
        }

        ApiClient build() {
            return open();
        }
    }
}
