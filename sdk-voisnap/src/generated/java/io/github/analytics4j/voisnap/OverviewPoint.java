// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One step of a period. It has fewer metrics than the totals.
 *
 * @param period First day of the step.
 * @param conversations Number of conversations. Unit: count.
 * @param totalDurationSeconds Length of all conversations together. Unit: seconds.
 * @param avgDurationSeconds Mean length of a conversation. Unit: seconds.
 * @param totalCostUsd Cost of all conversations together. Unit: USD.
 * @param transferRate Share of conversations that were passed on to a person. Unit: share. Scale: 0–1.
 * @param resolutionRate Share of conversations that settled the matter. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record OverviewPoint(
        LocalDate period,
        long conversations,
        double totalDurationSeconds,
        double avgDurationSeconds,
        BigDecimal totalCostUsd,
        double transferRate,
        double resolutionRate,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * First day of the step.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public LocalDate period() {
        unexpected.require(0);
        return period;
    }

    /**
     * Number of conversations. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long conversations() {
        unexpected.require(1);
        return conversations;
    }

    /**
     * Length of all conversations together. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double totalDurationSeconds() {
        unexpected.require(2);
        return totalDurationSeconds;
    }

    /**
     * Mean length of a conversation. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgDurationSeconds() {
        unexpected.require(3);
        return avgDurationSeconds;
    }

    /**
     * Cost of all conversations together. Unit: USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal totalCostUsd() {
        unexpected.require(4);
        return totalCostUsd;
    }

    /**
     * Share of conversations that were passed on to a person. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double transferRate() {
        unexpected.require(5);
        return transferRate;
    }

    /**
     * Share of conversations that settled the matter. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double resolutionRate() {
        unexpected.require(6);
        return resolutionRate;
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
    public static OverviewPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<OverviewPoint> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("OverviewPoint")
                .always("period", JsonCodecs.DATE)
                .always("conversations", JsonCodecs.LONG)
                .always("totalDurationSeconds", JsonCodecs.DOUBLE)
                .always("avgDurationSeconds", JsonCodecs.DOUBLE)
                .always("totalCostUsd", JsonCodecs.DECIMAL)
                .always("transferRate", JsonCodecs.DOUBLE)
                .always("resolutionRate", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public OverviewPoint read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new OverviewPoint(
                    v.get(0),
                    v.getLong(1),
                    v.getDouble(2),
                    v.getDouble(3),
                    v.get(4),
                    v.getDouble(5),
                    v.getDouble(6),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, OverviewPoint v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.period,
                    v.conversations,
                    v.totalDurationSeconds,
                    v.avgDurationSeconds,
                    v.totalCostUsd,
                    v.transferRate,
                    v.resolutionRate);
        }
    }
}
