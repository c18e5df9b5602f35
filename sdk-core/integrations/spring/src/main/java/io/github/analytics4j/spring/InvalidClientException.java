package io.github.analytics4j.spring;

import io.github.analytics4j.error.InvalidRequestException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.PlaceholderResolutionException;

/** A client could not be made of its properties; the message names them as they are written, and not as the builder's methods. */
final class InvalidClientException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /**
     * Translates the mistakes.
     *
     * @param prefix of the client's properties
     * @param cause names what is wrong by what Java calls it
     */
    InvalidClientException(String prefix, InvalidRequestException cause) {
        super("properties of " + prefix + ": " + inProperties(cause.mistakes()), cause);
    }

    /**
     * Tells of properties that cannot be read, without a cause, whose message might have a value.
     *
     * @param mistakes names the properties, and no value
     */
    InvalidClientException(String mistakes) {
        super(mistakes);
    }

    /**
     * Tells of a placeholder that has no value, without what is around it, which may be a part of a key.
     *
     * @param property has it
     * @param placeholder is no cause of this, since its message has the property's value
     */
    InvalidClientException(String property, PlaceholderResolutionException placeholder) {
        this(property + " has a placeholder that has no value: " + placeholder.getPlaceholder());
    }

    private static String inProperties(List<String> mistakes) {
        String text = mistakes.stream()
                .map(mistake -> mistake.replaceFirst("^RetryPolicy: ", "")
                        .replaceFirst("^RateLimiter: requests\\b", "requestsPerMinute")
                        .replaceFirst(", or set \\w+ and use fromEnv\\(\\)$", "")
                        .replaceAll("\\ballowHttpTo\\(\"([^\"]*)\"\\)", "allowHttpTo=$1"))
                .collect(Collectors.joining("; "));
        for (RecordComponent property : ClientProperties.class.getRecordComponents()) {
            String name = property.getName();
            text = text.replaceAll("\\b" + name + "\\b", Api.dashed(name));
        }
        return text;
    }
}
