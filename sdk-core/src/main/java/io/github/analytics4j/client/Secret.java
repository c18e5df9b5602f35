package io.github.analytics4j.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A key that can be sent and compared but not printed. Immutable. */
final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Takes a key as it is.
     *
     * @throws IllegalArgumentException if it is empty or has a character that no header can carry; the message says
     *     where, and does not repeat the key
     */
    static Secret of(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("the API key is empty");
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                throw new IllegalArgumentException("the API key has " + nameOf(c) + " at position " + (i + 1) + " of "
                        + key.length() + "; copy it again without it");
            }
        }
        return new Secret(key);
    }

    private static String nameOf(char c) {
        return switch (c) {
            case '\r', '\n' -> "a line break";
            case ' ', '\t' -> "a blank";
            default -> c < ' ' || c == 0x7f ? "a control character" : "a character that is not ASCII";
        };
    }

    /** The key itself, for the header and nothing else. */
    String reveal() {
        return value;
    }

    /** A keyed hash of the key, in hex. */
    String hash(byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    /** Compares in a time that does not depend on where the two differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(value), bytes(that.value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Says nothing about the key, not even its length. */
    @Override
    public String toString() {
        return "***";
    }
}
