package io.github.analytics4j.testkit.vendor.synaptiq;

import io.github.analytics4j.testkit.data.DayPlans;
import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import org.jspecify.annotations.Nullable;

/** One event of Synaptiq's activity feed, computed from its number; reused from row to row. */
public final class ActivityRow {
    static final String[] TYPES = {
        "conversation.started",
        "lead.created",
        "lead.score_changed",
        "lead.qualified",
        "conversation.handoff",
        "intent.high_value",
        "conversion.completed"
    };
    private static final String[] DESCRIPTIONS = {
        "A visitor began a conversation.",
        "A lead left a work address.",
        "The lead's score changed.",
        "The lead has a budget and a date.",
        "A colleague took the conversation over.",
        "A visitor asked for prices for a large team.",
        "The lead signed."
    };
    // Crockford's alphabet, as in a ULID.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final long seed;
    private final DayPlans days;
    private long key;
    private long time;
    private long bits;
    /** The chance of the conversation that the event belongs to; all its events share it. */
    private long conversation;

    private long begun;
    int type;

    ActivityRow(long seed, DayPlans days) {
        this.seed = seed;
        this.days = days;
    }

    /** An event that was inserted begins a conversation of its own. */
    ActivityRow read(long rowKey, long rowTime) {
        key = rowKey;
        time = rowTime;
        bits = Noise.mix(seed, rowKey);
        begun = rowKey;
        type = SalesDay.STARTED;
        if (rowKey < Rows.INSERTED) {
            DayPlans.Day day = days.dayOf(rowKey);
            type = day.type(rowKey);
            begun = day.parent(rowKey);
        }
        conversation = Noise.mix(seed, begun, 7);
        return this;
    }

    /** No two events share an id: the event's number ends it. */
    public static String id(long seed, long key) {
        return ulid("evt_01HQ", Noise.mix(seed, key), key);
    }

    /** The lead that came of the conversation, if this event is about one. */
    @Nullable
    String lead() {
        boolean about = type != SalesDay.STARTED && type != SalesDay.HANDOFF;
        return about ? ulid("lead_01HQ", Noise.mix(conversation, 1), begun) : null;
    }

    int channel() {
        return Noise.pick(Noise.mix(conversation, 2), 60, 10, 20, 10);
    }

    int source() {
        return Noise.pick(Noise.mix(conversation, 3), 70, 10, 5, 15);
    }

    /** The score that a lead begins with. */
    int score() {
        return 35 + Noise.below(Noise.mix(conversation, 4), 40);
    }

    /** Visitors who came for each one who began to talk. */
    int visitors() {
        return 1 + Noise.below(Noise.mix(conversation, 5), 9);
    }

    int responseMillis() {
        return 800 + Noise.below(Noise.mix(conversation, 6), 900);
    }

    int messages() {
        return 6 + Noise.below(Noise.mix(conversation, 8), 6);
    }

    /** Returns the worth of the deal that a qualified lead may bring, in cents. */
    long pipelineCents() {
        return 200_000 + 50_000L * Noise.below(Noise.mix(conversation, 9), 8);
    }

    /** Whether a demo is booked: by one in eight leads, and by all who will sign. */
    boolean demo() {
        return Noise.below(Noise.mix(conversation, 10), 8) == 0
                || (key < Rows.INSERTED && days.dayOf(key).timeOf(begun, SalesDay.CONVERTED, SalesDay.CONVERTED) >= 0);
    }

    private static String ulid(String prefix, long bits, long number) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < 12; i++) {
            text.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
        for (int shift = 45; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (number >>> shift) & 31));
        }
        return text.toString();
    }

    void write(JsonOut out) {
        out.beginObject().field("id", id(seed, key)).field("type", TYPES[type]);
        String lead = lead();
        if (lead != null) {
            out.field("leadId", lead);
        }
        out.field("conversationId", ulid("conv_01HQ", Noise.mix(conversation, 0), begun));
        out.field("description", DESCRIPTIONS[type]).name("metadata").beginObject();
        metadata(out);
        out.endObject().name("occurredAt").separate().raw("\"");
        LocalTimes.writeMillis(out, time);
        out.raw("\"").done().endObject();
    }

    private void metadata(JsonOut out) {
        int from = score();
        int to = Math.min(100, from + 5 + (int) (bits & 15));
        switch (type) {
            case SalesDay.STARTED -> out.field("channel", SalesCounts.CHANNELS[channel()]);
            case SalesDay.LEAD ->
                out.field("source", SalesCounts.SOURCES[source()]).field("score", from);
            case SalesDay.SCORED -> out.field("from", from).field("to", to);
            case SalesDay.QUALIFIED ->
                out.field("previousStatus", "new")
                        .field("newStatus", "qualified")
                        .name("scoreChange")
                        .beginObject()
                        .field("from", from)
                        .field("to", to)
                        .endObject();
            case SalesDay.HANDOFF -> out.field("reason", "asked_for_a_person").field("waitSeconds", to);
            case SalesDay.INTENT ->
                out.field("intent", "enterprise_pricing")
                        .field("confidence", 0.5 + (bits & 63) / 128.0, 2)
                        .field("estimatedDealSize", pipelineCents() / 100);
            default -> out.cents("dealValue", pipelineCents()).field("currency", "USD");
        }
    }
}
