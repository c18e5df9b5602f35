package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column.Type.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with a column of each kind, and rows with values that places have trouble with. */
final class Samples {
    static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
    static final Instant SEEN = Instant.parse("2026-11-25T02:13:00.123456Z");

    /** Its columns have names that are words of SQL, too. */
    static final SinkTable TABLE = new SinkTable(
            "calls",
            "model",
            List.of("agent-1"),
            List.of(
                    new SinkColumn("call_id", Kind.TEXT, "The id."),
                    new SinkColumn("start_time", Kind.TIMESTAMP, "When it began; it's \"UTC\"."),
                    new SinkColumn("order", Kind.BIGINT, "A number."),
                    new SinkColumn("rate", Kind.DOUBLE, "A rate."),
                    new SinkColumn("cost", Kind.DECIMAL, "Money."),
                    new SinkColumn("ok", Kind.BOOLEAN, "Truth."),
                    new SinkColumn("day", Kind.DATE, "A day."),
                    new SinkColumn("transcript", Kind.TEXT, "Text."),
                    new SinkColumn("unexpected", Kind.JSON, "More.")),
            "call_id",
            "start_time");

    private Samples() {}

    static StoredRow row(String id, @Nullable Instant time, @Nullable Object... rest) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(id);
        values.add(time);
        for (int i = 0; i < TABLE.columns().size() - 2; i++) {
            values.add(i < rest.length ? rest[i] : null);
        }
        return new StoredRow(
                id, time, values, JsonText.sha256(values.toString()).substring(0, 32), SEEN, null);
    }

    /** A plain row at a minute of the day. */
    static StoredRow row(String id, int minute) {
        return row(id, DAY.plusSeconds(60L * minute), (long) minute, 0.5, new BigDecimal("1.25"), true, null, "hello");
    }

    /** Rows in the order of a unit. */
    static List<StoredRow> hardRows() {
        return List.of(
                row("empty", null, null, null, null, null, null, "", null),
                row(
                        "nul",
                        DAY,
                        (1L << 53) + 1,
                        Double.NaN,
                        new BigDecimal("0.1"),
                        false,
                        LocalDate.of(2026, 2, 28),
                        "a\0b",
                        null),
                row(
                        "half",
                        DAY.plusNanos(1),
                        Long.MIN_VALUE,
                        Double.NEGATIVE_INFINITY,
                        new BigDecimal("-7E+2"),
                        true,
                        null,
                        "x\ud83dy \udc00",
                        "{\"a\":\"\\ud83d\",\"a\":1}"),
                row(
                        "fine",
                        DAY.plusNanos(1),
                        Long.MAX_VALUE,
                        -0.0,
                        new BigDecimal("123456789012345678901234567890.5"),
                        true,
                        LocalDate.of(-44, 3, 15),
                        "a,\"b\"\r\nc;\td\n",
                        "[\"\\u0000\", 9007199254740993]"),
                row(
                        "\ud83d\ude00 id'\"",
                        DAY.plusNanos(123_456_789),
                        0L,
                        Double.MIN_VALUE,
                        new BigDecimal("1E-30"),
                        null,
                        LocalDate.MAX,
                        "\ud83d\ude00 \u00fc \u2028 \ufeff ' \\ $1 =1+1",
                        "{\"deep\":{\"n\":1e400}}"),
                row("id\0\ud83d", DAY.plusSeconds(9)),
                row("huge", DAY.plusSeconds(10), 1L, 0.5, new BigDecimal("-1E+200000")),
                row("tiny", DAY.plusSeconds(11), 1L, 0.5, new BigDecimal("1.5E-30000")),
                row("tall", DAY.plusSeconds(12), 1L, 0.5, new BigDecimal("7.5E+131071")),
                row("long", DAY.plusSeconds(13), 1L, 0.5, new BigDecimal("3E-17000").add(BigDecimal.ONE)),
                row(
                        "late",
                        Instant.parse("+12026-11-24T00:00:00Z"),
                        5L,
                        Double.MAX_VALUE,
                        BigDecimal.ZERO,
                        null,
                        null,
                        " ",
                        "null"));
    }

    /** Numbers are the same if their values are. */
    static List<List<@Nullable Object>> comparable(List<StoredRow> rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (StoredRow row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Object value : row.values()) {
                values.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
            }
            values.add(row.id());
            values.add(row.time());
            values.add(row.hash());
            values.add(row.changedAt());
            values.add(row.deletedAt());
            all.add(values);
        }
        return all;
    }

    static StoredRows rows(List<StoredRow> rows) {
        return to -> {
            for (StoredRow each : rows) {
                to.row(each);
            }
        };
    }
}
