package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowResponse.Timed;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows lie in slots whose responses were cut at random: each such response is a sample of its slot. Once a part of the
 * slot was read, the sample says how many rows each other part holds. Pure decisions.
 */
final class CutSamples {

    /** A sample of which each row stands for more rows than this says too little: then a finer one is asked for. */
    private static final double COARSE = 20;
    /**
     * So many responses' rows are asked for at once for that, times the root of a response's: a part of it should have enough rows of
     * the sample to tell how many it holds.
     */
    private static final double FINER = 0.36;

    private static final double LEAST_FINER = 2.5;
    /** A slot is planned for the response's capacity less that many standard deviations. */
    private static final double MARGIN = 1.4;
    /** The spread that even a sample of all rows leaves: rows come in, and the number of all is an estimate. */
    private static final double LEAST_SPREAD = 0.2;
    /** A guess by the sample around it counts as much as so many rows. */
    private static final double GUESS_ROWS = 5;

    private static final double TRUSTED = 0.5;

    private static final double LEAST_GUESS = 1.15;
    private static final double AS_EXPECTED = 0.6;
    /** The share of a slot that lies behind the end of the sample, and the share of that which is asked for. */
    private static final double LEAST_REST = 0.15;

    private static final double REST = 0.8;
    private static final double HARDLY = 1.3;
    /** So many standard deviations are chance. */
    private static final double CHANCE = 3;

    /** A sample that is expected to have so few rows in a slot, of a response of one row, tells little of it: of a longer one less. */
    private static final double TOO_COARSE = 10;

    private static final int MOST_SAMPLES = 24;

    private static final class Sample {
        final long[] cells;
        final long last;
        private final double guess;
        private double read;
        private double rows;

        Sample(long[] cells, long last, double guess) {
            this.cells = cells;
            this.last = last;
            this.guess = guess;
        }

        int index(long cell) {
            int at = Arrays.binarySearch(cells, cell);
            while (at > 0 && cells[at - 1] == cell) {
                at--;
            }
            return at < 0 ? -at - 1 : at;
        }

        /** How many of its rows lie from the first of these to the last. */
        int count(long[] others) {
            return index(others[others.length - 1]) + 1 - index(others[0]);
        }

        /** How many rows each row of it stands for; 0 if that is not known. */
        double scale() {
            double weight = guess > 0 ? GUESS_ROWS : 0;
            return read + weight == 0 ? 0 : Math.max(1, (rows + guess * weight) / (read + weight));
        }
    }

    /** The innermost first. */
    private final Deque<Sample> samples = new ArrayDeque<>();

    /** A response to a slot up to there had these rows of more; so many were expected, if that many can be. */
    <T> void cut(List<Timed<T>> some, long last, double expected) {
        long[] cells = some.stream().mapToLong(Timed::cell).toArray();
        if (cells.length == 0) {
            return;
        }
        double guess = expected > cells.length * AS_EXPECTED ? LEAST_GUESS : 0;
        Sample outer = samples.stream()
                .filter(sample -> sample.last >= last)
                .findFirst()
                .orElse(null);
        if (outer != null && outer.scale() > 0 && !(guess > 0 && saysNothing(outer, cells, expected))) {
            guess = outer.scale() * outer.count(cells) / cells.length;
            if (guess < TRUSTED) {
                samples.clear(); // it was not cut at random
                guess = 0;
            } else {
                guess = outer.read == 0 ? 0 : Math.max(LEAST_GUESS, guess);
            }
        }
        samples.push(new Sample(cells, last, guess));
        if (samples.size() > MOST_SAMPLES) {
            samples.removeLast();
        }
    }

    /** Whether the sample around these is too coarse to have rows there, and has hardly any. */
    private static boolean saysNothing(Sample outer, long[] cells, double expected) {
        double usual = Math.max(expected, cells.length) / outer.scale();
        return usual < TOO_COARSE / cells.length && byChance(outer.count(cells), usual);
    }

    private static boolean byChance(double rows, double expected) {
        return Math.abs(rows - expected) < CHANCE * Math.sqrt(expected + 1);
    }

    /** So many rows were read from one millisecond to before another. */
    void read(long first, long behind, int rows) {
        for (Iterator<Sample> all = samples.iterator(); all.hasNext(); ) {
            Sample sample = all.next();
            if (sample.last < behind) {
                all.remove();
            } else {
                sample.read += sample.index(behind) - sample.index(first);
                sample.rows += rows;
            }
        }
    }

    /** Where a slot should end that begins there; null if the samples do not say, or nothing else than what was planned. */
    @Nullable
    Long last(long first, int capacity, long planned, double rate) {
        samples.removeIf(sample -> sample.last < first);
        Sample sample = samples.peek();
        double scale = sample == null ? 0 : sample.scale();
        if (sample == null || scale == 0) {
            return null;
        }
        double target = scale > COARSE ? finer(capacity) * capacity : target(capacity, scale);
        int end = sample.index(first) + (int) Math.max(1, target / scale);
        long last = end < sample.cells.length ? Math.max(first, sample.cells[end] - 1) : sample.last;
        if (agrees(sample, first, planned, rate / scale) && agrees(sample, first, last, rate / scale)) {
            return null;
        }
        if (end < sample.cells.length) {
            return last;
        }
        double rest = target - (sample.cells.length - sample.index(first)) * scale;
        double behind = rest < target * LEAST_REST ? 0 : rest * REST / rate;
        return sample.last < Long.MAX_VALUE - behind ? sample.last + (long) behind : sample.last;
    }

    /** Whether the last slot was cut though it held hardly more rows than a response. */
    boolean hardlyCut() {
        Sample sample = samples.peek();
        return sample != null && sample.scale() > 0 && sample.scale() < HARDLY;
    }

    /** Whether the sample has as many rows in a slot as are expected there, but for chance; of a short slot it hardly says no. */
    private static boolean agrees(Sample sample, long first, long last, double rate) {
        if (last >= sample.last) {
            return false;
        }
        return byChance(sample.index(last) - sample.index(first), rate * ((double) last - first));
    }

    private static double finer(int capacity) {
        return Math.max(LEAST_FINER, FINER * Math.sqrt(capacity));
    }

    private static double target(int capacity, double scale) {
        double spread = MARGIN * Math.sqrt(scale - 1 + LEAST_SPREAD);
        double root = (Math.sqrt(spread * spread + 4 * Math.max(1, capacity - 1)) - spread) / 2;
        return Math.max(1, root * root);
    }
}
