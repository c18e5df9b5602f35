// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * How a lead came into the account.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class LeadSource implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<LeadSource> TYPE = TextType.of("LeadSource", LeadSource::of);

    /** {@code chat}: Captured in a chat. */
    public static final LeadSource CHAT = new LeadSource("chat", Known.CHAT);

    /** {@code api}: Created through the API. */
    public static final LeadSource API = new LeadSource("api", Known.API);

    /** {@code import}: Imported from a file or another system. */
    public static final LeadSource IMPORT = new LeadSource("import", Known.IMPORT);

    /** {@code form}: Filled in a form. */
    public static final LeadSource FORM = new LeadSource("form", Known.FORM);

    private final String text;

    private final Known known;

    private LeadSource(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static LeadSource of(String text) {
        return switch (text) {
            case "chat" -> CHAT;
            case "api" -> API;
            case "import" -> IMPORT;
            case "form" -> FORM;
            default -> new LeadSource(text, Known.UNRECOGNIZED);
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
        return other instanceof LeadSource that && text.equals(that.text);
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
        /** {@code chat}: Captured in a chat. */
        CHAT,

        /** {@code api}: Created through the API. */
        API,

        /** {@code import}: Imported from a file or another system. */
        IMPORT,

        /** {@code form}: Filled in a form. */
        FORM,

        /** Any other text, see {@link LeadSource#text}. */
        UNRECOGNIZED
    }
}
