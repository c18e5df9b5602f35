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

    /**
     * Sets when it started, which is where it stands in the log. A new call starts now.
     *
     * @param start in the past by the sandbox's clock, or later: then it shows when its time comes
     * @return this call
     */
    public SandboxCall startedAt(Instant start) {
        time = Clocks.checked("startedAt", start);
        edit = edit.started(true);
        return this;
    }

    /**
     * Lets it not have started, so that it has no {@code start_time} and no range of times finds it.
     *
     * @return this call
     */
    public SandboxCall withoutStart() {
        edit = edit.started(false);
        return this;
    }

    /**
     * Sets where a call without a start stands in the log.
     *
     * @param created now unless told otherwise
     * @return this call
     */
    public SandboxCall createdAt(Instant created) {
        time = Clocks.checked("createdAt", created);
        return this;
    }

    /**
     * Lets it be in progress until a time, nights later perhaps, and have ended from then on.
     *
     * @param end by the sandbox's clock
     * @return this call
     */
    public SandboxCall endsAt(Instant end) {
        return endsAt(Clocks.checked("endsAt", end).toEpochMilli());
    }

    private SandboxCall endsAt(long millis) {
        edit = edit.end(millis);
        duration = null;
        return this;
    }

    /**
     * Lets it end so long after its start.
     *
     * @param length of the call
     * @return this call
     */
    public SandboxCall duration(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("duration: must not be negative, was " + length);
        }
        duration = length;
        return this;
    }

    /**
     * Lets it be in progress; it has no end until one is said.
     *
     * @return this call
     */
    public SandboxCall inProgress() {
        return endsAt(Long.MAX_VALUE);
    }

    /**
     * Sets the {@code call_status} it ends with; without an end that was said, the one it has from now on.
     *
     * @param status also one that the vendor does not document
     * @return this call
     */
    public SandboxCall status(String status) {
        edit = edit.status(status);
        return this;
    }

    /**
     * Sets the {@code end_call_reason}.
     *
     * @param reason also one that the vendor does not document
     * @return this call
     */
    public SandboxCall endCallReason(String reason) {
        edit = edit.reason(reason);
        return this;
    }

    /**
     * Sets the {@code type_of_call}.
     *
     * @param type {@code inbound}, {@code outbound} or {@code widget}
     * @return this call
     */
    public SandboxCall typeOfCall(String type) {
        edit = edit.type(type);
        return this;
    }

    /**
     * Sets the {@code lead_phone_number}.
     *
     * @param number in E.164 form, as the sandbox's own are
     * @return this call
     */
    public SandboxCall leadPhoneNumber(String number) {
        edit = edit.phone(number);
        return this;
    }

    /**
     * Sets the {@code lead_name}.
     *
     * @param name as it is to be answered
     * @return this call
     */
    public SandboxCall leadName(String name) {
        return field("lead_name", name);
    }

    /**
     * Sets the {@code labels}.
     *
     * @param labels in the place of those it has
     * @return this call
     */
    public SandboxCall labels(String... labels) {
        return field("labels", List.of(labels));
    }

    /**
     * Sets the {@code transcript}.
     *
     * @param text as it is to be answered
     * @return this call
     */
    public SandboxCall transcript(String text) {
        return field("transcript", text);
    }

    /**
     * Sets any field of the call's JSON, also one that the vendor does not document. Neither filters nor analytics know of
     * it; what they know is refused here, since there are methods of their own for it.
     *
     * @param name on the wire
     * @param value text, a number, a truth, a list, a map or null
     * @return this call
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
