package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonCodecs.TimeForm;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record with a field of every type there is, written as the generator writes them. */
record Everything(
        @Nullable String text,
        @Nullable String kind,
        long whole,
        @Nullable Long maybeWhole,
        int count,
        @Nullable Integer maybeCount,
        double rate,
        @Nullable Double maybeRate,
        @Nullable BigDecimal money,
        boolean flag,
        @Nullable Boolean maybeFlag,
        @Nullable Instant iso,
        @Nullable Instant millis,
        @Nullable Instant local,
        @Nullable Instant epoch,
        @Nullable Instant epochText,
        @Nullable LocalDate day,
        @Nullable DayOfWeek weekday,
        @Nullable Mood mood,
        @Nullable HistogramBucket bucket,
        @Nullable JsonValue any,
        @Nullable Leaf child,
        List<Leaf> children,
        List<String> labels,
        List<List<Long>> grid,
        Map<String, Leaf> byName,
        Map<String, Map<String, Leaf>> nested,
        List<Map<String, Double>> series,
        List<BigDecimal> amounts,
        List<Instant> times,
        List<Mood> moods,
        List<JsonValue> anything,
        Map<String, LocalDate> days,
        List<Boolean> flags,
        List<Integer> counts,
        @Nullable Double change,
        UnexpectedContent unexpected)
        implements JsonRecord {
    static final JsonCodec<Everything> CODEC = new Codec();

    @Override
    public @Nullable String text() {
        unexpected.require(0);
        return text;
    }

    @Override
    public long whole() {
        unexpected.require(2);
        return whole;
    }

    @Override
    public int count() {
        unexpected.require(4);
        return count;
    }

    @Override
    public double rate() {
        unexpected.require(6);
        return rate;
    }

    @Override
    public boolean flag() {
        unexpected.require(9);
        return flag;
    }

    @Override
    public String toJson() {
        return Json.encode(CODEC, this);
    }

    static Everything of(String json) {
        return Json.decode(CODEC, json);
    }

    private static final class Codec implements JsonCodec<Everything> {
        private static final JsonFields FIELDS = JsonFields.of("Everything")
                .always("text", JsonCodecs.STRING)
                .field("kind", JsonCodecs.INTERNED)
                .always("whole", JsonCodecs.LONG)
                .field("maybe_whole", JsonCodecs.LONG)
                .always("count", JsonCodecs.INT)
                .field("maybe-count", JsonCodecs.INT)
                .always("rate", JsonCodecs.DOUBLE)
                .field("maybeRate", JsonCodecs.DOUBLE)
                .field("money", JsonCodecs.DECIMAL)
                .always("flag", JsonCodecs.BOOLEAN)
                .field("maybe_flag", JsonCodecs.BOOLEAN)
                .field("iso", JsonCodecs.instant(TimeForm.ISO))
                .field("millis", JsonCodecs.instant(TimeForm.ISO_MILLIS))
                .field("local", JsonCodecs.instant(TimeForm.ISO_LOCAL))
                .field("epoch", JsonCodecs.instant(TimeForm.EPOCH_MILLIS))
                .field("epoch_text", JsonCodecs.instant(TimeForm.EPOCH_MILLIS_TEXT))
                .field("day", JsonCodecs.DATE)
                .field("weekday", JsonCodecs.WEEKDAY)
                .field("mood", JsonCodecs.text(Mood.TYPE))
                .field("bucket", JsonCodecs.text(HistogramBucket.TYPE))
                .field("any", JsonCodecs.VALUE)
                .field("child", Leaf.CODEC)
                .field("children", JsonCodecs.list(Leaf.CODEC))
                .field("labels", JsonCodecs.list(JsonCodecs.INTERNED))
                .field("grid", JsonCodecs.list(JsonCodecs.list(JsonCodecs.LONG)))
                .field("by_name", JsonCodecs.map(Leaf.CODEC))
                .field("nested", JsonCodecs.map(JsonCodecs.map(Leaf.CODEC)))
                .field("series", JsonCodecs.list(JsonCodecs.map(JsonCodecs.DOUBLE)))
                .field("amounts", JsonCodecs.list(JsonCodecs.DECIMAL))
                .field("times", JsonCodecs.list(JsonCodecs.instant(TimeForm.ISO)))
                .field("moods", JsonCodecs.list(JsonCodecs.text(Mood.TYPE)))
                .field("anything", JsonCodecs.list(JsonCodecs.VALUE))
                .field("days", JsonCodecs.map(JsonCodecs.DATE))
                .field("flags", JsonCodecs.list(JsonCodecs.BOOLEAN))
                .field("counts", JsonCodecs.list(JsonCodecs.INT))
                .field("percentage_change", JsonCodecs.DOUBLE)
                .alias("percent_change")
                .build();

        @Override
        public Everything read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Everything(
                    v.get(0),
                    v.get(1),
                    v.getLong(2),
                    v.getLongOrNull(3),
                    v.getInt(4),
                    v.getIntOrNull(5),
                    v.getDouble(6),
                    v.getDoubleOrNull(7),
                    v.get(8),
                    v.getBoolean(9),
                    v.getBooleanOrNull(10),
                    v.get(11),
                    v.get(12),
                    v.get(13),
                    v.get(14),
                    v.get(15),
                    v.get(16),
                    v.get(17),
                    v.get(18),
                    v.get(19),
                    v.get(20),
                    v.get(21),
                    v.getList(22),
                    v.getList(23),
                    v.getList(24),
                    v.getMap(25),
                    v.getMap(26),
                    v.getList(27),
                    v.getList(28),
                    v.getList(29),
                    v.getList(30),
                    v.getList(31),
                    v.getMap(32),
                    v.getList(33),
                    v.getList(34),
                    v.getDoubleOrNull(35),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Everything v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.text,
                    v.kind,
                    v.whole,
                    v.maybeWhole,
                    v.count,
                    v.maybeCount,
                    v.rate,
                    v.maybeRate,
                    v.money,
                    v.flag,
                    v.maybeFlag,
                    v.iso,
                    v.millis,
                    v.local,
                    v.epoch,
                    v.epochText,
                    v.day,
                    v.weekday,
                    v.mood,
                    v.bucket,
                    v.any,
                    v.child,
                    v.children,
                    v.labels,
                    v.grid,
                    v.byName,
                    v.nested,
                    v.series,
                    v.amounts,
                    v.times,
                    v.moods,
                    v.anything,
                    v.days,
                    v.flags,
                    v.counts,
                    v.change);
        }
    }
}
