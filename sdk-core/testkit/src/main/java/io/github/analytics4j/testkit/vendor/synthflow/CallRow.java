package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.json.JsonOut;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one Synthflow call as they are at a time, computed from its number and from what was said about it;
 * reused from row to row.
 *
 * <p>A call is queued, dialled and answered before it has the status it ends with. Calls that were inserted have ended
 * already.
 */
public final class CallRow {
    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] STATUSES = {
        "completed",
        "no-answer",
        "hangup_on_voicemail",
        "busy",
        "failed",
        "left_voicemail",
        "user-canceled",
        "paused",
        "in-progress",
        "queue",
        "initiated",
        "ringing",
        "checking"
    };

    static final String[] REASONS = {
        "human_goodbye",
        "agent_goodbye",
        "goodbye_detected",
        "user_disconnected",
        "idle_time_exceeded",
        "max_duration",
        "human_pick_up_cut_off",
        "voicemail",
        "voicemail_message_left",
        "undefined"
    };
    static final String[] TYPES = {"outbound", "inbound", "widget"};
    static final String[] ACTIONS = {"book_appointment", "send_sms", "transfer_call"};

    /** No call of those computed is longer. */
    static final int LONGEST_SECONDS = 600;

    private static final int UNDEFINED = REASONS.length - 1;
    private static final int IN_PROGRESS = 8;
    // Milliseconds after its start at which a call goes on to the next of the statuses behind IN_PROGRESS.
    private static final int[] PHASES = {300, 1_000, 4_000, 6_000};

    private static final Set<String> UNDER_WAY = Set.copyOf(List.of(STATUSES).subList(IN_PROGRESS, STATUSES.length));

    private final CallAgent agent;
    private final long lifeNow;
    private final long now;
    long key;
    long time;
    long bits;
    String status = "";
    String reason = "";
    String type = "";
    /** Whether it has the status it ends with. */
    boolean ended;
    /** Whether it has begun; one that has not has no start either. */
    boolean started;
    /** Epoch milliseconds; of a call that has not ended there is none yet. */
    long end;

    int duration;
    boolean positive;
    /** The executed action's index, or -1. */
    int action;
    /** The lead's place among the people of the account. */
    int lead;

    @Nullable
    CallEdit edit;

    CallRow(CallAgent agent, long lifeNow, long now) {
        this.agent = agent;
        this.lifeNow = lifeNow;
        this.now = now;
    }

    CallRow read(long rowKey, long rowTime, @Nullable Object rowEdit) {
        key = rowKey;
        time = rowTime;
        edit = (CallEdit) rowEdit;
        bits = Noise.mix(agent.seed(), rowKey);
        int outcome = Noise.pick(bits, 620, 130, 80, 40, 40, 50, 15, 8);
        duration = duration(outcome);
        status = STATUSES[outcome];
        type = TYPES[Noise.pick(bits << 7, 6, 3, 1)];
        reason = REASONS[reason(outcome)];
        started = true;
        double unit = Noise.unit(Noise.mix(bits, 3));
        lead = (int) (unit * unit * unit * Leads.COUNT); // some are called again and again
        end = time + Math.max(duration, 2 + ((bits >>> 40) & 15)) * 1000;
        if (edit != null) {
            apply(edit);
        }
        phase();
        positive = status.equals(STATUSES[0]) && (bits & 7) < 5;
        action = status.equals(STATUSES[0]) && (bits >>> 3 & 3) == 0 ? (int) (bits >>> 5 & 0xff) % ACTIONS.length : -1;
        return this;
    }

    private void apply(CallEdit change) {
        status = change.status() == null ? status : change.status();
        reason = change.reason() == null ? reason : change.reason();
        type = change.type() == null ? type : change.type();
        started = change.started();
        if (change.end() != null) {
            end = change.end();
            duration = (int) Math.max(0, Math.min(Integer.MAX_VALUE, (end - time) / 1000));
        }
    }

    /** The status the call has now, which is the last one only after its end. */
    private void phase() {
        long moment = edit == null ? lifeNow : now;
        ended = started && hasEnded(moment);
        if (ended) {
            return;
        }
        duration = 0;
        reason = REASONS[UNDEFINED];
        if (edit == null || edit.status() == null || edit.end() != null) {
            int step = 0;
            while (started && step < PHASES.length && moment - time >= PHASES[step]) {
                step++;
            }
            status = STATUSES[step == PHASES.length ? IN_PROGRESS : IN_PROGRESS + 1 + step];
        }
    }

    private boolean hasEnded(long moment) {
        if (edit == null) {
            return key >= Rows.INSERTED || moment >= end;
        }
        boolean byClock = edit.status() == null || edit.end() != null;
        return byClock ? moment >= end : !UNDER_WAY.contains(edit.status());
    }

    /** A second well of chance for the same row. */
    long more(int part) {
        return Noise.mix(bits, part);
    }

    String id() {
        return CallJson.id(bits, key);
    }

    /** Whether its end is told: of a call that was inserted, which ended at once, only if an end was said. */
    boolean endKnown() {
        return key < Rows.INSERTED || (edit != null && edit.end() != null);
    }

    /** Whether it ended before this, as a filter for the end of calls understands it. */
    boolean endedBefore(long millis) {
        return ended && end < millis;
    }

    /** Seconds; only a call that was picked up has any. */
    private int duration(int outcome) {
        double unit = Noise.unit(Noise.mix(bits, 1));
        return switch (outcome) {
            case 0 -> 12 + (int) (unit * unit * (LONGEST_SECONDS - 12));
            case 2, 5 -> 4 + (int) (unit * 30);
            default -> 0;
        };
    }

    private int reason(int outcome) {
        return switch (outcome) {
            case 0 -> duration > 560 ? 5 : Noise.pick(Noise.mix(bits, 2), 40, 25, 15, 10, 5, 0, 2);
            case 2 -> 7;
            case 5 -> 8;
            default -> UNDEFINED;
        };
    }

    /** The lead's number in E.164. */
    void phone(JsonOut out) {
        if (edit != null && edit.phone() != null) {
            out.text(edit.phone());
        } else {
            out.raw("\"").raw(Leads.PREFIX).padded(Leads.FIRST + lead, 7).raw("\"");
        }
    }

    String phone() {
        return edit != null && edit.phone() != null ? edit.phone() : Leads.PREFIX + (Leads.FIRST + lead);
    }

    byte[] leadName() {
        return Leads.name(agent.leads(), lead);
    }
}
