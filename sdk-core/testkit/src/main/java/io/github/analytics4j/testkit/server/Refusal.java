package io.github.analytics4j.testkit.server;

/** A request the vendor refuses. Each vendor has its own body for it. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String parameter;

    /** A refusal of the request as a whole. */
    public Refusal(int status, String message) {
        this(status, message, "");
    }

    /** A refusal for the sake of one parameter. */
    public Refusal(int status, String message, String parameter) {
        super(message, null, false, false);
        this.status = status;
        this.parameter = parameter;
    }

    public int status() {
        return status;
    }

    public String parameter() {
        return parameter;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
