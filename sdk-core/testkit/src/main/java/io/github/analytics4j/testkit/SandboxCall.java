package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Rows.Found;
import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.vendor.synthflow.CallEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says how a call of the sandbox is, or what changes about it. What is left unsaid comes of chance.
 *
 * <p>A call lives by the sandbox's clock: it is queued, dialled, in progress, and has its last status from its end on.
 * A status that is said here is shown at once, and until something else is said.
 */
public final class SandboxCall {
    private static final String BY_LENGTH = "say durationSeconds or endsAt";
    // What comes of something else, so that a value of its own would contradict filters and analytics.
    private static final Map<String, String> COMPUTED = Map.ofEntries(
            Map.entry("call_id", "the sandbox gives it"),
            Map.entry("model_id", "it is the agent's"),
            Map.entry("call_status", "say status"),
            Map.entry("end_call_reason", "say endCallReason"),
            Map.entry("type_of_call", "say typeOfCall"),
            Map.entry("lead_phone_number", "say leadPhoneNumber"),
            Map.entry("phone_number_to", "say leadPhoneNumber"),
            Map.entry("start_time", "say startedAt"),
            Map.entry("telephony_start", "say startedAt"),
            Map.entry("duration", BY_LENGTH),
            Map.entry("telephony_duration", BY_LENGTH),
            Map.entry("telephony_end", BY_LENGTH));

    private Instant time;
    private CallEdit edit;
    private @Nullable Duration duration;

    SandboxCall(Instant time, @Nullable CallEdit edit) {
        this.time = time;
        this.edit = edit == null ? CallEdit.NONE : edit;
    }

    /** When it started, which is where it stands in the log. A new call starts now. */
    public SandboxCall startedAt(Instant start) {
        time = Clocks.checked("startedAt", start);
        edit = edit.started(true);
        return this;
    }

    /** It has not started, so that it has no {@code start_time} and no range of times finds it. */
    public SandboxCall withoutStart() {
        edit = edit.started(false);
        return this;
    }

    /** Where a call without a start stands in the log; now unless told otherwise. */
    public SandboxCall createdAt(Instant created) {
        time = Clocks.checked("createdAt", created);
        return this;
    }

    /** It is in progress until this time, nights later perhaps, and has ended from then on. */
    public SandboxCall endsAt(Instant end) {
        return endsAt(Clocks.checked("endsAt", end).toEpochMilli());
    }

    private SandboxCall endsAt(long millis) {
        edit = edit.end(millis);
        duration = null;
        return this;
    }

    /** It ends so long after its start. */
    public SandboxCall duration(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("duration: must not be negative, was " + length);
        }
        duration = length;
        return this;
    }

    /** It is in progress, and has no end until one is said. */
    public SandboxCall inProgress() {
        return endsAt(Long.MAX_VALUE);
    }

    /** The {@code call_status} it ends with; without an end that was said, the one it has from now on. */
    public SandboxCall status(String status) {
        edit = edit.status(status);
        return this;
    }

    public SandboxCall endCallReason(String reason) {
        edit = edit.reason(reason);
        return this;
    }

    /** {@code inbound}, {@code outbound} or {@code widget}. */
    public SandboxCall typeOfCall(String type) {
        edit = edit.type(type);
        return this;
    }

    public SandboxCall leadPhoneNumber(String number) {
        edit = edit.phone(number);
        return this;
    }

    public SandboxCall leadName(String name) {
        return field("lead_name", name);
    }

    public SandboxCall labels(String... labels) {
        return field("labels", List.of(labels));
    }

    public SandboxCall transcript(String text) {
        return field("transcript", text);
    }

    /**
     * The value of any field of the call's JSON, also one that the vendor does not document: text, a number, a truth, a
     * list, a map or null. Neither filters nor analytics know of it; what they know is refused here, since there are
     * methods of their own for it.
     */
    public SandboxCall field(String name, @Nullable Object value) {
        String instead = COMPUTED.get(name);
        if (instead != null) {
            throw new IllegalArgumentException("fields: " + name + " cannot be given a value of its own; " + instead);
        }
        edit = edit.field(name, value);
        return this;
    }

    Found result() {
        long start = time.toEpochMilli();
        Long end = edit.end();
        if (edit.started() && duration == null && end != null && end < start) {
            throw new IllegalArgumentException("endsAt: a call cannot end before it starts; it starts at " + time
                    + " and would end at " + Instant.ofEpochMilli(end));
        }
        return new Found(start, duration == null ? edit : edit.end(endAfter(duration)));
    }

    private long endAfter(Duration length) {
        Instant end = time.plus(Clocks.capped(length));
        if (length.compareTo(Clocks.CENTURY) > 0 || !Clocks.canShow(end)) {
            throw new IllegalArgumentException("duration: must be a century at most and end in the year 8999 or before,"
                    + " was " + length + " from " + time + " on");
        }
        return end.toEpochMilli();
    }
}
