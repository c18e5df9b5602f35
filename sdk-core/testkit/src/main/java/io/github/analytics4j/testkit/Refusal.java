package io.github.analytics4j.testkit;

/** A request the vendor refuses. Each vendor has its own body for it. */
final class Refusal extends RuntimeException {
    private final int status;
    private final String parameter;

    /** A refusal of the request as a whole. */
    Refusal(int status, String message) {
        this(status, message, "");
    }

    /** A refusal for the sake of one parameter. */
    Refusal(int status, String message, String parameter) {
        super(message, null, false, false);
        this.status = status;
        this.parameter = parameter;
    }

    int status() {
        return status;
    }

    String parameter() {
        return parameter;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
