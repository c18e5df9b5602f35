package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ApiProfile;
import io.github.analytics4j.client.ClientOptions;
import io.github.analytics4j.error.InvalidRequestException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way into the Synaptiq API. Safe for use by several threads; the code that makes it closes it, and a program ends
 * whether or not that was done.
 */
public interface SynaptiqClient extends AutoCloseable {
    /** {@return a builder that lacks nothing but a key} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a client with the key of {@code SYNAPTIQ_API_KEY} and, if set, the address of {@code SYNAPTIQ_BASE_URL}:
     * names of this SDK, not of the vendor}
     */
    static SynaptiqClient fromEnv() {
        return builder().fromEnv().build();
    }

    /** {@return the operations on overview, funnel and activity} */
    AnalyticsApi analytics();

    /**
     * {@return a client with some options changed, on the same connections} It ends with this one at the latest.
     *
     * @param change gets a builder with the options of this client
     */
    SynaptiqClient with(Consumer<ClientOptions.Builder> change);

    /** Ends calls in flight and refuses further ones. Can be done twice. */
    @Override
    void close();

    /** Collects what a client needs. */
    final class Builder extends AbstractClientBuilder<Builder> {
        private static final ApiProfile PROFILE = new ApiProfile(
                "SynaptiqClient",
                "SYNAPTIQ_API_KEY",
                "SYNAPTIQ_BASE_URL",
                Map.of(403, "the key may not do this; analytics need a key with the scope read"));

        private Builder() {
            super(AuthScheme.BEARER, "https://synaptiqintel.com/api/v1");
        }

        /**
         * Takes from the environment what is not set here, before or after: the key of {@code SYNAPTIQ_API_KEY}, the
         * address of {@code SYNAPTIQ_BASE_URL}. A base URL set here is never replaced; where a key was set here and no
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
        public SynaptiqClient build() {
            return new DefaultSynaptiqClient(open());
        }

        /** Makes the parts that a client stands on, or throws one message with every mistake. */
        ApiClient api() {
            return open();
        }
    }
}
