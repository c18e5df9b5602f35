package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Rows;
import java.util.Arrays;
import java.util.Locale;

/** The facts of one Voisnap conversation, computed from its number; reused from row to row. */
public final class Conversation {
    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] CHANNELS = {"phone", "webrtc", "webchat", "sms"};

    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] STATUSES = {"completed", "abandoned", "failed", "in_progress"};

    static final String[] OUTCOMES = {"resolved", "escalated", "callback_scheduled", "unresolved"};
    static final String[] INTENTS = {
        "billing_inquiry", "account_support", "product_question", "cancellation_request", "other"
    };

    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] AGENTS = {"agt_01HXK8Z3MNPQRS", "agt_01HXK9A7BCDEFG"};

    static final String[] AGENT_NAMES = {"Aria \u2013 Support", "Leo \u2013 Sales"};

    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] COSTS = {"llm", "tts", "stt", "telephony"};

    private static final int IN_PROGRESS = 3;

    private final long seed;
    private final long lifeNow;
    private long key;
    long time;
    int channel;
    int status;
    int outcome;
    int intent;
    int agent;
    int seconds;
    /** From 0 to 100. */
    int sentiment;

    final int[] costCents = new int[COSTS.length];

    Conversation(ConversationLog log) {
        this.seed = log.seed;
        this.lifeNow = log.rows.timeline().lifeNow();
    }

    Conversation read(long rowKey, long rowTime) {
        key = rowKey;
        time = rowTime;
        long bits = Noise.mix(seed, rowKey);
        channel = Noise.pick(Noise.mix(bits, 1), 80, 12, 5, 3);
        status = Noise.pick(Noise.mix(bits, 2), 90, 8, 2);
        outcome = Noise.pick(Noise.mix(bits, 3), 73, 16, 5, 6);
        intent = Noise.pick(Noise.mix(bits, 4), 33, 20, 16, 6, 25);
        agent = Noise.pick(Noise.mix(bits, 5), 3, 2);
        seconds = 20 + Noise.below(Noise.mix(bits, 6), 400);
        sentiment = 40 + Noise.below(Noise.mix(bits, 7), 60);
        costCents[0] = 2 + seconds / 120;
        costCents[1] = 1 + seconds / 150;
        costCents[2] = 1 + seconds / 300;
        costCents[3] = channel == 0 ? 1 : 0;
        if (rowKey < Rows.INSERTED && rowTime + 1000L * seconds > lifeNow) {
            status = IN_PROGRESS;
            seconds = 0;
            Arrays.fill(costCents, 0);
        }
        return this;
    }

    String id() {
        return id(key);
    }

    static String id(long key) {
        return String.format(Locale.ROOT, "conv_%013d", key);
    }

    int cents() {
        return costCents[0] + costCents[1] + costCents[2] + costCents[3];
    }
}
