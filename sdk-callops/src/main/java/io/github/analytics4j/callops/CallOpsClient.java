package io.github.analytics4j.callops;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ApiProfile;
import io.github.analytics4j.client.ClientOptions;
import io.github.analytics4j.error.InvalidRequestException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way into the CallOps API. Safe for use by several threads; the code that makes it closes it, and a program ends
 * whether or not that was done.
 */
public interface CallOpsClient extends AutoCloseable {
    /** The address of VOCALS, whose public pages describe the same API. */
    String VOCALS_BASE_URL = "https://api.usevocals.com/api/v1";

    /** {@return a builder that lacks a key and a base URL: the vendor's page names no host} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a client with the key of {@code CALLOPS_API_KEY} and the address of {@code CALLOPS_BASE_URL}: names of this
     * SDK, not of the vendor}
     */
    static CallOpsClient fromEnv() {
        return builder().fromEnv().build();
    }

    /** {@return the operations on what calls add up to} */
    AnalyticsApi analytics();

    /**
     * {@return a client with some options changed, on the same connections} It ends with this one at the latest.
     *
     * @param change gets a builder with the options of this client
     */
    CallOpsClient with(Consumer<ClientOptions.Builder> change);

    /** Ends calls in flight and refuses further ones. Can be done twice. */
    @Override
    void close();

    /** Collects what a client needs. */
    final class Builder extends AbstractClientBuilder<Builder> {
        private static final ApiProfile PROFILE =
                new ApiProfile("CallOpsClient", "CALLOPS_API_KEY", "CALLOPS_BASE_URL");

        private Builder() {
            super(AuthScheme.header("X-API-Key"), null);
        }

        /**
         * Signs in with a token in {@code Authorization: Bearer} instead of a key.
         *
         * @param token that never changes, without {@code Bearer}
         * @return this builder
         */
        public Builder bearerToken(String token) {
            return scheme(AuthScheme.BEARER).apiKey(token);
        }

        /**
         * Signs in with a token that may change.
         *
         * @param supplier called before the first request and after a 401, as that of a key
         * @return this builder
         */
        public Builder bearerToken(Supplier<String> supplier) {
            return scheme(AuthScheme.BEARER).apiKey(supplier);
        }

        /**
         * Takes from the environment what is not set here, before or after: the key of {@code CALLOPS_API_KEY}, the
         * address of {@code CALLOPS_BASE_URL}. A base URL set here is never replaced; where a key was set here and no
         * address, the environment says where it goes.
         *
         * @return this builder
         */
        public Builder fromEnv() {
            return fromEnv(System::getenv);
        }

        Builder fromEnv(UnaryOperator<@Nullable String> environment) {
            return fromEnvironment(environment);
        }

        @Override
        protected ApiProfile profile() {
            return PROFILE;
        }

        /**
         * {@return the client}
         *
         * @throws InvalidRequestException naming every mistake
         */
        public CallOpsClient build() {
            return new DefaultCallOpsClient(open());
        }

        /** Makes the parts that a client stands on, or throws one message with every mistake. */
        ApiClient api() {
            return open();
        }
    }
}
