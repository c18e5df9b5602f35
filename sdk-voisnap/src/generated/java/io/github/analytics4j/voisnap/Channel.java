// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.OpenEnum;
import io.github.analytics4j.json.TextValue;

/**
 * Where a conversation takes place.
 *
 * <p>The set is open: a text that is not among the constants is kept as it came.
 */
public final class Channel extends OpenEnum<Channel.Known> {
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
    static final TextValue.Type<Channel> TYPE = TextValue.Type.of(
            "Channel", text -> new Channel(text, Known.UNRECOGNIZED), PHONE, WEBRTC, WEBCHAT, SMS, WHATSAPP, TELEGRAM);

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
        /** {@link Channel#PHONE}. */
        PHONE,

        /** {@link Channel#WEBRTC}. */
        WEBRTC,

        /** {@link Channel#WEBCHAT}. */
        WEBCHAT,

        /** {@link Channel#SMS}. */
        SMS,

        /** {@link Channel#WHATSAPP}. */
        WHATSAPP,

        /** {@link Channel#TELEGRAM}. */
        TELEGRAM,

        /** Any other text. */
        UNRECOGNIZED
    }
}
