package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import java.util.Locale;

/** Renders calls in the types the live API was seen to use: text for numbers, local times, nulls, free-form objects. */
public final class CallJson {
    private static final String[] HUMAN = {
        "Yes, this is me. What is it about?",
        "I would like to move my appointment to Thursday.",
        "Could you tell me what that would cost?",
        "No, the morning does not suit me, rather after three.",
        "Please send me a text with the details.",
        "That sounds good, thank you."
    };
    private static final String[] BOT = {
        "Good day, I am calling about your request from last week.",
        "Of course, there are two free slots in the afternoon.",
        "It is 45 dollars, and the first visit is free.",
        "I have noted that down for you.",
        "Is there anything else that I can do for you?",
        "Thank you for your time, goodbye."
    };
    private static final String[] HANGUPS = {"\"caller\"", "\"callee\"", "\"agent\"", "null"};

    private final String modelId;
    private final JsonOut out;
    private final long now;

    CallJson(String modelId, JsonOut out, long now) {
        this.modelId = modelId;
        this.out = out;
        this.now = now;
    }

    void write(CallRow row) {
        out.separate();
        int start = out.length();
        plain(row);
        if (row.edit != null && !row.edit.fields().isEmpty()) {
            out.edit(start, row.edit.fields());
        }
        out.done();
    }

    private void plain(CallRow row) {
        out.raw("{\"call_id\":\"");
        id(out, row.bits, row.key);
        out.raw("\",\"model_id\":\"").raw(modelId).raw("\",\"duration\":");
        duration(row);
        out.raw(",\"end_call_reason\":").text(row.reason).raw(",\"judge_results\":");
        judge(row);
        out.raw(",\"lead_phone_number\":");
        row.phone(out);
        out.raw(",\"agents_used\":[\"").raw(modelId).raw("\"],\"executed_actions\":");
        actions(row);
        media(row);
        people(row);
        telephony(row);
        variables(row);
        out.raw("}");
    }

    /** A UUID that no two rows share: the row's number is part of it. */
    public static void id(JsonOut out, long bits, long key) {
        out.hex(bits, 8).raw("-").hex(bits >>> 32, 4).raw("-4").hex(bits >>> 48, 3);
        out.raw("-9").hex(bits >>> 20, 3).raw("-").hex(key, 12);
    }

    public static String id(long bits, long key) {
        return String.format(
                Locale.ROOT,
                "%08x-%04x-4%03x-9%03x-%012x",
                bits & 0xffffffffL,
                bits >>> 32 & 0xffff,
                bits >>> 48 & 0xfff,
                bits >>> 20 & 0xfff,
                key & 0xffffffffffffL);
    }

    /** Text in two of three calls, as seen live; else the documented number. */
    private void duration(CallRow row) {
        if (row.key % 3 == 0) {
            out.digits(row.duration);
        } else {
            out.raw("\"").digits(row.duration).raw("\"");
        }
    }

    private void judge(CallRow row) {
        if (!row.status.equals(CallRow.STATUSES[0])) {
            out.raw("null");
            return;
        }
        out.raw("{\"goal_reached\":\"").raw(row.positive ? "true" : "partial");
        out.raw("\",\"user_was_polite\":\"True\",\"agent_interrupted\":\"false\",\"summary\":\"");
        out.raw(row.positive ? "The lead agreed to the next step." : "The lead wants to think it over.")
                .raw("\"}");
    }

    private void actions(CallRow row) {
        if (row.action < 0) {
            out.raw("{}");
        } else {
            out.raw("{\"").raw(CallRow.ACTIONS[row.action]).raw("\":{\"status\":\"success\",\"runs\":1}}");
        }
    }

    private void media(CallRow row) {
        boolean talked = row.duration > 0;
        if (talked) {
            out.raw(",\"recording_url\":\"https://recordings.invalid/")
                    .hex(row.bits, 16)
                    .raw(".wav\"");
        } else {
            out.raw(",\"recording_url\":null");
        }
        out.raw(",\"type_of_call\":").text(row.type).raw(",\"recording_duration\":null,\"transcript\":");
        if (talked) {
            transcript(row);
        } else {
            out.raw("null");
        }
        out.raw(",\"error_message\":")
                .raw(row.status.equals(CallRow.STATUSES[4]) ? "\"The carrier rejected the call.\"" : "null");
    }

    private void transcript(CallRow row) {
        int turns = Math.min(2 + row.duration / 40, 5);
        out.raw("\"");
        for (int turn = 0; turn < turns; turn++) {
            long chance = row.more(10 + turn);
            out.raw("\\nassistant: ").raw(BOT[Noise.below(chance, BOT.length)]);
            out.raw("\\nhuman: ").raw(HUMAN[Noise.below(chance << 13, HUMAN.length)]);
        }
        out.raw("\"");
    }

    private void people(CallRow row) {
        out.raw(",\"call_status\":").text(row.status).raw(",\"start_time\":");
        if (row.started) {
            out.raw("\"").digits(row.time).raw("\"");
        } else {
            out.raw("null");
        }
        out.raw(",\"lead_name\":").raw(row.leadName());
        out.raw(",\"name\":null,\"labels\":").raw(row.positive ? "[\"warm\",\"follow-up\"]" : "[]");
        out.raw(",\"agent_phone_number\":\"+14155550100\",\"deployment_type\":null,\"timezone\":\"Europe/London\"");
    }

    private void telephony(CallRow row) {
        boolean ended = row.ended;
        out.raw(",\"telephony_hangup\":").raw(ended ? HANGUPS[(int) (row.bits >>> 9 & 3)] : "null");
        boolean hungUp = ended && (row.bits >>> 11 & 1) == 0;
        out.raw(",\"telephony_disconnect_reason\":").raw(hungUp ? "\"callee_hangup\"" : "null");
        out.raw(",\"telephony_duration\":").digits(ended ? row.duration * 1000L + (row.bits & 511) : 0);
        out.raw(",\"telephony_ringing_duration\":").digits(1000 + (row.bits >>> 12 & 4095));
        out.raw(",\"telephony_start\":");
        local(row.started, row.time);
        out.raw(",\"telephony_end\":");
        long end = row.time + row.duration * 1000L;
        local(row.duration > 0 && row.endKnown(), row.edit == null ? Math.min(now, end) : end);
        out.raw(",\"campaign_type\":\"none\",\"phone_number_from\":\"+14155550100\",\"phone_number_to\":");
        row.phone(out);
        out.raw(",\"assistant_version\":\"v12\",\"telephony_sip_headers\":null");
    }

    private void local(boolean known, long millis) {
        if (known) {
            out.raw("\"");
            LocalTimes.write(out, millis);
            out.raw("\"");
        } else {
            out.raw("null");
        }
    }

    private void variables(CallRow row) {
        if (row.action < 0) {
            out.raw(",\"collected_variables\":null");
            return;
        }
        out.raw(",\"collected_variables\":{\"")
                .raw(modelId)
                .raw("\":{\"preferred_day\":{\"value\":\"Thursday\",\"collected\":true}");
        out.raw(",\"party_size\":{\"value\":").digits(row.bits & 7).raw(",\"collected\":true}");
        out.raw(",\"newsletter\":{\"value\":null,\"collected\":false}}}");
    }
}
