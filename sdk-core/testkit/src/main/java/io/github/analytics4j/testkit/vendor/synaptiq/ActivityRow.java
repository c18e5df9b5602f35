package io.github.analytics4j.testkit.vendor.synaptiq;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;

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
    private static final int LEADS = 400;

    private final long seed;
    private long key;
    private long time;
    private long bits;
    int type;

    ActivityRow(long seed) {
        this.seed = seed;
    }

    ActivityRow read(long rowKey, long rowTime) {
        key = rowKey;
        time = rowTime;
        bits = Noise.mix(seed, rowKey);
        type = Noise.pick(bits, 40, 20, 15, 10, 6, 6, 3);
        return this;
    }

    /** No two events share an id: the event's number ends it. */
    public static String id(long seed, long key) {
        return ulid("evt_01HQ", Noise.mix(seed, key), key);
    }

    String lead() {
        long lead = Noise.below(Noise.mix(bits, 1), LEADS);
        return ulid("lead_01HQ", Noise.mix(seed, -lead), lead);
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
        if (type > 0) {
            out.field("leadId", lead());
        }
        out.field("conversationId", ulid("conv_01HQ", Noise.mix(bits, 2), key));
        out.field("description", DESCRIPTIONS[type]).name("metadata").beginObject();
        metadata(out);
        out.endObject().name("occurredAt").separate().raw("\"");
        LocalTimes.writeMillis(out, time);
        out.raw("\"").done().endObject();
    }

    private void metadata(JsonOut out) {
        int from = 10 + (int) (bits & 31);
        int to = from + 10 + (int) (bits >>> 5 & 31);
        switch (type) {
            case 0 -> out.field("channel", SalesCounts.CHANNELS[(int) (bits & 3)]);
            case 1 -> out.field("source", SalesCounts.SOURCES[(int) (bits & 3)]).field("score", from);
            case 2 -> out.field("from", from).field("to", to);
            case 3 ->
                out.field("previousStatus", "new")
                        .field("newStatus", "qualified")
                        .name("scoreChange")
                        .beginObject()
                        .field("from", from)
                        .field("to", to)
                        .endObject();
            case 4 -> out.field("reason", "asked_for_a_person").field("waitSeconds", to);
            case 5 ->
                out.field("intent", "enterprise_pricing")
                        .field("confidence", 0.5 + (bits & 63) / 128.0, 2)
                        .field("estimatedDealSize", 1000L * to);
            default -> out.cents("dealValue", 100_000L * to).field("currency", "USD");
        }
    }
}
