package io.github.analytics4j.download;

import java.util.HexFormat;

/**
 * A checksum of the whole file, as the server stated it.
 *
 * @param check which one
 * @param hex its value in hexadecimal
 * @param header where it was stated, for messages
 */
record StatedSum(Check check, String hex, String header) {
    static final String TAG = "ETag";

    /** Whether a file without it may be right all the same: no rule says that an entity tag is a checksum. */
    boolean isDoubtful() {
        return header.equals(TAG);
    }

    static StatedSum of(Check check, byte[] value, String header) {
        return new StatedSum(check, HexFormat.of().formatHex(value), header);
    }
}
