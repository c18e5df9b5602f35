package io.github.analytics4j.testkit.vendor.callops;

import io.github.analytics4j.testkit.data.Noise;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts of one CallOps call, computed from its bits; reused from row to row. */
public final class OpsCall {
    static final String[] AGENTS = {
        new UUID(0x550e8400e29b41d4L, 0xa716446655440000L).toString(),
        new UUID(0x660e8400e29b41d4L, 0xa716446655440001L).toString(),
        new UUID(0x770e8400e29b41d4L, 0xa716446655440002L).toString()
    };
    // The last agent was deleted: its calls remain, its name does not.
    private static final @Nullable String[] AGENT_NAMES = {"Support Agent", "Sales Agent", null};
    /** A call without an outcome of its own is grouped under its status. */
    static final String[] OUTCOMES = {
        "completed", "voicemail", "caller_hangup", "invalid_number", "failed", "in-progress"
    };

    private static final int IN_PROGRESS = 5;
    static final String[] PROVIDERS = {"deepgram", "openai", "elevenlabs"};

    int agent;
    int outcome;
    /** Tenths of a second. */
    int duration;
    /** Tenths of a millisecond, stage by stage. */
    final int[] latencies = new int[3];

    int totalLatency;
    int cents;
    int turns;
    boolean bargedIn;
    /** The provider that failed, or -1. */
    int failedProvider;

    static @Nullable String agentName(int agent) {
        return AGENT_NAMES[agent];
    }

    /**
     * The call of these bits.
     *
     * @param tenths how long it took, in tenths of a second
     * @param underWay whether it is still going on, so that it has neither length nor cost
     * @param sttFailed whether the speech-to-text provider told of an error
     */
    OpsCall read(long bits, int tenths, boolean underWay, boolean sttFailed) {
        agent = Noise.pick(Noise.mix(bits, 1), 5, 3, 1);
        outcome = underWay ? IN_PROGRESS : Noise.pick(Noise.mix(bits, 2), 70, 12, 9, 3, 4);
        duration = underWay ? 0 : tenths;
        latencies[0] = 800 + Noise.below(Noise.mix(bits, 4), 800);
        latencies[1] = 2500 + (int) (Noise.unit(Noise.mix(bits, 5)) * Noise.unit(bits) * 25_000);
        latencies[2] = 600 + Noise.below(Noise.mix(bits, 6), 500);
        totalLatency = latencies[0] + latencies[1] + latencies[2] + 20;
        cents = underWay ? 0 : 1 + duration / 60;
        turns = 1 + duration / 50;
        bargedIn = Noise.below(Noise.mix(bits, 7), 100) < 35;
        boolean failed = Noise.below(Noise.mix(bits, 8), 100) < 1;
        failedProvider = sttFailed ? 0 : failed ? 1 + Noise.below(Noise.mix(bits, 9), PROVIDERS.length - 1) : -1;
        return this;
    }

    /** Whether it is one of these agents', or of any if there are none. */
    boolean isOf(Iterable<String> agents) {
        boolean any = true;
        for (String wanted : agents) {
            if (wanted.equalsIgnoreCase(AGENTS[agent])) {
                return true;
            }
            any = false;
        }
        return any;
    }

    /** Completed is a status as well: calls that ended on voicemail or by hanging up completed too. */
    boolean completed() {
        return outcome < 4;
    }

    boolean failed() {
        return outcome == 4;
    }
}
