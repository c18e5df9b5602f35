package io.github.analytics4j.codegen.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How overrides name a place of a spec: {@code GET /calls}, {@code GET /calls limit}, {@code Call} or {@code Call.duration}.
 */
final class Address {

    private Address() {}

    /** The place an address names, whether or not anything is there; null when the address itself makes no sense. */
    static @Nullable Place resolve(String address, SpecTree spec) {
        String[] words = address.split(" ", -1);
        if (words.length == 1 && !address.isEmpty()) {
            return schema(address);
        }
        if (words.length > 3 || !words[0].matches("GET|POST|PUT|PATCH|DELETE")) {
            return null;
        }
        Place operation = Place.of("paths", words[1], words[0].toLowerCase(Locale.ROOT));
        return words.length == 2 ? operation : parameter(spec, operation.child("parameters"), words[2]);
    }

    private static Place schema(String address) {
        int dot = address.indexOf('.');
        Place schemas = Place.of("components", "schemas");
        return dot < 0
                ? schemas.child(address)
                : schemas.child(address.substring(0, dot), "properties", address.substring(dot + 1));
    }

    private static Place parameter(SpecTree spec, Place parameters, String name) {
        if (spec.get(parameters) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> parameter && name.equals(parameter.get("name"))) {
                    return parameters.child(String.valueOf(i));
                }
            }
        }
        return parameters.child(name);
    }
}
