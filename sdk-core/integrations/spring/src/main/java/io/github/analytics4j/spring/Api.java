package io.github.analytics4j.spring;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The APIs that an application can have clients of, with the names of their properties; each has a module of its own. */
enum Api {
    SYNTHFLOW("SynthflowClient", "region"),
    SYNAPTIQ("SynaptiqClient", null),
    VOISNAP("VoisnapClient", "environment"),
    CALLOPS("CallOpsClient", null);

    static final String KEY = "api-key";

    private final String client;
    private final @Nullable String place;

    Api(String client, @Nullable String place) {
        this.client = client;
        this.place = place;
    }

    /** The name in properties, packages and artifacts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The client's class, which may be missing. */
    String client() {
        return "io.github.analytics4j." + word() + "." + client;
    }

    /** The name of the client's class without its package. */
    String simpleClient() {
        return client;
    }

    /** The whole name of a property. */
    String property(String name) {
        return ClientSetup.PREFIX + word() + "." + name;
    }

    /** The names of all properties, without what is before them. */
    List<String> properties() {
        return Arrays.stream(ClientProperties.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(Api::dashed)
                .filter(name -> !List.of("region", "environment").contains(name) || name.equals(place))
                .toList();
    }

    /** The API of that name. */
    static Optional<Api> of(String word) {
        return Arrays.stream(values()).filter(api -> api.word().equals(word)).findFirst();
    }

    /** The names of all APIs. */
    static List<String> words() {
        return Arrays.stream(values()).map(Api::word).toList();
    }

    /** The name that one writes for what Java calls a property. */
    static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
