// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS = JsonFields.of(
                        "SttEventsSummary",
                        "total_events",
                        "connections_opened",
                        "connections_closed",
                        "connections_rejected",
                        "timeouts",
                        "errors",
                        "utterance_end_fallbacks",
                        "avg_connection_duration_s",
                        "rejection_rate",
                        "timeout_rate")
                .required(0, 1, 2, 3, 4, 5, 6, 8, 9);

        @Override
        public SttEventsSummary read(JsonReader in) throws IOException {
            long totalEvents = 0;
            long connectionsOpened = 0;
            long connectionsClosed = 0;
            long connectionsRejected = 0;
            long timeouts = 0;
            long errors = 0;
            long utteranceEndFallbacks = 0;
            Double avgConnectionDurationS = null;
            double rejectionRate = 0;
            double timeoutRate = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> totalEvents = in.readLong();
                    case 1 -> connectionsOpened = in.readLong();
                    case 2 -> connectionsClosed = in.readLong();
                    case 3 -> connectionsRejected = in.readLong();
                    case 4 -> timeouts = in.readLong();
                    case 5 -> errors = in.readLong();
                    case 6 -> utteranceEndFallbacks = in.readLong();
                    case 7 -> avgConnectionDurationS = in.readDoubleOrNull();
                    case 8 -> rejectionRate = in.readDouble();
                    case 9 -> timeoutRate = in.readDouble();
                    default -> throw new AssertionError(f);
                }
            }
            return new SttEventsSummary(
                    totalEvents,
                    connectionsOpened,
                    connectionsClosed,
                    connectionsRejected,
                    timeouts,
                    errors,
                    utteranceEndFallbacks,
                    avgConnectionDurationS,
                    rejectionRate,
                    timeoutRate,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, SttEventsSummary v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.totalEvents);
            }
            if (out.field(1)) {
                out.value(v.connectionsOpened);
            }
            if (out.field(2)) {
                out.value(v.connectionsClosed);
            }
            if (out.field(3)) {
                out.value(v.connectionsRejected);
            }
            if (out.field(4)) {
                out.value(v.timeouts);
            }
            if (out.field(5)) {
                out.value(v.errors);
            }
            if (out.field(6)) {
                out.value(v.utteranceEndFallbacks);
            }
            if (out.field(7)) {
                out.value(v.avgConnectionDurationS);
            }
            if (out.field(8)) {
                out.value(v.rejectionRate);
            }
            if (out.field(9)) {
                out.value(v.timeoutRate);
            }
            out.end();
        }
    }
}
