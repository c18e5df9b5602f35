// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Kind of an event.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class ActivityType extends OpenEnum<ActivityType.Known> {
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
    static final TextValue.Type<ActivityType> TYPE = TextValue.Type.of(
            "ActivityType",
            text -> new ActivityType(text, Known.UNRECOGNIZED),
            LEAD_CREATED,
            LEAD_QUALIFIED,
            LEAD_SCORE_CHANGED,
            CONVERSATION_STARTED,
            CONVERSATION_HANDOFF,
            CONVERSION_COMPLETED,
            INTENT_HIGH_VALUE);

    private ActivityType(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static ActivityType of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link ActivityType}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link ActivityType#LEAD_CREATED}. */
        LEAD_CREATED,

        /** {@link ActivityType#LEAD_QUALIFIED}. */
        LEAD_QUALIFIED,

        /** {@link ActivityType#LEAD_SCORE_CHANGED}. */
        LEAD_SCORE_CHANGED,

        /** {@link ActivityType#CONVERSATION_STARTED}. */
        CONVERSATION_STARTED,

        /** {@link ActivityType#CONVERSATION_HANDOFF}. */
        CONVERSATION_HANDOFF,

        /** {@link ActivityType#CONVERSION_COMPLETED}. */
        CONVERSION_COMPLETED,

        /** {@link ActivityType#INTENT_HIGH_VALUE}. */
        INTENT_HIGH_VALUE,

        /** Any other text. */
        UNRECOGNIZED
    }
}
