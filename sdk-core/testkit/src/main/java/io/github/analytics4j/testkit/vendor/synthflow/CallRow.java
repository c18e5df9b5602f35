package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.json.JsonOut;

/** The facts of one Synthflow call, computed from its number; reused from row to row. */
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
        "in-progress",
        "queue"
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

    private final long seed;
    long key;
    long time;
    long bits;
    int status;
    int reason;
    int type;
    int duration;
    boolean positive;
    /** The executed action's index, or -1. */
    int action;

    CallRow(long seed) {
        this.seed = seed;
    }

    CallRow read(long rowKey, long rowTime) {
        key = rowKey;
        time = rowTime;
        bits = Noise.mix(seed, rowKey);
        status = Noise.pick(bits, 620, 130, 80, 40, 40, 50, 15, 15, 10);
        type = Noise.pick(bits << 7, 6, 3, 1);
        duration = duration();
        reason = reason();
        positive = status == 0 && (bits & 7) < 5;
        action = status == 0 && (bits >>> 3 & 3) == 0 ? (int) (bits >>> 5 & 0xff) % ACTIONS.length : -1;
        return this;
    }

    /** A second well of chance for the same row. */
    long more(int part) {
        return Noise.mix(bits, part);
    }

    /** Seconds; only a call that was picked up has any. */
    private int duration() {
        double unit = Noise.unit(Noise.mix(bits, 1));
        return switch (status) {
            case 0 -> 12 + (int) (unit * unit * 588);
            case 2, 5 -> 4 + (int) (unit * 30);
            default -> 0;
        };
    }

    private int reason() {
        return switch (status) {
            case 0 -> Noise.pick(Noise.mix(bits, 2), 40, 25, 15, 10, 5, 3, 2);
            case 2 -> 7;
            case 5 -> 8;
            default -> 9;
        };
    }

    /** The lead's number in E.164: some leads are called again and again. */
    void phone(JsonOut out) {
        out.raw("+1415").padded(5_550_000 + Noise.below(Noise.mix(bits, 3), 5_000), 7);
    }

    String phone() {
        return "+1415" + (5_550_000 + Noise.below(Noise.mix(bits, 3), 5_000));
    }
}
