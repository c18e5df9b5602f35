package io.github.analytics4j.synthflow;

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
 * The way into the Synthflow API. Safe for use by several threads; the code that makes it closes it, and a program ends
 * whether or not that was done.
 */
public interface SynthflowClient extends AutoCloseable {
    /** {@return a builder that lacks nothing but a key; the region is {@link Region#GLOBAL} unless set} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a client with the key of {@code SYNTHFLOW_API_KEY} and, if one of them is set, the region of {@code
     * SYNTHFLOW_REGION} or the address of {@code SYNTHFLOW_BASE_URL}}
     */
    static SynthflowClient fromEnv() {
        return builder().fromEnv().build();
    }

    /** {@return the operations on what the calls of a workspace add up to} */
    AnalyticsApi analytics();

    /** {@return the operations on the call log} */
    CallsApi calls();

    /**
     * {@return a client with some options changed, on the same connections} It ends with this one at the latest.
     *
     * @param change gets a builder with the options of this client
     */
    SynthflowClient with(Consumer<ClientOptions.Builder> change);

    /** Ends calls in flight and refuses further ones. Can be done twice. */
    @Override
    void close();

    /** Collects what a client needs. */
    final class Builder extends AbstractClientBuilder<Builder> {
        private static final ApiProfile PROFILE =
                new ApiProfile("SynthflowClient", "SYNTHFLOW_API_KEY", "SYNTHFLOW_BASE_URL");

        private Builder() {
            super(AuthScheme.BEARER, Region.GLOBAL.baseUrl());
        }

        /**
         * Sets where the workspace lives.
         *
         * @param region {@link Region#GLOBAL} unless set; not to be set behind {@code baseUrl}
         * @return this builder
         */
        public Builder region(Region region) {
            return place("region", Objects.requireNonNull(region, "region").baseUrl());
        }

        /**
         * Takes from the environment what is not set here, before or after: the key of {@code SYNTHFLOW_API_KEY}, and the
         * region of {@code SYNTHFLOW_REGION} or the address of {@code SYNTHFLOW_BASE_URL}. A region or base URL set here is never replaced; where a key was set here
         * and no address, the environment says where it goes.
         *
         * @return this builder
         */
        public Builder fromEnv() {
            return fromEnv(System::getenv);
        }

        Builder fromEnv(UnaryOperator<@Nullable String> environment) {
            return fromEnvironment(environment, "SYNTHFLOW_REGION", Region.values(), Region::baseUrl);
        }

        @Override
        protected ApiProfile profile() {
            String place = "a base URL of your own";
            for (Region region : Region.values()) {
                place = region.baseUrl().equals(address()) ? region.name() : place;
            }
            return PROFILE.withCauses(
                    Map.of(401, "the key was refused; keys belong to one region, this request went to " + place));
        }

        /**
         * {@return the client}
         *
         * @throws InvalidRequestException naming every mistake
         */
        public SynthflowClient build() {
            return new DefaultSynthflowClient(open());
        }

        /** Makes the parts that a client stands on, or throws one message with every mistake. */
        ApiClient api() {
            return open();
        }
    }
}
