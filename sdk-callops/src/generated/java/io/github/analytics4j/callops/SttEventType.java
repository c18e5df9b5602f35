// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Kind of an event of a connection to speech to text.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class SttEventType extends OpenEnum<SttEventType.Known> {
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

    static final TextValue.Type<SttEventType> TYPE = TextValue.Type.of(
            "SttEventType",
            text -> new SttEventType(text, Known.UNRECOGNIZED),
            CONNECTION_OPENED,
            CONNECTION_CLOSED,
            CONNECTION_REJECTED,
            TIMEOUT,
            ERROR,
            UTTERANCE_END_FALLBACK);

    private SttEventType(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static SttEventType of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link SttEventType}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link SttEventType#CONNECTION_OPENED}. */
        CONNECTION_OPENED,

        /** {@link SttEventType#CONNECTION_CLOSED}. */
        CONNECTION_CLOSED,

        /** {@link SttEventType#CONNECTION_REJECTED}. */
        CONNECTION_REJECTED,

        /** {@link SttEventType#TIMEOUT}. */
        TIMEOUT,

        /** {@link SttEventType#ERROR}. */
        ERROR,

        /** {@link SttEventType#UTTERANCE_END_FALLBACK}. */
        UTTERANCE_END_FALLBACK,

        /** Any other text. */
        UNRECOGNIZED
    }
}
