package io.github.analytics4j.catalog;

import io.github.analytics4j.error.InvalidRequestException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the settings that clients are opened with, from one place or several: {@code synthflow.api-key},
 * {@code synthflow.region}. Where several places have a setting the first one counts, for each setting by itself.
 * Immutable; it shows no value.
 */
public final class ClientSettings {
    /** ClientSettings of which none is set. */
    public static final ClientSettings NONE = new ClientSettings(List.of());

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** The mark that some editors put before the first line. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** One place: its name, the names set in it where those are known, and how a setting is found there. */
    private record Place(String name, Set<String> names, BiFunction<String, Setting, @Nullable String> values) {}

    private final List<Place> places;

    private ClientSettings(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /**
     * ClientSettings of the program's own.
     *
     * @param values by the API's name, a dot and the setting's name: {@code synthflow.api-key}
     * @return settings in which those of all APIs can be
     */
    public static ClientSettings of(Map<String, String> values) {
        return named("the program", values);
    }

    /**
     * {@return settings from environment variables, such as {@code System.getenv()}, by the names of {@link Setting#variable}}
     *
     * @param environment by the names of the variables
     */
    public static ClientSettings environment(Map<String, String> environment) {
        Map<String, String> copy = Map.copyOf(environment);
        return new ClientSettings(
                List.of(new Place("the environment", Set.of(), (api, setting) -> copy.get(setting.variable()))));
    }

    /**
     * {@return settings from a properties file in UTF-8, with the names of {@link #of}} Where the file system knows POSIX
     * permissions, nobody but the owner may have any right to the file.
     *
     * @param file read at once, and not again
     * @throws InvalidRequestException if it cannot be read, or if others may read or change it; the message says what to do
     */
    public static ClientSettings file(Path file) {
        Properties properties = new Properties();
        try {
            refuseOthers("settings file", file);
            String text = Files.readString(file, StandardCharsets.UTF_8);
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        } catch (IOException | IllegalArgumentException e) {
            String why = Files.isDirectory(file) ? "it is a folder" : why(e);
            throw new InvalidRequestException("settings file " + file, List.of("cannot be read: " + why));
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach((name, value) -> values.put((String) name, (String) value));
        return named("the file " + file, values);
    }

    /** In our own words: the exception's may repeat a line of the file, and so a key. */
    private static String why(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "it is not there";
        } else if (e instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        return e instanceof IllegalArgumentException || e instanceof CharacterCodingException
                ? "it is no properties file in UTF-8"
                : e.getClass().getSimpleName();
    }

    /**
     * Refuses a file with a secret that others than its owner may use, where the file system knows POSIX permissions.
     *
     * @param what the file is, such as {@code key file}; for the message
     * @param file looked at, and not read
     * @throws InvalidRequestException if others may read or change it; the message says what to do
     * @throws IOException if its permissions cannot be read
     */
    public static void refuseOthers(String what, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || Files.isDirectory(file)) { // a folder's rights are not the ones to change
            return;
        }
        Set<PosixFilePermission> others = new TreeSet<>(view.readAttributes().permissions());
        others.removeAll(OWNER);
        if (!others.isEmpty()) {
            throw new InvalidRequestException(
                    what + " " + file,
                    List.of("may be used by others than its owner (" + others + "): run chmod 600 " + file));
        }
    }

    private static ClientSettings named(String name, Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return new ClientSettings(
                List.of(new Place(name, copy.keySet(), (api, setting) -> copy.get(api + "." + setting.name()))));
    }

    /**
     * {@return these settings, and those of the other for each that is not set here}
     *
     * @param fallback asked for what is not set here
     */
    public ClientSettings or(ClientSettings fallback) {
        List<Place> all = new ArrayList<>(places);
        all.addAll(fallback.places);
        return new ClientSettings(all);
    }

    /**
     * {@return the value of a setting, without blanks around it; empty where it is set nowhere, or to blanks alone}
     *
     * @param api the API's name
     * @param setting of that API
     */
    public Optional<String> get(String api, Setting setting) {
        return places.stream()
                .flatMap(place -> value(place, api, setting).stream())
                .findFirst();
    }

    /**
     * {@return the one of two settings that counts where they exclude one another: the one set in the earlier place}
     *
     * @param api the API's name
     * @param one a setting
     * @param other the setting that excludes it
     * @throws InvalidRequestException if the same place sets both
     */
    public Optional<Setting> either(String api, Setting one, Setting other) {
        for (Place place : places) {
            boolean first = value(place, api, one).isPresent();
            boolean second = value(place, api, other).isPresent();
            if (first && second) {
                throw new InvalidRequestException(
                        "settings of " + api,
                        List.of(one.name() + " and " + other.name() + " exclude one another, and " + place.name()
                                + " sets both: leave one of them out"));
            } else if (first || second) {
                return Optional.of(first ? one : other);
            }
        }
        return Optional.empty();
    }

    /**
     * Hands over the value of the one of two settings that counts, by {@link #either(String, Setting, Setting)}; of none where
     * neither is set.
     *
     * @param api the API's name
     * @param one a setting
     * @param whereOne takes its value
     * @param other the setting that excludes it
     * @param whereOther takes the other's value
     */
    public void either(String api, Setting one, Consumer<String> whereOne, Setting other, Consumer<String> whereOther) {
        either(api, one, other)
                .ifPresent(setting -> (setting.equals(one) ? whereOne : whereOther)
                        .accept(get(api, setting).orElseThrow()));
    }

    private static Optional<String> value(Place place, String api, Setting setting) {
        return Optional.ofNullable(place.values().apply(api, setting))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Names each setting that is missing, has none of its values, or is no setting of that API at all. */
    List<String> mistakes(String api, List<Setting> known) {
        List<String> mistakes = new ArrayList<>();
        for (Setting each : known) {
            String value = get(api, each).orElse(null);
            if (value == null && each.required()) {
                mistakes.add(each.name() + " is missing: set " + each.variable() + " in the environment, or " + api
                        + "." + each.name() + " in a settings file");
            } else if (value != null
                    && !each.values().isEmpty()
                    && each.values().stream().noneMatch(value::equalsIgnoreCase)) {
                mistakes.add(each.name() + " must be one of " + String.join(", ", each.values()) + "; was \"" + value
                        + "\"");
            }
        }
        for (Place place : places) {
            for (String name : new TreeSet<>(place.names())) {
                if (name.startsWith(api + ".")
                        && known.stream().noneMatch(each -> name.equals(api + "." + each.name()))) {
                    mistakes.add(name + " is no setting; there are "
                            + String.join(
                                    ", ", known.stream().map(Setting::name).toList()));
                }
            }
        }
        return mistakes;
    }

    /** The places and the names set there, without any value. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("ClientSettings[");
        for (Place place : places) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : "; ").append(place.name());
            new TreeSet<>(place.names())
                    .forEach(name -> text.append(' ').append(name).append("=***"));
        }
        return text.append(']').toString();
    }

    /**
     * Something a client needs to be opened, or takes beyond that.
     *
     * @param name as in a settings file behind the API's name and a dot: {@code api-key}
     * @param variable the environment variable it is taken from
     * @param meaning what it is, in a sentence
     * @param secret whether it must not be shown
     * @param required whether a client cannot be opened without it
     * @param values the texts it can be; empty where it is free
     */
    public record Setting(
            String name, String variable, String meaning, boolean secret, boolean required, List<String> values) {

        /** Copies the list. */
        public Setting {
            values = List.copyOf(values);
        }

        /**
         * {@return the key of an API, which every one needs}
         *
         * @param variable the environment variable that has it
         */
        public static Setting apiKey(String variable) {
            return new Setting("api-key", variable, "The key that requests are sent with.", true, true, List.of());
        }

        /**
         * {@return the address that requests go to, instead of the vendor's own}
         *
         * @param variable the environment variable that has it
         * @param required whether the vendor has no address of its own
         */
        public static Setting baseUrl(String variable, boolean required) {
            return new Setting(
                    "base-url",
                    variable,
                    "The address that requests go to"
                            + (required ? "; the vendor has none of its own." : " instead of the vendor's own."),
                    false,
                    required,
                    List.of());
        }

        /**
         * {@return a setting that is one of a few names}
         *
         * @param name in the API's settings, such as {@code region}
         * @param variable the environment variable that has it
         * @param meaning a sentence, for help texts
         * @param values the names
         */
        public static Setting oneOf(String name, String variable, String meaning, List<String> values) {
            return new Setting(name, variable, meaning, false, false, values);
        }
    }
}
