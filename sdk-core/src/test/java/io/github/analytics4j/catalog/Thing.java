package io.github.analytics4j.catalog;

import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonCodecs.TimeForm;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as the generator makes one, with a field of each kind; of itself it has a list and an object. */
record Thing(
        @Nullable String id,
        @Nullable Integer size,
        @Nullable Double rate,
        @Nullable BigDecimal cost,
        @Nullable Boolean open,
        @Nullable LocalDate day,
        @Nullable Instant at,
        @Nullable DayOfWeek weekday,
        @Nullable JsonValue detail,
        List<String> labels,
        Map<String, Long> counts,
        List<Thing> parts,
        @Nullable Thing inner,
        UnexpectedContent unexpected)
        implements JsonRecord {

    long sizeThatIsThere() {
        return FieldValues.required(size == null ? 0 : size, unexpected, 1);
    }

    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    static final class Codec implements JsonCodec<Thing> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Thing")
                .field("id", JsonCodecs.STRING)
                .field("size", JsonCodecs.INT)
                .field("rate", JsonCodecs.DOUBLE)
                .field("cost", JsonCodecs.DECIMAL)
                .field("open", JsonCodecs.BOOLEAN)
                .field("day", JsonCodecs.DATE)
                .field("at", JsonCodecs.instant(TimeForm.ISO))
                .field("weekday", JsonCodecs.WEEKDAY)
                .field("detail", JsonCodecs.VALUE)
                .field("labels", JsonCodecs.list(JsonCodecs.STRING))
                .field("counts", JsonCodecs.map(JsonCodecs.LONG))
                .field("parts", JsonCodecs.list(Codec.INSTANCE))
                .field("inner", Codec.INSTANCE)
                .build();

        @Override
        public Thing read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Thing(
                    v.get(0),
                    v.getIntOrNull(1),
                    v.getDoubleOrNull(2),
                    v.get(3),
                    v.getBooleanOrNull(4),
                    v.get(5),
                    v.get(6),
                    v.get(7),
                    v.get(8),
                    v.getList(9),
                    v.getMap(10),
                    v.getList(11),
                    v.get(12),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Thing v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.id,
                    v.size,
                    v.rate,
                    v.cost,
                    v.open,
                    v.day,
                    v.at,
                    v.weekday,
                    v.detail,
                    v.labels,
                    v.counts,
                    v.parts,
                    v.inner);
        }
    }
}
