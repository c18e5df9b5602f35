package io.github.analytics4j.download;

import java.io.IOException;

/** The connection broke under the body: what is there is good, and another connection may bring the rest. */
final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final IOException trouble;

    SourceException(IOException trouble) {
        super(trouble);
        this.trouble = trouble;
    }

    IOException trouble() {
        return trouble;
    }
}
