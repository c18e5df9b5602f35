package io.github.analytics4j.spring;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Makes the client of an API of its properties, and lets the application change it before it is opened. */
final class ClientSetup {
    static final String PREFIX = "analytics4j.";

    private final Environment environment;
    private final ObjectProvider<ClientCustomizer> customizers;

    ClientSetup(Environment environment, ObjectProvider<ClientCustomizer> customizers) {
        this.environment = environment;
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
        // a name that is no property is a mistake where the application wrote it, and not in the environment of a
        // process
        BindHandler handler = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
        Binder binder = new Binder(withoutBlanks(), new PropertySourcesPlaceholdersResolver(environment));
        ClientProperties properties = binder.bindOrCreate(PREFIX + api, Bindable.of(ClientProperties.class), handler);
        List<String> mistakes = new ArrayList<>();
        String chooses = choice == null ? null : choice.name();
        if (!Objects.equals(chooses, "region") && properties.region() != null) {
            mistakes.add("region is no property of this API");
        }
        if (!Objects.equals(chooses, "environment") && properties.environment() != null) {
            mistakes.add("environment is no property of this API");
        }
        if (choice != null && choose(binder, PREFIX + api + "." + chooses, choice) && properties.baseUrl() != null) {
            mistakes.add(chooses + " and base-url exclude one another");
        }
        limits(properties, builder, mistakes);
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException("properties of " + PREFIX + api, mistakes);
        }
        connection(properties, builder);
    }

    private static <P> boolean choose(Binder binder, String property, Choice<P> choice) {
        return binder.bind(property, choice.places())
                .map(place -> {
                    choice.chosen().accept(place);
                    return true;
                })
                .orElse(false);
    }

    /** All properties but those that are blank, as a placeholder without a value is: they are as if nobody had set them. */
    private List<ConfigurationPropertySource> withoutBlanks() {
        Iterable<ConfigurationPropertySource> all = ConfigurationPropertySources.get(environment);
        return StreamSupport.stream(all.spliterator(), false)
                .map(source -> source.filter(name -> !isBlank(all, name)))
                .toList();
    }

    /** Whether the value that counts is blank, which is that of the first source that has one. */
    private boolean isBlank(Iterable<ConfigurationPropertySource> all, ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : all) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return property.getValue() instanceof CharSequence text
                        && !StringUtils.hasText(environment.resolvePlaceholders(text.toString()));
            }
        }
        return false;
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
