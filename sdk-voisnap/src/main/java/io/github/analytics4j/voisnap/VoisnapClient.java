package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ApiProfile;
import io.github.analytics4j.client.ClientOptions;
import io.github.analytics4j.error.InvalidRequestException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way into the Voisnap API. Safe for use by several threads; the code that makes it closes it, and a program ends
 * whether or not that was done.
 */
public interface VoisnapClient extends AutoCloseable {
    /** {@return a builder that lacks nothing but a key; requests go to {@link Environment#PRODUCTION} unless set} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a client with the key of {@code VOISNAP_API_KEY} and, if one of them is set, the environment of {@code
     * VOISNAP_ENVIRONMENT} or the address of {@code VOISNAP_BASE_URL}, names of this SDK}
     */
    static VoisnapClient fromEnv() {
        return builder().fromEnv().build();
    }

    /** {@return the operations on what conversations add up to} */
    AnalyticsApi analytics();

    /** {@return reports, made on demand and fetched as files} */
    Reports reports();

    /**
     * {@return a client with some options changed, on the same connections} It ends with this one at the latest.
     *
     * @param change gets a builder with the options of this client
     */
    VoisnapClient with(Consumer<ClientOptions.Builder> change);

    /** Ends calls in flight and refuses further ones. Can be done twice. */
    @Override
    void close();

    /** Collects what a client needs. */
    final class Builder extends AbstractClientBuilder<Builder> {
        private static final ApiProfile PROFILE = new ApiProfile(
                "VoisnapClient",
                "VOISNAP_API_KEY",
                "VOISNAP_BASE_URL",
                Map.of(
                        401,
                        "the key was refused; production and sandbox have keys of their own",
                        403,
                        "the key may not do this; analytics and reports need a key"
                                + " with the scope analytics:read"));

        private Builder() {
            super(AuthScheme.BEARER, Environment.PRODUCTION.baseUrl());
        }

        /**
         * Sets where requests go.
         *
         * @param environment {@link Environment#PRODUCTION} unless set; not to be set behind {@code baseUrl}
         * @return this builder
         */
        public Builder environment(Environment environment) {
            return place(
                    "environment",
                    Objects.requireNonNull(environment, "environment").baseUrl());
        }

        /** The operations' paths begin at the host, whichever of the two forms in use was given. */
        @Override
        protected String tidy(String url) {
            String trimmed = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            return trimmed.endsWith("/api/v1") ? trimmed.substring(0, trimmed.length() - "/api/v1".length()) : url;
        }

        /**
         * Takes from the environment what is not set here, before or after: the key of {@code VOISNAP_API_KEY}, and the
         * environment of {@code VOISNAP_ENVIRONMENT} or the address of {@code VOISNAP_BASE_URL}. An environment or base URL set here is never replaced; where a key was set
         * here and no address, the environment says where it goes.
         *
         * @return this builder
         */
        public Builder fromEnv() {
            return fromEnv(System::getenv);
        }

        Builder fromEnv(UnaryOperator<@Nullable String> environment) {
            return fromEnvironment(environment, "VOISNAP_ENVIRONMENT", Environment.values(), Environment::baseUrl);
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
        public VoisnapClient build() {
            return new DefaultVoisnapClient(open());
        }

        /** Makes the parts that a client stands on, or throws one message with every mistake. */
        ApiClient api() {
            return open();
        }
    }
}
