package io.github.analytics4j.spring;

import io.github.analytics4j.error.InvalidRequestException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

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

    /** Never null. */
    @Override
    public synchronized Throwable getCause() {
        return Objects.requireNonNull(super.getCause());
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
            text = text.replaceAll(
                    "\\b" + name + "\\b", name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
        }
        return text;
    }
}
