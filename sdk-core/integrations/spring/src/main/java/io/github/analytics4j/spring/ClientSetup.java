package io.github.analytics4j.spring;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;

/** Makes the client of an API of its properties, and lets the application change it before it is opened. */
final class ClientSetup {
    static final String PREFIX = "analytics4j.";

    private final Environment environment;
    private final PropertyCheck check;
    private final ObjectProvider<ClientCustomizer> customizers;

    ClientSetup(Environment environment, PropertyCheck check, ObjectProvider<ClientCustomizer> customizers) {
        this.environment = environment;
        this.check = check;
        this.customizers = customizers;
    }

    /**
     * The property of an API that names one of its addresses.
     *
     * @param name of the property
     * @param places the addresses there are, by name
     * @param chosen takes the one
     */
    record Choice<P>(String name, Class<P> places, Consumer<P> chosen) {}

    /**
     * Makes a client.
     *
     * @param choice null for an API that has one address
     * @throws InvalidClientException naming every property that is wrong
     */
    <B extends AbstractClientBuilder<B>, C> C client(
            String api, B builder, @Nullable Choice<?> choice, Function<B, C> build) {
        try {
            apply(api, builder, choice);
        } catch (InvalidRequestException e) {
            throw new InvalidClientException(PREFIX + api, e);
        }
        customizers.orderedStream().forEach(each -> each.customize(api, builder));
        try {
            return build.apply(builder);
        } catch (InvalidRequestException e) {
            throw new InvalidClientException(PREFIX + api, e);
        }
    }

    private void apply(String api, AbstractClientBuilder<?> builder, @Nullable Choice<?> choice) {
        Binder binder = new Binder(check.withoutBlanks(), this::resolved);
        ClientProperties properties = properties(binder, PREFIX + api);
        List<String> mistakes = new ArrayList<>();
        if (choice != null
                && choose(binder, PREFIX + api + "." + choice.name(), choice)
                && properties.baseUrl() != null) {
            mistakes.add(choice.name() + " and base-url exclude one another");
        }
        limits(properties, builder, mistakes);
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException("properties of " + PREFIX + api, mistakes);
        }
        connection(properties, builder);
    }

    /** The value with what its placeholders stand for; Spring's own resolver leaves one that has no value as it is written. */
    private @Nullable Object resolved(@Nullable Object value) {
        return value instanceof String text ? environment.resolveRequiredPlaceholders(text) : value;
    }

    /** Reads the properties. Spring tells what is wrong with its value, but for values that nobody is to see. */
    private static ClientProperties properties(Binder binder, String prefix) {
        try {
            return binder.bindOrCreate(prefix, ClientProperties.class);
        } catch (BindException e) {
            throw told(e);
        }
    }

    private static RuntimeException told(BindException e) {
        if (e.getCause() instanceof UnboundConfigurationPropertiesException) {
            return new InvalidClientException(e.getName() + " must count its elements from [0] on, without a gap");
        } else if (e.getCause() instanceof PlaceholderResolutionException placeholder) {
            return new InvalidClientException(e.getName().toString(), placeholder);
        }
        return e;
    }

    private static <P> boolean choose(Binder binder, String property, Choice<P> choice) {
        try {
            return binder.bind(property, choice.places())
                    .map(place -> {
                        choice.chosen().accept(place);
                        return true;
                    })
                    .orElse(false);
        } catch (BindException e) {
            throw told(e);
        }
    }

    private static void connection(ClientProperties properties, AbstractClientBuilder<?> builder) {
        builder.strict(properties.strict());
        properties.allowHttpTo().forEach(builder::allowHttpTo);
        set(properties.apiKey(), key -> builder.apiKey(key.strip()));
        set(properties.baseUrl(), builder::baseUrl);
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
            mistakes.add("" + e.getMessage());
        }
        try {
            set(properties.requestsPerMinute(), requests -> builder.rateLimit(RateLimiter.perMinute(requests)));
        } catch (IllegalArgumentException e) {
            mistakes.add("" + e.getMessage());
        }
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
