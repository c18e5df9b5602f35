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
import io.github.analytics4j.json.UnexpectedContent;
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
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
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
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return number of events} Unit: count. */
    public long totalEvents() {
        return FieldValues.required(totalEvents, unexpected, Codec.TOTAL_EVENTS);
    }

    /** {@return connections made} Unit: count. */
    public long connectionsOpened() {
        return FieldValues.required(connectionsOpened, unexpected, Codec.CONNECTIONS_OPENED);
    }

    /** {@return connections closed in order} Unit: count. */
    public long connectionsClosed() {
        return FieldValues.required(connectionsClosed, unexpected, Codec.CONNECTIONS_CLOSED);
    }

    /** {@return connections that the provider refused} Unit: count. */
    public long connectionsRejected() {
        return FieldValues.required(connectionsRejected, unexpected, Codec.CONNECTIONS_REJECTED);
    }

    /** {@return connections that timed out} Unit: count. */
    public long timeouts() {
        return FieldValues.required(timeouts, unexpected, Codec.TIMEOUTS);
    }

    /** {@return connections that failed} Unit: count. */
    public long errors() {
        return FieldValues.required(errors, unexpected, Codec.ERRORS);
    }

    /** {@return utterances whose end had to be found by the fallback} Unit: count. */
    public long utteranceEndFallbacks() {
        return FieldValues.required(utteranceEndFallbacks, unexpected, Codec.UTTERANCE_END_FALLBACKS);
    }

    /** {@return refused connections over refused and made ones} Unit: share. Scale: 0–1. */
    public double rejectionRate() {
        return FieldValues.required(rejectionRate, unexpected, Codec.REJECTION_RATE);
    }

    /** {@return timed out connections over made ones} Unit: share. Scale: 0–1. */
    public double timeoutRate() {
        return FieldValues.required(timeoutRate, unexpected, Codec.TIMEOUT_RATE);
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
     * {@return the record of an object that {@link #toJson} made, or the vendor sent}
     *
     * @param json one JSON object; what the vendor does not document is kept
     */
    public static SttEventsSummary fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SttEventsSummary> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("SttEventsSummary");
        static final int TOTAL_EVENTS = BUILDER.required("total_events", JsonCodecs.LONG);
        static final int CONNECTIONS_OPENED = BUILDER.required("connections_opened", JsonCodecs.LONG);
        static final int CONNECTIONS_CLOSED = BUILDER.required("connections_closed", JsonCodecs.LONG);
        static final int CONNECTIONS_REJECTED = BUILDER.required("connections_rejected", JsonCodecs.LONG);
        static final int TIMEOUTS = BUILDER.required("timeouts", JsonCodecs.LONG);
        static final int ERRORS = BUILDER.required("errors", JsonCodecs.LONG);
        static final int UTTERANCE_END_FALLBACKS = BUILDER.required("utterance_end_fallbacks", JsonCodecs.LONG);
        static final int AVG_CONNECTION_DURATION_S = BUILDER.optional("avg_connection_duration_s", JsonCodecs.DOUBLE);
        static final int REJECTION_RATE = BUILDER.required("rejection_rate", JsonCodecs.DOUBLE);
        static final int TIMEOUT_RATE = BUILDER.required("timeout_rate", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public SttEventsSummary read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new SttEventsSummary(
                    v.getLong(TOTAL_EVENTS),
                    v.getLong(CONNECTIONS_OPENED),
                    v.getLong(CONNECTIONS_CLOSED),
                    v.getLong(CONNECTIONS_REJECTED),
                    v.getLong(TIMEOUTS),
                    v.getLong(ERRORS),
                    v.getLong(UTTERANCE_END_FALLBACKS),
                    v.getDoubleOrNull(AVG_CONNECTION_DURATION_S),
                    v.getDouble(REJECTION_RATE),
                    v.getDouble(TIMEOUT_RATE),
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
