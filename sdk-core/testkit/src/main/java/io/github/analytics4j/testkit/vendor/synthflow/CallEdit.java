package io.github.analytics4j.testkit.vendor.synthflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a call, in place of what comes of its number. Immutable.
 *
 * @param started false for a call that stands in the log and has never begun
 * @param end epoch milliseconds; before it the call is in progress
 * @param fields values of fields that nothing else depends on
 */
public record CallEdit(
        @Nullable String status,
        @Nullable String reason,
        @Nullable String type,
        @Nullable String phone,
        boolean started,
        @Nullable Long end,
        Map<String, @Nullable Object> fields) {
    public static final CallEdit NONE = new CallEdit(null, null, null, null, true, null, Map.of());

    public CallEdit status(String newStatus) {
        return new CallEdit(newStatus, reason, type, phone, started, end, fields);
    }

    public CallEdit reason(String newReason) {
        return new CallEdit(status, newReason, type, phone, started, end, fields);
    }

    public CallEdit type(String newType) {
        return new CallEdit(status, reason, newType, phone, started, end, fields);
    }

    public CallEdit phone(String newPhone) {
        return new CallEdit(status, reason, type, newPhone, started, end, fields);
    }

    public CallEdit started(boolean hasStarted) {
        return new CallEdit(status, reason, type, phone, hasStarted, end, fields);
    }

    public CallEdit end(long millis) {
        return new CallEdit(status, reason, type, phone, started, millis, fields);
    }

    public CallEdit field(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new CallEdit(status, reason, type, phone, started, end, more);
    }
}
