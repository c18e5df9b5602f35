// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Events of connections to speech to text, counted over a time.
 *
 * @param totalEvents Number of events. Unit: count.
 * @param connectionsOpened Connections made. Unit: count.
 * @param connectionsClosed Connections closed in order. Unit: count.
 * @param connectionsRejected Connections that the provider refused. Unit: count.
 * @param timeouts Connections that timed out. Unit: count.
 * @param errors Connections that failed. Unit: count.
 * @param utteranceEndFallbacks Utterances whose end had to be found by the fallback. Unit: count.
 * @param avgConnectionDurationS Mean life of a connection; null where there is none. Unit: seconds.
 * @param rejectionRate Refused connections over refused and made ones. Unit: share. Scale: 0–1.
 * @param timeoutRate Timed out connections over made ones. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record SttEventsSummary(
        long totalEvents,
        long connectionsOpened,
        long connectionsClosed,
        long connectionsRejected,
        long timeouts,
        long errors,
        long utteranceEndFallbacks,
        @Nullable Double avgConnectionDurationS,
        double rejectionRate,
        double timeoutRate,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * Number of events. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long totalEvents() {
        unexpected.require(0);
        return totalEvents;
    }

    /**
     * Connections made. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long connectionsOpened() {
        unexpected.require(1);
        return connectionsOpened;
    }

    /**
     * Connections closed in order. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long connectionsClosed() {
        unexpected.require(2);
        return connectionsClosed;
    }

    /**
     * Connections that the provider refused. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long connectionsRejected() {
        unexpected.require(3);
        return connectionsRejected;
    }

    /**
     * Connections that timed out. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long timeouts() {
        unexpected.require(4);
        return timeouts;
    }

    /**
     * Connections that failed. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long errors() {
        unexpected.require(5);
        return errors;
    }

    /**
     * Utterances whose end had to be found by the fallback. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long utteranceEndFallbacks() {
        unexpected.require(6);
        return utteranceEndFallbacks;
    }

    /**
     * Refused connections over refused and made ones. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double rejectionRate() {
        unexpected.require(8);
        return rejectionRate;
    }

    /**
     * Timed out connections over made ones. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double timeoutRate() {
        unexpected.require(9);
        return timeoutRate;
    }

    @Override
    public String toString() {
        return Json.shown(Codec.INSTANCE, this);
    }

    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static SttEventsSummary fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SttEventsSummary> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("SttEventsSummary")
                .always("total_events", JsonCodecs.LONG)
                .always("connections_opened", JsonCodecs.LONG)
                .always("connections_closed", JsonCodecs.LONG)
                .always("connections_rejected", JsonCodecs.LONG)
                .always("timeouts", JsonCodecs.LONG)
                .always("errors", JsonCodecs.LONG)
                .always("utterance_end_fallbacks", JsonCodecs.LONG)
                .field("avg_connection_duration_s", JsonCodecs.DOUBLE)
                .always("rejection_rate", JsonCodecs.DOUBLE)
                .always("timeout_rate", JsonCodecs.DOUBLE)
                .build();

        @Override
        public SttEventsSummary read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new SttEventsSummary(
                    v.getLong(0),
                    v.getLong(1),
                    v.getLong(2),
                    v.getLong(3),
                    v.getLong(4),
                    v.getLong(5),
                    v.getLong(6),
                    v.getDoubleOrNull(7),
                    v.getDouble(8),
                    v.getDouble(9),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SttEventsSummary v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.totalEvents,
                    v.connectionsOpened,
                    v.connectionsClosed,
                    v.connectionsRejected,
                    v.timeouts,
                    v.errors,
                    v.utteranceEndFallbacks,
                    v.avgConnectionDurationS,
                    v.rejectionRate,
                    v.timeoutRate);
        }
    }
}
