package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of an order, as one line of text without blanks at its ends.
 *
 * @param reportId identifies the report
 * @param status what the server said when it was ordered
 * @param orderedAt when that was
 * @param estimate how long it was to take, or null
 * @param format what kind of file was ordered, or null
 */
record ReportTicket(
        String reportId,
        ReportStatus status,
        Instant orderedAt,
        @Nullable Duration estimate,
        @Nullable ReportFormat format) {
    private static final String HEAD = "voisnap-report:1";

    /** Longer than any report takes; a server that says more is not believed. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Reads the order out of a response; null if it names no report. */
    static @Nullable ReportTicket of(@Nullable ReportFormat format, CreatedReport created, Instant now) {
        JsonValue all = JsonValue.parse(created.toJson());
        JsonValue wrapped = ReportWords.in(all, "estimatedSeconds");
        BigDecimal number = wrapped == null ? null : wrapped.asDecimal();
        Double seconds = number == null ? created.estimatedSeconds() : Double.valueOf(number.doubleValue());
        Duration estimate = seconds == null || !(seconds >= 0)
                ? null
                : Duration.ofMillis((long) (Math.min(seconds, (double) LONGEST.toSeconds()) * 1000));
        return of(all, now, estimate, format);
    }

    /**
     * Reads the order out of a response that tells of an error as well; null if it names no report. A mere {@code id} beside an error
     * without a status is the error's own.
     */
    static @Nullable ReportTicket ofRefusal(@Nullable ReportFormat format, String body, Instant now) {
        JsonValue all;
        try {
            all = JsonValue.parse(body);
        } catch (JsonSyntaxException e) {
            return null;
        }
        boolean errorsOwn = all.get("status") == null && !ReportId.isNamed(all);
        return all.kind() != JsonValue.Kind.OBJECT || errorsOwn ? null : of(all, now, null, format);
    }

    private static @Nullable ReportTicket of(
            JsonValue all, Instant now, @Nullable Duration estimate, @Nullable ReportFormat format) {
        String id = ReportId.in(all);
        String status = plain(ReportWords.in(all, "status"));
        return id == null
                ? null
                : new ReportTicket(id, ReportStatus.of(status == null ? "unknown" : status), now, estimate, format);
    }

    private static @Nullable String plain(@Nullable JsonValue value) {
        if (value == null) {
            return null;
        }
        return value.kind() == JsonValue.Kind.NUMBER ? value.json() : value.asText();
    }

    static ReportTicket ofId(String reportId, Instant now) {
        return new ReportTicket(checked(reportId), ReportStatus.of("unknown"), now, Duration.ZERO, null);
    }

    String toText() {
        StringBuilder out = new StringBuilder(HEAD);
        append(out, "id", reportId);
        append(out, "status", status.text());
        append(out, "ordered", orderedAt.toString());
        append(out, "estimate", estimate == null ? null : estimate.toString());
        append(out, "format", format == null ? null : format.text());
        return out.toString();
    }

    static ReportTicket parse(String text) {
        String[] words = text.strip().split(" ", -1);
        if (!words[0].equals(HEAD)) {
            throw new IllegalArgumentException("not a stored report: it does not begin with " + HEAD);
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals > 0) {
                fields.put(words[i].substring(0, equals), decoded(words[i].substring(equals + 1)));
            }
        }
        try {
            String estimate = fields.get("estimate");
            String format = fields.get("format");
            return new ReportTicket(
                    checked(need(fields, "id")),
                    ReportStatus.of(need(fields, "status")),
                    Instant.parse(need(fields, "ordered")),
                    estimate == null ? null : believable(Duration.parse(estimate)),
                    format == null ? null : ReportFormat.of(format));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a stored report: a time in it cannot be read", e);
        }
    }

    /** A handle may have been written by anyone. */
    private static Duration believable(Duration estimate) {
        if (estimate.isNegative()) {
            return Duration.ZERO;
        }
        return estimate.compareTo(LONGEST) > 0 ? LONGEST : estimate;
    }

    private static String need(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("not a stored report: it has no " + name);
        }
        return value;
    }

    private static String checked(String reportId) {
        if (reportId.isBlank()) {
            throw new IllegalArgumentException("reportId must not be blank");
        }
        return reportId;
    }

    private static void append(StringBuilder out, String name, @Nullable String value) {
        if (value != null) {
            out.append(' ').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a stored report: a value in it is broken", e);
        }
    }
}
