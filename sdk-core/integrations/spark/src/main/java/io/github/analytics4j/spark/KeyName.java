package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Setting;
import io.github.analytics4j.catalog.Settings;
import io.github.analytics4j.error.InvalidRequestException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the place of a key, which each JVM reads for itself: options travel in plans, events and task bytes, so that a key is
 * never one.
 *
 * @param kind the kind of place
 * @param name the variable, the file or the alias; null for the variable that the API's setting names
 */
record KeyName(Kind kind, @Nullable String name) implements Serializable {

    /** The kinds of place, with the option that names one. */
    enum Kind {
        VARIABLE("keyVariable"),
        FILE("keyFile"),
        SECRET("keySecret");

        final String option;

        Kind(String option) {
            this.option = option;
        }
    }

    /** The settings that this JVM has there, the key first; nothing that an option says. */
    Settings settings(ApiCatalog api) {
        Settings environment = Settings.environment(System.getenv());
        String place = name;
        if (place == null) {
            return environment;
        }
        Settings named = switch (kind) {
            case VARIABLE -> ofKey(api, System.getenv(place));
            case FILE -> Settings.file(Path.of(place));
            case SECRET -> ofKey(api, secret(place));
        };
        if (named.get(api.name(), keyOf(api)).isEmpty()) {
            throw new InvalidRequestException(
                    "options of " + AnalyticsSource.NAME,
                    List.of(kind.option
                            + " names a place that has no key on this host: put it there on the driver and on every"
                            + " executor"));
        }
        return named.or(environment);
    }

    private static Settings ofKey(ApiCatalog api, @Nullable String key) {
        return key == null
                ? Settings.NONE
                : Settings.of(Map.of(api.name() + "." + keyOf(api).name(), key));
    }

    /** The API's setting that must not be shown. */
    static Setting keyOf(ApiCatalog api) {
        return api.settings().stream().filter(Setting::secret).findFirst().orElseThrow();
    }

    private static @Nullable String secret(String alias) {
        return null;
    }
}
