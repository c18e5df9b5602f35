// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * How a lead came into the account.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class LeadSource extends OpenEnum<LeadSource.Known> {
    /** {@code chat}: Captured in a chat. */
    public static final LeadSource CHAT = new LeadSource("chat", Known.CHAT);
    /** {@code api}: Created through the API. */
    public static final LeadSource API = new LeadSource("api", Known.API);
    /** {@code import}: Imported from a file or another system. */
    public static final LeadSource IMPORT = new LeadSource("import", Known.IMPORT);
    /** {@code form}: Filled in a form. */
    public static final LeadSource FORM = new LeadSource("form", Known.FORM);
    static final TextValue.Type<LeadSource> TYPE =
            TextValue.Type.of("LeadSource", text -> new LeadSource(text, Known.UNRECOGNIZED), CHAT, API, IMPORT, FORM);

    private LeadSource(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static LeadSource of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link LeadSource}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link LeadSource#CHAT}. */
        CHAT,

        /** {@link LeadSource#API}. */
        API,

        /** {@link LeadSource#IMPORT}. */
        IMPORT,

        /** {@link LeadSource#FORM}. */
        FORM,

        /** Any other text. */
        UNRECOGNIZED
    }
}
