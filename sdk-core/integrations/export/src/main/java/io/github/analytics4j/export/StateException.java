package io.github.analytics4j.export;

import java.io.IOException;

/** A state is there and cannot be used; the message says what to do. */
final class StateException extends IOException {
    private static final long serialVersionUID = 1;

    StateException(String message) {
        super(message);
    }
}
