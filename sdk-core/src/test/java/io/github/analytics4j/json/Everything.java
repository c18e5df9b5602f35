package io.github.analytics4j.json;

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
        @Nullable Bucket bucket,
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
        Unexpected unexpected)
        implements JsonRecord {
    static final JsonCodec<Everything> CODEC = new Codec();
    private static final JsonCodec<List<Long>> LONGS = JsonCodecs.list(JsonCodecs.LONG);
    private static final JsonCodec<Map<String, Leaf>> LEAVES = JsonCodecs.map(Leaf.CODEC);
    private static final JsonCodec<Map<String, Double>> DOUBLES = JsonCodecs.map(JsonCodecs.DOUBLE);
    private static final JsonCodec<Instant> TIMES = JsonCodecs.instant(TimeForm.ISO);
    private static final JsonCodec<Mood> MOODS = JsonCodecs.text(Mood.TYPE);

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
        private static final JsonFields FIELDS = JsonFields.of(
                        "Everything",
                        "text",
                        "kind",
                        "whole",
                        "maybe_whole",
                        "count",
                        "maybe-count",
                        "rate",
                        "maybeRate",
                        "money",
                        "flag",
                        "maybe_flag",
                        "iso",
                        "millis",
                        "local",
                        "epoch",
                        "epoch_text",
                        "day",
                        "weekday",
                        "mood",
                        "bucket",
                        "any",
                        "child",
                        "children",
                        "labels",
                        "grid",
                        "by_name",
                        "nested",
                        "series",
                        "amounts",
                        "times",
                        "moods",
                        "anything",
                        "days",
                        "flags",
                        "counts",
                        "percentage_change")
                .required(0, 2, 4, 6, 9)
                .alias("percent_change", "percentage_change");

        @Override
        public Everything read(JsonReader in) throws IOException {
            String text = null;
            String kind = null;
            long whole = 0;
            Long maybeWhole = null;
            int count = 0;
            Integer maybeCount = null;
            double rate = 0;
            Double maybeRate = null;
            BigDecimal money = null;
            boolean flag = false;
            Boolean maybeFlag = null;
            Instant iso = null;
            Instant millis = null;
            Instant local = null;
            Instant epoch = null;
            Instant epochText = null;
            LocalDate day = null;
            DayOfWeek weekday = null;
            Mood mood = null;
            Bucket bucket = null;
            JsonValue any = null;
            Leaf child = null;
            List<Leaf> children = List.of();
            List<String> labels = List.of();
            List<List<Long>> grid = List.of();
            Map<String, Leaf> byName = Map.of();
            Map<String, Map<String, Leaf>> nested = Map.of();
            List<Map<String, Double>> series = List.of();
            List<BigDecimal> amounts = List.of();
            List<Instant> times = List.of();
            List<Mood> moods = List.of();
            List<JsonValue> anything = List.of();
            Map<String, LocalDate> days = Map.of();
            List<Boolean> flags = List.of();
            List<Integer> counts = List.of();
            Double change = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> text = in.readString();
                    case 1 -> kind = in.readInterned();
                    case 2 -> whole = in.readLong();
                    case 3 -> maybeWhole = in.readLongOrNull();
                    case 4 -> count = in.readInt();
                    case 5 -> maybeCount = in.readIntOrNull();
                    case 6 -> rate = in.readDouble();
                    case 7 -> maybeRate = in.readDoubleOrNull();
                    case 8 -> money = in.readDecimal();
                    case 9 -> flag = in.readBoolean();
                    case 10 -> maybeFlag = in.readBooleanOrNull();
                    case 11 -> iso = in.readInstant(TimeForm.ISO);
                    case 12 -> millis = in.readInstant(TimeForm.ISO_MILLIS);
                    case 13 -> local = in.readInstant(TimeForm.ISO_LOCAL);
                    case 14 -> epoch = in.readInstant(TimeForm.EPOCH_MILLIS);
                    case 15 -> epochText = in.readInstant(TimeForm.EPOCH_MILLIS_TEXT);
                    case 16 -> day = in.readDate();
                    case 17 -> weekday = in.readWeekday();
                    case 18 -> mood = in.readText(Mood.TYPE);
                    case 19 -> bucket = in.readText(Bucket.TYPE);
                    case 20 -> any = in.readValue();
                    case 21 -> child = in.readObject(Leaf.CODEC);
                    case 22 -> children = in.readList(Leaf.CODEC);
                    case 23 -> labels = in.readList(JsonCodecs.INTERNED);
                    case 24 -> grid = in.readList(LONGS);
                    case 25 -> byName = in.readMap(Leaf.CODEC);
                    case 26 -> nested = in.readMap(LEAVES);
                    case 27 -> series = in.readList(DOUBLES);
                    case 28 -> amounts = in.readList(JsonCodecs.DECIMAL);
                    case 29 -> times = in.readList(TIMES);
                    case 30 -> moods = in.readList(MOODS);
                    case 31 -> anything = in.readList(JsonCodecs.VALUE);
                    case 32 -> days = in.readMap(JsonCodecs.DATE);
                    case 33 -> flags = in.readList(JsonCodecs.BOOLEAN);
                    case 34 -> counts = in.readList(JsonCodecs.INT);
                    case 35 -> change = in.readDoubleOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new Everything(
                    text,
                    kind,
                    whole,
                    maybeWhole,
                    count,
                    maybeCount,
                    rate,
                    maybeRate,
                    money,
                    flag,
                    maybeFlag,
                    iso,
                    millis,
                    local,
                    epoch,
                    epochText,
                    day,
                    weekday,
                    mood,
                    bucket,
                    any,
                    child,
                    children,
                    labels,
                    grid,
                    byName,
                    nested,
                    series,
                    amounts,
                    times,
                    moods,
                    anything,
                    days,
                    flags,
                    counts,
                    change,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, Everything v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.text);
            }
            if (out.field(1)) {
                out.value(v.kind);
            }
            if (out.field(2)) {
                out.value(v.whole);
            }
            if (out.field(3)) {
                out.value(v.maybeWhole);
            }
            if (out.field(4)) {
                out.value(v.count);
            }
            if (out.field(5)) {
                out.value(v.maybeCount);
            }
            if (out.field(6)) {
                out.value(v.rate);
            }
            if (out.field(7)) {
                out.value(v.maybeRate);
            }
            if (out.field(8)) {
                out.value(v.money);
            }
            if (out.field(9)) {
                out.value(v.flag);
            }
            if (out.field(10)) {
                out.value(v.maybeFlag);
            }
            if (out.field(11)) {
                out.instant(TimeForm.ISO, v.iso);
            }
            if (out.field(12)) {
                out.instant(TimeForm.ISO_MILLIS, v.millis);
            }
            if (out.field(13)) {
                out.instant(TimeForm.ISO_LOCAL, v.local);
            }
            if (out.field(14)) {
                out.instant(TimeForm.EPOCH_MILLIS, v.epoch);
            }
            if (out.field(15)) {
                out.instant(TimeForm.EPOCH_MILLIS_TEXT, v.epochText);
            }
            if (out.field(16)) {
                out.date(v.day);
            }
            if (out.field(17)) {
                out.weekday(v.weekday);
            }
            if (out.field(18)) {
                out.value(v.mood);
            }
            if (out.field(19)) {
                out.value(v.bucket);
            }
            if (out.field(20)) {
                out.value(v.any);
            }
            if (out.field(21)) {
                out.object(Leaf.CODEC, v.child);
            }
            if (out.field(22)) {
                out.list(Leaf.CODEC, v.children);
            }
            if (out.field(23)) {
                out.list(JsonCodecs.INTERNED, v.labels);
            }
            if (out.field(24)) {
                out.list(LONGS, v.grid);
            }
            if (out.field(25)) {
                out.map(Leaf.CODEC, v.byName);
            }
            if (out.field(26)) {
                out.map(LEAVES, v.nested);
            }
            if (out.field(27)) {
                out.list(DOUBLES, v.series);
            }
            if (out.field(28)) {
                out.list(JsonCodecs.DECIMAL, v.amounts);
            }
            if (out.field(29)) {
                out.list(TIMES, v.times);
            }
            if (out.field(30)) {
                out.list(MOODS, v.moods);
            }
            if (out.field(31)) {
                out.list(JsonCodecs.VALUE, v.anything);
            }
            if (out.field(32)) {
                out.map(JsonCodecs.DATE, v.days);
            }
            if (out.field(33)) {
                out.list(JsonCodecs.BOOLEAN, v.flags);
            }
            if (out.field(34)) {
                out.list(JsonCodecs.INT, v.counts);
            }
            if (out.field(35)) {
                out.value(v.change);
            }
            out.end();
        }
    }
}
