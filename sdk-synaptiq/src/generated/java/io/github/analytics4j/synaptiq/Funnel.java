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
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import java.util.List;

/**
 * The sales funnel in a period.
 *
 * @param period The period that was counted.
 * @param stages The stages in order, widest first.
 * @param overallConversion Share of the first stage that reached the last. Unit: share. Scale: 0–1.
 * @param topDropoffStage The step between two stages at which most are lost, in words.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Funnel(
        ReportingPeriod period,
        List<FunnelStage> stages,
        double overallConversion,
        String topDropoffStage,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Funnel {
        stages = List.copyOf(stages);
    }

    /** {@return the period that was counted} */
    public ReportingPeriod period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return the stages in order, widest first} */
    public List<FunnelStage> stages() {
        return FieldValues.required(stages, unexpected, Codec.STAGES);
    }

    /** {@return share of the first stage that reached the last} Unit: share. Scale: 0–1. */
    public double overallConversion() {
        return FieldValues.required(overallConversion, unexpected, Codec.OVERALL_CONVERSION);
    }

    /** {@return the step between two stages at which most are lost, in words} */
    public String topDropoffStage() {
        return FieldValues.required(topDropoffStage, unexpected, Codec.TOP_DROPOFF_STAGE);
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
    public static Funnel fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Funnel> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Funnel");
        static final int PERIOD = BUILDER.required("period", ReportingPeriod.Codec.INSTANCE);
        static final int STAGES = BUILDER.required("stages", JsonCodecs.list(FunnelStage.Codec.INSTANCE));
        static final int OVERALL_CONVERSION = BUILDER.required("overallConversion", JsonCodecs.DOUBLE);
        static final int TOP_DROPOFF_STAGE = BUILDER.required("topDropoffStage", JsonCodecs.STRING);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Funnel read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Funnel(
                    v.getRequired(PERIOD),
                    v.getList(STAGES),
                    v.getDouble(OVERALL_CONVERSION),
                    v.getRequired(TOP_DROPOFF_STAGE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Funnel v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.stages, v.overallConversion, v.topDropoffStage);
        }
    }
}
