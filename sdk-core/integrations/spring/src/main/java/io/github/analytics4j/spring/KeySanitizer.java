package io.github.analytics4j.spring;

import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/** Masks the keys of the APIs in the actuator's endpoints, by their names as properties and in the environment. */
final class KeySanitizer implements SanitizingFunction {
    private static final Pattern KEY =
            Pattern.compile("(?i)(analytics4j[._].*|(synthflow|synaptiq|voisnap|callops)[._-])api[._-]?key");

    @Override
    public SanitizableData apply(SanitizableData data) {
        return KEY.matcher(data.getKey()).find() ? data.withSanitizedValue() : data;
    }
}
