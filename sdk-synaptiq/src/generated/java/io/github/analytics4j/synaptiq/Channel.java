// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Where a conversation takes place.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class Channel extends OpenEnum<Channel.Known> {
    /** {@code web_chat}: The chat widget on a site. */
    public static final Channel WEB_CHAT = new Channel("web_chat", Known.WEB_CHAT);
    /** {@code api}: The vendor's chat API. */
    public static final Channel API = new Channel("api", Known.API);
    /** {@code whatsapp}: WhatsApp. */
    public static final Channel WHATSAPP = new Channel("whatsapp", Known.WHATSAPP);
    /** {@code slack}: Slack. */
    public static final Channel SLACK = new Channel("slack", Known.SLACK);
    static final TextValue.Type<Channel> TYPE =
            TextValue.Type.of("Channel", text -> new Channel(text, Known.UNRECOGNIZED), WEB_CHAT, API, WHATSAPP, SLACK);

    private Channel(String text, Known known) {
        super(text, known);
    }

    /**
     * {@return the value of a text on the wire; never fails}
     *
     * @param text compared letter by letter with those of the constants
     */
    public static Channel of(String text) {
        return TYPE.parse(text);
    }

    /** The known values, named as the constants of {@link Channel}; {@code UNRECOGNIZED} is any other. */
    public enum Known {
        /** {@link Channel#WEB_CHAT}. */
        WEB_CHAT,

        /** {@link Channel#API}. */
        API,

        /** {@link Channel#WHATSAPP}. */
        WHATSAPP,

        /** {@link Channel#SLACK}. */
        SLACK,

        /** Any other text. */
        UNRECOGNIZED
    }
}
