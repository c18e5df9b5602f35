package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;

/**
 * Names the place of a key, which each JVM reads for itself: options travel in plans, events and task bytes, so that a key is
 * never one. What a user gives for a name may be a key by mistake, so that no message repeats it.
 *
 * @param kind the kind of place
 * @param name the variable, the file or the alias; null for the variable that the API's setting names
 */
record KeyName(Kind kind, @Nullable String name) implements Serializable {

    /** Names under which users look for a place for their key. */
    private static final Set<String> KEYS =
            Set.of("apikey", "key", "token", "accesstoken", "secret", "password", "bearer");

    /** Why an option that looks like a key is refused, behind its name. */
    static final String REFUSAL =
            " is refused: options show in plans, event logs and the UI; put the key into an environment variable of the"
                    + " driver and the executors, and name that with keyVariable, or a file with keyFile, or an alias of Hadoop's"
                    + " credential providers with keySecret";

    /** The kinds of place, with the option that names one. */
    enum Kind {
        /** An environment variable. */
        VARIABLE("keyVariable", "a variable of this name is not set, or blank, in the environment"),
        /** A file of settings, which nobody but its owner may read. */
        FILE("keyFile", "the file has no setting of the API's key"),
        /** An alias of Hadoop's credential providers. */
        SECRET("keySecret", "no provider of hadoop.security.credential.provider.path has this alias");

        final String option;
        private final String empty;

        Kind(String option, String empty) {
            this.option = option;
            this.empty = empty;
        }
    }

    /** The place that the options name; the variable of the API's setting if they name none. */
    static KeyName of(OptionTexts options) {
        KeyName name = null;
        for (Kind each : Kind.values()) {
            String text = options.take(each.option);
            if (text != null && name != null) {
                options.mistakes().add(name.kind.option + " and " + each.option + " exclude one another");
            } else if (text != null && text.isBlank()) {
                options.mistakes().add(each.option + " is blank: it names where the key is");
            } else if (text != null) {
                name = new KeyName(each, text.strip());
            }
        }
        return name == null ? new KeyName(Kind.VARIABLE, null) : name;
    }

    /** Whether an option of that name, in lower case without hyphens, looks like a key. */
    static boolean isKey(String option) {
        return KEYS.stream().anyMatch(each -> option.equals(each) || option.endsWith("." + each));
    }

    /**
     * The settings that this JVM has there, the key first; those of the environment behind them.
     *
     * @throws io.github.analytics4j.error.InvalidRequestException if there is no key
     */
    ClientSettings settings(ApiCatalog api) {
        ClientSettings environment = ClientSettings.environment(System.getenv());
        String place = name;
        if (place == null) {
            return environment; // opening a client says which variable is missing
        }
        ClientSettings named = switch (kind) {
            case VARIABLE -> ofKey(api, System.getenv(place));
            case FILE -> file(place);
            case SECRET -> ofKey(api, secret(place));
        };
        if (named.get(api.name(), keyOf(api)).isEmpty()) {
            throw ReadOptions.refused(List.of(kind.option + ": " + kind.empty
                    + " on this host; it must be there on the driver and on every executor"));
        }
        return named.or(environment);
    }

    private static ClientSettings ofKey(ApiCatalog api, @Nullable String key) {
        return key == null
                ? ClientSettings.NONE
                : ClientSettings.of(Map.of(api.name() + "." + keyOf(api).name(), key));
    }

    /** The API's setting that must not be shown. */
    private static Setting keyOf(ApiCatalog api) {
        return api.settings().stream().filter(Setting::secret).findFirst().orElseThrow();
    }

    /** A file that is there, or a path at least: the message of one that cannot be read has its name. */
    private static ClientSettings file(String place) {
        Path file = Path.of(place);
        if (file.getNameCount() < 2 && !Files.exists(file)) {
            throw ReadOptions.refused(List.of("keyFile: there is no such file on this host; give its whole path"));
        }
        return ClientSettings.file(file);
    }

    private static @Nullable String secret(String alias) {
        SparkEnv spark = SparkEnv.get();
        Configuration hadoop =
                spark == null ? new Configuration() : SparkHadoopUtil.get().newConfiguration(spark.conf());
        try {
            hadoop.setBoolean(
                    "hadoop.security.credential.clear-text-fallback", false); // a key in plain settings is none
            char[] key = hadoop.getPassword(alias);
            return key == null ? null : new String(key);
        } catch (IOException e) {
            throw ReadOptions.refused(
                    List.of("keySecret: a provider of hadoop.security.credential.provider.path cannot be read ("
                            + e.getClass().getSimpleName() + ")"));
        }
    }
}
