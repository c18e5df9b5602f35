// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS = JsonFields.of(
                        "Funnel", "period", "stages", "overallConversion", "topDropoffStage")
                .required(0, 1, 2, 3);

        @Override
        @SuppressWarnings("NullAway")
        public Funnel read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            ReportingPeriod period = null;
            List<FunnelStage> stages = List.of();
            double overallConversion = 0;
            String topDropoffStage = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> period = in.readObject(ReportingPeriod.Codec.INSTANCE);
                    case 1 -> stages = in.readList(FunnelStage.Codec.INSTANCE);
                    case 2 -> overallConversion = in.readDouble();
                    case 3 -> topDropoffStage = in.readString();
                    default -> throw new AssertionError(f);
                }
            }
            return new Funnel(period, stages, overallConversion, topDropoffStage, in.endObject());
        }

        @Override
        public void write(JsonWriter out, Funnel v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.object(ReportingPeriod.Codec.INSTANCE, v.period);
            }
            if (out.field(1)) {
                out.list(FunnelStage.Codec.INSTANCE, v.stages);
            }
            if (out.field(2)) {
                out.value(v.overallConversion);
            }
            if (out.field(3)) {
                out.value(v.topDropoffStage);
            }
            out.end();
        }
    }
}
