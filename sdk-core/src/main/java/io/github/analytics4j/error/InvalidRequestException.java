package io.github.analytics4j.error;

import java.util.List;

/** A request was refused before anything was sent; the message names every mistake. */
public final class InvalidRequestException extends SdkException {

    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    /**
     * Joins the mistakes into one message.
     *
     * @param what the request or setting that is wrong, such as {@code ListCallsRequest}
     */
    public InvalidRequestException(String what, List<String> mistakes) {
        super(what + ": " + String.join("; ", mistakes), null);
        this.mistakes = List.copyOf(mistakes);
    }

    /** Each mistake on its own, in the order of the request's fields. */
    public List<String> mistakes() {
        return mistakes;
    }
}
