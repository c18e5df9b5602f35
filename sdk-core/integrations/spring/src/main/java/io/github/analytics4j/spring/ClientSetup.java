package io.github.analytics4j.spring;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Sets a client's builder up by the properties of its API, and lets the application change it. */
final class ClientSetup {
    static final String PREFIX = "analytics4j.";

    private final Environment environment;
    private final ObjectProvider<ClientCustomizer> customizers;

    ClientSetup(Environment environment, ObjectProvider<ClientCustomizer> customizers) {
        this.environment = environment;
        this.customizers = customizers;
    }

    /**
     * Sets up a client of an API that has one address.
     *
     * @throws InvalidRequestException naming every property that is wrong
     */
    <B extends AbstractClientBuilder<B>> B apply(String api, B builder) {
        return apply(api, builder, null, Object.class, place -> {});
    }

    /**
     * Sets up a client of an API that has several addresses with names.
     *
     * @param choice the property that names one of them
     * @param places the names there are
     * @param chosen takes the one
     * @throws InvalidRequestException naming every property that is wrong
     */
    <B extends AbstractClientBuilder<B>, P> B apply(
            String api, B builder, @Nullable String choice, Class<P> places, Consumer<P> chosen) {
        // a name that is no property is a mistake where the application wrote it, and not in the environment of a
        // process
        BindHandler handler = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
        Binder binder = Binder.get(environment);
        ClientProperties properties = binder.bindOrCreate(PREFIX + api, Bindable.of(ClientProperties.class), handler);
        List<String> mistakes = new ArrayList<>();
        if (!Objects.equals(choice, "region") && properties.region() != null) {
            mistakes.add("region is no property of this API");
        }
        if (!Objects.equals(choice, "environment") && properties.environment() != null) {
            mistakes.add("environment is no property of this API");
        }
        if (choice != null && environment.containsProperty(PREFIX + api + "." + choice)) {
            chosen.accept(binder.bind(PREFIX + api + "." + choice, places).get());
            if (StringUtils.hasText(properties.baseUrl())) {
                mistakes.add(choice + " and base-url exclude one another");
            }
        }
        limits(properties, builder, mistakes);
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException("properties of " + PREFIX + api, mistakes);
        }
        connection(properties, builder);
        customizers.orderedStream().forEach(each -> each.customize(api, builder));
        return builder;
    }

    private static void connection(ClientProperties properties, AbstractClientBuilder<?> builder) {
        builder.strict(properties.strict());
        properties.allowHttpTo().forEach(builder::allowHttpTo);
        set(properties.apiKey(), key -> builder.apiKey(key.strip()));
        if (StringUtils.hasText(properties.baseUrl())) {
            set(properties.baseUrl(), builder::baseUrl);
        }
        set(properties.deadline(), builder::deadline);
        set(properties.attemptTimeout(), builder::attemptTimeout);
    }

    private static void limits(ClientProperties properties, AbstractClientBuilder<?> builder, List<String> mistakes) {
        try {
            RetryPolicy retry = RetryPolicy.DEFAULT;
            Integer attempts = properties.maxAttempts();
            retry = attempts == null ? retry : retry.maxAttempts(attempts);
            builder.retry(properties.maxDelay() == null ? retry : retry.maxDelay(properties.maxDelay()));
        } catch (IllegalArgumentException e) {
            mistakes.add("max-attempts or max-delay: " + e.getMessage());
        }
        try {
            set(properties.requestsPerMinute(), requests -> builder.rateLimit(RateLimiter.perMinute(requests)));
        } catch (IllegalArgumentException e) {
            mistakes.add("requests-per-minute: " + e.getMessage());
        }
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
