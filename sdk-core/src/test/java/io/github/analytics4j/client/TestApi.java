package io.github.analytics4j.client;

import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.Operation.RequestParts;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.json.JsonCodecs;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small API for tests: numbers by name come back from every operation. */
public final class TestApi {
    public static final String KEY = "sk_canary_4711";
    public static final String GOOD = "{\"total\":3}";
    public static final Map<String, Long> VALUE = Map.of("total", 3L);

    public static final Operation<Ask, Map<String, Long>> GET = Operation.get(
                    "test.things.list", "/things/", TestApi::encode)
            .group("things")
            .json(JsonCodecs.map(JsonCodecs.LONG));

    public static final Operation<Ask, Map<String, Long>> GET_ONE =
            Operation.get("test.things.get", "/things/{id}", TestApi::encode).json(JsonCodecs.map(JsonCodecs.LONG));

    public static final Operation<Ask, Map<String, Long>> POST =
            Operation.post("test.things.create", "/things", TestApi::encodeBody).json(JsonCodecs.map(JsonCodecs.LONG));

    public static final Operation<Ask, Download> FILE = Operation.get(
                    "test.things.file", "/things/{id}/file", TestApi::encode)
            .streamed(Download::of);

    private TestApi() {}

    /** What every operation is asked with. */
    public record Ask(String id, Map<String, Object> query, RequestOptions options) {
        public static final Ask NOTHING = new Ask("t-1", Map.of(), RequestOptions.NONE);

        public Ask with(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(query);
            more.put(name, value);
            return new Ask(id, more, options);
        }

        public Ask with(RequestOptions other) {
            return new Ask(id, query, other);
        }
    }

    private static void encode(Ask ask, RequestParts parts) {
        ask.query().forEach(parts::query);
        parts.path("id", ask.id()).options(ask.options());
    }

    private static void encodeBody(Ask ask, RequestParts parts) {
        parts.jsonBody(JsonCodecs.STRING, ask.id()).options(ask.options());
    }

    /** A builder of a client for it; nothing but the address lacks. */
    public static Builder client(String url) {
        return new Builder().baseUrl(url).apiKey(KEY);
    }

    /** The builder as an API module would have it. */
    public static final class Builder extends AbstractClientBuilder<Builder> {
        private Map<Integer, String> causes = Map.of();

        public Builder() {
            super(AuthScheme.BEARER, null);
        }

        public Builder causes(Map<Integer, String> causes) {
            this.causes = causes;
            return this;
        }

        @Override
        public Builder scheme(AuthScheme scheme) {
            return super.scheme(scheme);
        }

        public Builder fromEnv(Map<String, String> environment) {
            return fromEnvironment(environment::get);
        }

        @Override
        protected ApiProfile profile() {
            return new ApiProfile("TestClient", "TEST_API_KEY", "TEST_BASE_URL", causes);
        }

        public ApiClient build() {
            return open();
        }
    }
}
