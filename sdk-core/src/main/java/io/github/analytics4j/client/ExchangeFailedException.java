package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.io.IOException;

/**
 * A host other than the API gave no response; the message says why in words that show neither the URL nor a key.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class ExchangeFailedException extends IOException {
    private static final long serialVersionUID = 1;

    /** Whether another attempt may go well. */
    private final boolean mayPass;

    ExchangeFailedException(String message, boolean mayPass, IOException cause) {
        super(message, cause);
        this.mayPass = mayPass;
    }

    /** Whether another attempt may end otherwise. */
    public boolean mayPass() {
        return mayPass;
    }
}
