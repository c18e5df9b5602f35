// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

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
import java.util.List;

/**
 * The sales funnel in a period.
 *
 * @param period The period that was counted.
 * @param stages The stages in order, widest first.
 * @param overallConversion Share of the first stage that reached the last. Unit: share. Scale: 0–1.
 * @param topDropoffStage The step between two stages at which most are lost, in words.
 * @param unexpected what arrived that the vendor does not document
 */
public record Funnel(
        ReportingPeriod period,
        List<FunnelStage> stages,
        double overallConversion,
        String topDropoffStage,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Funnel {
        stages = List.copyOf(stages);
    }

    /**
     * The period that was counted.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public ReportingPeriod period() {
        unexpected.require(0);
        return period;
    }

    /**
     * The stages in order, widest first.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<FunnelStage> stages() {
        unexpected.require(1);
        return stages;
    }

    /**
     * Share of the first stage that reached the last. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double overallConversion() {
        unexpected.require(2);
        return overallConversion;
    }

    /**
     * The step between two stages at which most are lost, in words.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String topDropoffStage() {
        unexpected.require(3);
        return topDropoffStage;
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
    public static Funnel fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Funnel> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Funnel")
                .always("period", ReportingPeriod.Codec.INSTANCE)
                .always("stages", JsonCodecs.list(FunnelStage.Codec.INSTANCE))
                .always("overallConversion", JsonCodecs.DOUBLE)
                .always("topDropoffStage", JsonCodecs.STRING)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public Funnel read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new Funnel(v.get(0), v.getList(1), v.getDouble(2), v.get(3), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Funnel v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.stages, v.overallConversion, v.topDropoffStage);
        }
    }
}
