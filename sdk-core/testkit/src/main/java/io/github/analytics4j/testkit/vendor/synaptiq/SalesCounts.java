package io.github.analytics4j.testkit.vendor.synaptiq;

import io.github.analytics4j.testkit.data.Noise;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What Synaptiq counted over some days. Every day is the sum of sixteen cells, one for each channel and source, so that
 * days add up to periods and filters to the whole.
 */
public final class SalesCounts {
    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] CHANNELS = {"web_chat", "api", "whatsapp", "slack"};

    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] SOURCES = {"chat", "api", "import", "form"};

    static final String[] STAGES = {
        "Visitors", "Engaged (Started Chat)", "Lead Captured", "Qualified", "Demo Booked", "Converted"
    };
    private static final double[] CONVERSION = {0.21, 0.16, 0.47, 0.35, 0.62};

    /** How many reached each stage; conversations are those engaged. */
    final long[] stages = new long[STAGES.length];

    long scores;
    long responseMillis;
    long messages;
    long handoffs;
    long pipelineCents;

    static SalesCounts of(long seed, LocalDate from, LocalDate to, @Nullable String channel, @Nullable String source) {
        SalesCounts counts = new SalesCounts();
        for (long day = from.toEpochDay(); day <= to.toEpochDay(); day++) {
            for (int cell = 0; cell < CHANNELS.length * SOURCES.length; cell++) {
                if ((channel == null || channel.equals(CHANNELS[cell / SOURCES.length]))
                        && (source == null || source.equals(SOURCES[cell % SOURCES.length]))) {
                    counts.add(Noise.mix(seed, day, cell));
                }
            }
        }
        return counts;
    }

    private void add(long bits) {
        long reached = 20L + Noise.below(bits, 40);
        stages[0] += reached;
        long[] cell = new long[STAGES.length];
        for (int i = 0; i < CONVERSION.length; i++) {
            reached = Math.min(reached, (long) (reached * CONVERSION[i] + Noise.unit(Noise.mix(bits, i))));
            cell[i + 1] = reached;
            stages[i + 1] += reached;
        }
        scores += cell[2] * (35L + Noise.below(Noise.mix(bits, 10), 40));
        responseMillis += cell[1] * (800L + Noise.below(Noise.mix(bits, 11), 900));
        messages += cell[1] * (6L + Noise.below(Noise.mix(bits, 12), 6));
        handoffs += (long) (cell[1] * 0.12 + Noise.unit(Noise.mix(bits, 13)));
        pipelineCents += cell[3] * (200_000 + 50_000L * Noise.below(Noise.mix(bits, 14), 8));
    }

    long conversations() {
        return stages[1];
    }

    long leads() {
        return stages[2];
    }

    long qualified() {
        return stages[3];
    }

    /** Qualified leads per conversation, which is what the vendor's sample figures are. */
    double conversionRate() {
        return ratio(qualified(), conversations());
    }

    static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
