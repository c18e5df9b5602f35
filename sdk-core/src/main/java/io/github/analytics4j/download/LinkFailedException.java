package io.github.analytics4j.download;

import java.io.IOException;

/** A link could not be opened; the message says why in words that show neither the link nor a key. */
public final class LinkFailedException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean mayPass;

    /**
     * For an exchange that brought no answer.
     *
     * @param mayPass false where another try cannot end otherwise
     */
    public LinkFailedException(String message, boolean mayPass, IOException cause) {
        super(message, cause);
        this.mayPass = mayPass;
    }

    boolean mayPass() {
        return mayPass;
    }
}
