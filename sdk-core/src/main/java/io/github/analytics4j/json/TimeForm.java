package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The form in which an API writes a point in time. Other texts that are times are accepted when reading; numbers only
 * where the form is one, and only from 2000 to 2099: others are seconds, days or no time at all.
 *
 * @hidden
 */
@GeneratedCodeApi
public enum TimeForm {
    /** {@code 2026-04-22T16:49:29Z}, with as many fraction digits (0, 3, 6, 9) as needed. */
    ISO,
    /** {@code 2026-04-22T16:49:29.000Z}, always with milliseconds. */
    ISO_MILLIS,
    /** {@code 2026-04-22T16:49:29}, without a zone and meant as UTC. */
    ISO_LOCAL,
    /** {@code 1776876569000}, a number. */
    EPOCH_MILLIS,
    /** {@code "1776876569000"}, the number as text. */
    EPOCH_MILLIS_TEXT;

    /** The text of a time in this form; a finer fraction than the form asks for is not cut off. */
    String text(Instant time) {
        String iso = time.toString();
        return switch (this) {
            case ISO -> iso;
            case ISO_MILLIS ->
                time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? iso.substring(0, iso.length() - 1) + ".000Z" : iso;
            case ISO_LOCAL -> iso.substring(0, iso.length() - 1);
            case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> Long.toString(time.toEpochMilli());
        };
    }
}
