// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * Kind of an event of a connection to speech to text.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class SttEventType implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<SttEventType> TYPE = TextType.of("SttEventType", SttEventType::of);

    /** {@code connection_opened}: A connection was made. */
    public static final SttEventType CONNECTION_OPENED = new SttEventType("connection_opened", Known.CONNECTION_OPENED);

    /** {@code connection_closed}: A connection was closed in order. */
    public static final SttEventType CONNECTION_CLOSED = new SttEventType("connection_closed", Known.CONNECTION_CLOSED);

    /** {@code connection_rejected}: The provider refused a connection. */
    public static final SttEventType CONNECTION_REJECTED =
            new SttEventType("connection_rejected", Known.CONNECTION_REJECTED);

    /** {@code timeout}: A connection timed out. */
    public static final SttEventType TIMEOUT = new SttEventType("timeout", Known.TIMEOUT);

    /** {@code error}: A connection failed. */
    public static final SttEventType ERROR = new SttEventType("error", Known.ERROR);

    /** {@code utterance_end_fallback}: The end of an utterance had to be found by the fallback. */
    public static final SttEventType UTTERANCE_END_FALLBACK =
            new SttEventType("utterance_end_fallback", Known.UTTERANCE_END_FALLBACK);

    private final String text;

    private final Known known;

    private SttEventType(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static SttEventType of(String text) {
        return switch (text) {
            case "connection_opened" -> CONNECTION_OPENED;
            case "connection_closed" -> CONNECTION_CLOSED;
            case "connection_rejected" -> CONNECTION_REJECTED;
            case "timeout" -> TIMEOUT;
            case "error" -> ERROR;
            case "utterance_end_fallback" -> UTTERANCE_END_FALLBACK;
            default -> new SttEventType(text, Known.UNRECOGNIZED);
        };
    }

    /** Which of the known values this is, to switch on. */
    public Known known() {
        return known;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SttEventType that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** The values known when this SDK was made. */
    public enum Known {
        /** {@code connection_opened}: A connection was made. */
        CONNECTION_OPENED,

        /** {@code connection_closed}: A connection was closed in order. */
        CONNECTION_CLOSED,

        /** {@code connection_rejected}: The provider refused a connection. */
        CONNECTION_REJECTED,

        /** {@code timeout}: A connection timed out. */
        TIMEOUT,

        /** {@code error}: A connection failed. */
        ERROR,

        /** {@code utterance_end_fallback}: The end of an utterance had to be found by the fallback. */
        UTTERANCE_END_FALLBACK,

        /** Any other text, see {@link SttEventType#text}. */
        UNRECOGNIZED
    }
}
