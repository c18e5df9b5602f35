package io.github.analytics4j.spring;

import io.github.analytics4j.catalog.ApiCatalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.StringUtils;

/**
 * Looks over the names of all properties under {@code analytics4j.} before any bean is made, whether or not there will be a client. A
 * name that is no property is a mistake where the application wrote it, and not in the environment of a process. No message has a
 * value.
 */
final class PropertyCheck implements BeanFactoryPostProcessor {
    private static final Log LOG = LogFactory.getLog(PropertyCheck.class);
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("analytics4j");
    private static final UnboundElementsSourceFilter WRITTEN = new UnboundElementsSourceFilter();

    private final Environment environment;
    private final Iterable<ConfigurationPropertySource> sources;

    PropertyCheck(Environment environment) {
        this.environment = environment;
        this.sources = environment instanceof ConfigurableEnvironment its
                ? ConfigurationPropertySources.from(its.getPropertySources())
                : List.of();
    }

    /**
     * Ends the start where a name is wrong.
     *
     * @throws InvalidClientException naming all such, where they stand and what is near them
     */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> mistakes = new ArrayList<>();
        Set<ConfigurationPropertyName> seen = new HashSet<>();
        for (ConfigurationPropertySource source : sources) {
            if (source instanceof IterableConfigurationPropertySource names && WRITTEN.apply(source)) {
                names.stream()
                        .filter(name -> ROOT.isAncestorOf(name) && seen.add(name) && !isBlank(name))
                        .forEach(name -> {
                            if (!isKnown(name)) {
                                mistakes.add(unknown(name, source.getConfigurationProperty(name)));
                            } else {
                                warnOfMissingModule(name, beans.getBeanClassLoader());
                            }
                        });
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidClientException(String.join("; ", mistakes));
        }
    }

    /** All properties but those that are blank, as a placeholder without a value is: they are as if nobody had set them. */
    List<ConfigurationPropertySource> withoutBlanks() {
        return StreamSupport.stream(sources.spliterator(), false)
                .map(source -> source.filter(name -> !isBlank(name)))
                .toList();
    }

    /** Whether the value that counts is blank, which is that of the first source that has one. */
    private boolean isBlank(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return property.getValue() instanceof CharSequence text && isBlank(text.toString());
            }
        }
        return false;
    }

    private boolean isBlank(String text) {
        try {
            return !StringUtils.hasText(environment.resolvePlaceholders(text));
        } catch (PlaceholderResolutionException e) {
            return false; // it leads back to itself, which its reader says
        }
    }

    private static boolean isKnown(ConfigurationPropertyName name) {
        int last = name.getNumberOfElements() - 1;
        boolean element = last == 3 && name.isNumericIndex(last);
        return Api.of(name.getElement(1, Form.UNIFORM))
                .filter(api -> element
                        ? isProperty(api, "allow-http-to", name.getParent())
                        : api.properties().stream().anyMatch(each -> isProperty(api, each, name)))
                .isPresent();
    }

    private static boolean isProperty(Api api, String property, ConfigurationPropertyName name) {
        return ConfigurationPropertyName.of(api.property(property)).equals(name);
    }

    private static void warnOfMissingModule(ConfigurationPropertyName name, @Nullable ClassLoader loader) {
        Api.of(name.getElement(1, Form.UNIFORM))
                .filter(api -> isProperty(api, Api.KEY, name) && !ClassUtils.isPresent(api.client(), loader))
                .ifPresent(api -> LOG.warn(api.property(Api.KEY) + " is set, and there is no client of " + api.word()
                        + ": its module is not on the class path. Add io.github.analytics4j:analytics4j-"
                        + api.word()));
    }

    private static String unknown(ConfigurationPropertyName name, @Nullable ConfigurationProperty property) {
        StringBuilder written = new StringBuilder("analytics4j");
        for (int i = 1; i < name.getNumberOfElements(); i++) {
            String element = name.getElement(i, Form.ORIGINAL);
            written.append(name.isNumericIndex(i) ? "[" + element + "]" : "." + element);
        }
        String place = property == null ? "" : place(property.getOrigin());
        return written + " is no property" + place + hint(name);
    }

    /** The file and its line, or the source that is no file. */
    private static String place(@Nullable Origin origin) {
        if (origin == null) {
            return "";
        }
        return origin instanceof PropertySourceOrigin from && from.getOrigin() == null
                ? " (" + from.getPropertySource().getName() + ")"
                : " (" + origin + ")";
    }

    private static String hint(ConfigurationPropertyName name) {
        Optional<Api> api = ApiCatalog.nearest(element(name, 1), Api.words()).flatMap(Api::of);
        if (api.isEmpty()) {
            return "; after analytics4j. come " + String.join(", ", Api.words());
        }
        List<String> properties = api.get().properties();
        return near(name, properties)
                .map(near -> "; did you mean " + api.get().property(near) + "?")
                .orElseGet(() -> "; after " + api.get().property("") + " come " + String.join(", ", properties));
    }

    /** The property that was meant: the whole rest may be its name, or the first part of it, or the end of its name. */
    private static Optional<String> near(ConfigurationPropertyName name, List<String> properties) {
        if (name.getNumberOfElements() < 3) {
            return Optional.empty();
        }
        String first = element(name, 2);
        String rest = String.join(
                "-",
                IntStream.range(2, name.getNumberOfElements())
                        .mapToObj(i -> element(name, i))
                        .toList());
        return ApiCatalog.nearest(rest, properties)
                .or(() -> ApiCatalog.nearest(first, properties))
                .or(() -> properties.stream()
                        .filter(each -> each.endsWith("-" + first))
                        .findFirst());
    }

    private static String element(ConfigurationPropertyName name, int index) {
        return name.getElement(index, Form.ORIGINAL).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
