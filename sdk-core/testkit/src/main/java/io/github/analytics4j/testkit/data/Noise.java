package io.github.analytics4j.testkit.data;

/** Reproducible chance: the same seed and key always give the same bits, in any order of asking. */
public final class Noise {
    private Noise() {}

    /** SplitMix64's finisher over a seed and a key. */
    public static long mix(long seed, long key) {
        long z = seed + (key + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public static long mix(long seed, long key, long part) {
        return mix(mix(seed, key), part);
    }

    /** From 0 up to but without the bound. */
    public static int below(long bits, int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    /** From 0 up to but without 1. */
    public static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** An index, each as likely as its share of the weights' sum. */
    public static int pick(long bits, int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int at = below(bits, sum);
        int index = 0;
        while (at >= weights[index]) {
            at -= weights[index++];
        }
        return index;
    }
}
