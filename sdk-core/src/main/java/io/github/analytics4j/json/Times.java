package io.github.analytics4j.json;

import java.time.Instant;

/** How points in time are written. */
final class Times {
    private Times() {}

    /** The text of a time in a form; a finer fraction than the form asks for is not cut off. */
    static String text(TimeForm form, Instant time) {
        String iso = time.toString();
        return switch (form) {
            case ISO -> iso;
            case ISO_MILLIS -> time.getNano() == 0 ? iso.substring(0, iso.length() - 1) + ".000Z" : iso;
            case ISO_LOCAL -> iso.substring(0, iso.length() - 1);
            case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> Long.toString(time.toEpochMilli());
        };
    }
}
