package io.github.analytics4j.download;

/** A link that will not be followed, and why; the message is fit to be shown. */
final class BadLinkException extends Exception {
    private static final long serialVersionUID = 1L;

    BadLinkException(String message) {
        super(message);
    }
}
