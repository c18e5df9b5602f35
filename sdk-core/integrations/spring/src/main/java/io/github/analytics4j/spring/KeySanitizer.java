package io.github.analytics4j.spring;

import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Masks the keys of the APIs in the actuator's endpoints, by their names as properties and in the environment. A value that sets
 * such a name itself is masked whole: {@code SPRING_APPLICATION_JSON}, options of Java, the words that started the process.
 */
final class KeySanitizer implements SanitizingFunction {
    private static final String API = "(" + String.join("|", Api.words()) + ")[._-]";

    private static final Pattern KEY = Pattern.compile("(?i)(analytics4j[._].*|" + API + ")api[._-]?key");

    /** A name with something set to it: in JSON the parts stand apart, between quotes and braces. */
    private static final Pattern SETS_KEY =
            Pattern.compile("(?is)(\\banalytics4j\\b.*|\\banalytics4j_.*|" + API + ")api[._-]?key[\"']?\\s*[=:]");

    @Override
    public SanitizableData apply(SanitizableData data) {
        boolean named = KEY.matcher(data.getKey()).find();
        return named
                        || (data.getValue() instanceof CharSequence text
                                && SETS_KEY.matcher(text).find())
                ? data.withSanitizedValue()
                : data;
    }
}
