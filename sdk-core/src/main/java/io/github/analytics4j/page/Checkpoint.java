package io.github.analytics4j.page;

/** Where a walk stands, as a small text that another process can resume from. */
public final class Checkpoint {

    private final String text;

    private Checkpoint(String text) {
        this.text = text;
    }

    /** Reads what {@link #text()} wrote; anything else is a WalkException that names the line. */
    public static Checkpoint parse(String text) {
        return new Checkpoint(text);
    }

    /** The checkpoint as a few readable lines. */
    public String text() {
        return text;
    }
}
