// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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

    /** {@code phone}: A telephone call. */
    public static final Channel PHONE = new Channel("phone", Known.PHONE);

    /** {@code webrtc}: A call from a browser. */
    public static final Channel WEBRTC = new Channel("webrtc", Known.WEBRTC);

    /** {@code webchat}: A chat on a site. */
    public static final Channel WEBCHAT = new Channel("webchat", Known.WEBCHAT);

    /** {@code sms}: Text messages. */
    public static final Channel SMS = new Channel("sms", Known.SMS);

    /** {@code whatsapp}: WhatsApp. */
    public static final Channel WHATSAPP = new Channel("whatsapp", Known.WHATSAPP);

    /** {@code telegram}: Telegram. */
    public static final Channel TELEGRAM = new Channel("telegram", Known.TELEGRAM);

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
            case "phone" -> PHONE;
            case "webrtc" -> WEBRTC;
            case "webchat" -> WEBCHAT;
            case "sms" -> SMS;
            case "whatsapp" -> WHATSAPP;
            case "telegram" -> TELEGRAM;
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
        /** {@code phone}: A telephone call. */
        PHONE,

        /** {@code webrtc}: A call from a browser. */
        WEBRTC,

        /** {@code webchat}: A chat on a site. */
        WEBCHAT,

        /** {@code sms}: Text messages. */
        SMS,

        /** {@code whatsapp}: WhatsApp. */
        WHATSAPP,

        /** {@code telegram}: Telegram. */
        TELEGRAM,

        /** Any other text, see {@link Channel#text}. */
        UNRECOGNIZED
    }
}
