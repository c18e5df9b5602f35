// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * The kind of agent that took or made a call.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class TypeOfCall extends OpenEnum<TypeOfCall.Known> {
    /** {@code inbound}. */
    public static final TypeOfCall INBOUND = new TypeOfCall("inbound", Known.INBOUND);
    /** {@code outbound}. */
    public static final TypeOfCall OUTBOUND = new TypeOfCall("outbound", Known.OUTBOUND);
    /** {@code widget}. */
    public static final TypeOfCall WIDGET = new TypeOfCall("widget", Known.WIDGET);
    static final TextValue.Type<TypeOfCall> TYPE = TextValue.Type.of(
            "TypeOfCall", text -> new TypeOfCall(text, Known.UNRECOGNIZED), INBOUND, OUTBOUND, WIDGET);

    private TypeOfCall(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static TypeOfCall of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link TypeOfCall}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link TypeOfCall#INBOUND}. */
        INBOUND,

        /** {@link TypeOfCall#OUTBOUND}. */
        OUTBOUND,

        /** {@link TypeOfCall#WIDGET}. */
        WIDGET,

        /** Any other text. */
        UNRECOGNIZED
    }
}
