// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.TextType;
import io.github.analytics4j.json.TextValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation takes place.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class Channel implements TextValue {
    /** How texts become values of this type. */
    public static final TextType<Channel> TYPE = TextType.of("Channel", Channel::of);

    /** {@code web_chat}: The chat widget on a site. */
    public static final Channel WEB_CHAT = new Channel("web_chat", Known.WEB_CHAT);

    /** {@code api}: The vendor's chat API. */
    public static final Channel API = new Channel("api", Known.API);

    /** {@code whatsapp}: WhatsApp. */
    public static final Channel WHATSAPP = new Channel("whatsapp", Known.WHATSAPP);

    /** {@code slack}: Slack. */
    public static final Channel SLACK = new Channel("slack", Known.SLACK);

    private final String text;

    private final Known known;

    private Channel(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The value of a text; never fails.
     *
     * @param text as on the wire
     */
    public static Channel of(String text) {
        return switch (text) {
            case "web_chat" -> WEB_CHAT;
            case "api" -> API;
            case "whatsapp" -> WHATSAPP;
            case "slack" -> SLACK;
            default -> new Channel(text, Known.UNRECOGNIZED);
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
        return other instanceof Channel that && text.equals(that.text);
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
        /** {@code web_chat}: The chat widget on a site. */
        WEB_CHAT,

        /** {@code api}: The vendor's chat API. */
        API,

        /** {@code whatsapp}: WhatsApp. */
        WHATSAPP,

        /** {@code slack}: Slack. */
        SLACK,

        /** Any other text, see {@link Channel#text}. */
        UNRECOGNIZED
    }
}
