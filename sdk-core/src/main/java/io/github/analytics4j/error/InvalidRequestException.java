package io.github.analytics4j.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request was refused before anything was sent; the message names every mistake. */
public final class InvalidRequestException extends SdkException {

    private static final long serialVersionUID = 1;

    /** Each mistake on its own. */
    private final List<String> mistakes;

    /**
     * Joins the mistakes into one message.
     *
     * @param what the request or setting that is wrong, such as {@code ListCallsRequest}
     * @param mistakes one clause each, such as {@code modelId is missing}
     */
    public InvalidRequestException(String what, List<String> mistakes) {
        this(what + ": " + String.join("; ", mistakes), List.copyOf(mistakes), null);
    }

    private InvalidRequestException(String message, List<String> mistakes, @Nullable Throwable cause) {
        super(message, cause);
        this.mistakes = mistakes;
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new InvalidRequestException("" + getMessage(), mistakes, cause);
    }

    /** {@return each mistake on its own, in the order of the request's fields} */
    public List<String> mistakes() {
        return mistakes;
    }
}
