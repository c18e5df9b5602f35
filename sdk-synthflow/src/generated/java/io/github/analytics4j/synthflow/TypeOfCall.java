// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * The kind of agent that took or made a call.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class TypeOfCall implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<TypeOfCall> TYPE = TextType.of("TypeOfCall", TypeOfCall::of);

    /** {@code inbound}. */
    public static final TypeOfCall INBOUND = new TypeOfCall("inbound", Known.INBOUND);

    /** {@code outbound}. */
    public static final TypeOfCall OUTBOUND = new TypeOfCall("outbound", Known.OUTBOUND);

    /** {@code widget}. */
    public static final TypeOfCall WIDGET = new TypeOfCall("widget", Known.WIDGET);

    private final String text;

    private final Known known;

    private TypeOfCall(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static TypeOfCall of(String text) {
        return switch (text) {
            case "inbound" -> INBOUND;
            case "outbound" -> OUTBOUND;
            case "widget" -> WIDGET;
            default -> new TypeOfCall(text, Known.UNRECOGNIZED);
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
        return other instanceof TypeOfCall that && text.equals(that.text);
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
        /** {@code inbound}. */
        INBOUND,

        /** {@code outbound}. */
        OUTBOUND,

        /** {@code widget}. */
        WIDGET,

        /** Any other text, see {@link TypeOfCall#text}. */
        UNRECOGNIZED
    }
}
