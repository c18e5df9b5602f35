// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * Kind of an event.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class ActivityType implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<ActivityType> TYPE = TextType.of("ActivityType", ActivityType::of);

    /** {@code lead.created}: A lead was captured. */
    public static final ActivityType LEAD_CREATED = new ActivityType("lead.created", Known.LEAD_CREATED);

    /** {@code lead.qualified}: A lead became qualified. */
    public static final ActivityType LEAD_QUALIFIED = new ActivityType("lead.qualified", Known.LEAD_QUALIFIED);

    /** {@code lead.score_changed}: A lead's score moved markedly, up or down. */
    public static final ActivityType LEAD_SCORE_CHANGED =
            new ActivityType("lead.score_changed", Known.LEAD_SCORE_CHANGED);

    /** {@code conversation.started}: A conversation began. */
    public static final ActivityType CONVERSATION_STARTED =
            new ActivityType("conversation.started", Known.CONVERSATION_STARTED);

    /** {@code conversation.handoff}: A conversation was handed to a person. */
    public static final ActivityType CONVERSATION_HANDOFF =
            new ActivityType("conversation.handoff", Known.CONVERSATION_HANDOFF);

    /** {@code conversion.completed}: A lead bought. */
    public static final ActivityType CONVERSION_COMPLETED =
            new ActivityType("conversion.completed", Known.CONVERSION_COMPLETED);

    /** {@code intent.high_value}: A visitor showed that they may buy much. */
    public static final ActivityType INTENT_HIGH_VALUE = new ActivityType("intent.high_value", Known.INTENT_HIGH_VALUE);

    private final String text;

    private final Known known;

    private ActivityType(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static ActivityType of(String text) {
        return switch (text) {
            case "lead.created" -> LEAD_CREATED;
            case "lead.qualified" -> LEAD_QUALIFIED;
            case "lead.score_changed" -> LEAD_SCORE_CHANGED;
            case "conversation.started" -> CONVERSATION_STARTED;
            case "conversation.handoff" -> CONVERSATION_HANDOFF;
            case "conversion.completed" -> CONVERSION_COMPLETED;
            case "intent.high_value" -> INTENT_HIGH_VALUE;
            default -> new ActivityType(text, Known.UNRECOGNIZED);
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
        return other instanceof ActivityType that && text.equals(that.text);
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
        /** {@code lead.created}: A lead was captured. */
        LEAD_CREATED,

        /** {@code lead.qualified}: A lead became qualified. */
        LEAD_QUALIFIED,

        /** {@code lead.score_changed}: A lead's score moved markedly, up or down. */
        LEAD_SCORE_CHANGED,

        /** {@code conversation.started}: A conversation began. */
        CONVERSATION_STARTED,

        /** {@code conversation.handoff}: A conversation was handed to a person. */
        CONVERSATION_HANDOFF,

        /** {@code conversion.completed}: A lead bought. */
        CONVERSION_COMPLETED,

        /** {@code intent.high_value}: A visitor showed that they may buy much. */
        INTENT_HIGH_VALUE,

        /** Any other text, see {@link ActivityType#text}. */
        UNRECOGNIZED
    }
}
