package io.github.analytics4j.page;

import io.github.analytics4j.page.Frontier.Piece;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the next slot of time should be, judged by the rows of those before. Pure decisions. */
final class SlotLength {

    private static final double SECOND = 1_000;
    private static final double DAY = 86_400_000;
    /** Year 1: no log begins before it, and no server need know such a time. */
    private static final double FIRST_MILLI = -62_135_596_800_000.0;
    /** Of a server whose cut is known, so many full responses in a row are kept in memory until their turn comes. */
    private static final int CHUNK = 10;

    private static final int CHUNK_ROWS = 5_000;

    private static final double CHUNK_AIM = 0.97;
    /**
     * A slot is planned for the response's capacity less that many standard deviations of rows that come by chance: the
     * few that turn out too long then cost less than the room left in all others.
     */
    private static final double MARGIN = 1.8;

    private static final double STEP_GROWTH = 2;
    private static final double STEP_RESPONSES = 4;

    private static final double LEAST_AIM = 0.7;

    private static final double LEAST_AIM_OF_FEW = 0.5;
    /** The row that a slot begins with, and the one that would make the response a full one. */
    private static final int SEAM_ROWS = 2;
    /** How much of what was measured before counts after the next measurement. */
    private static final double FADING = 0.9;

    private static final double FADING_EMPTY = 0.3;
    /** A millisecond with a quarter of the response is asked for on its own. */
    static final int CROWD_PART = 4;
    /** A slot is stretched by that much if it then reaches the next known piece. */
    private static final double STRETCH = 1.1;
    /** Of each response, so much more than a whole one may be spent: what is left pays for requests ahead. */
    private static final double BUDGET = 1.22;

    private static final double BUDGET_START = 6;
    private static final double OVERLAP = 0.02;
    private static final double OVERLAP_ROWS = 5;

    private double guess;
    private double rows;
    private double millis;
    private double allRows;
    private double allMillis;
    private double step;

    private double back = SECOND;
    private double credit = BUDGET_START;

    /** A first guess, from a slot that was saved. */
    void guess(double length) {
        guess = length;
    }

    /** Whether nothing but a guess is known. */
    boolean guessed() {
        return guess > 0;
    }

    /** So many rows were found in that many milliseconds. */
    void measured(int count, double length) {
        guess = 0;
        step *= STEP_GROWTH;
        allRows = allRows * FADING + count;
        allMillis = Math.min(allMillis * FADING + Math.max(1, length), Long.MAX_VALUE / 4.0);
        double fading = count == 0 ? FADING_EMPTY : FADING;
        rows = rows * fading + count;
        millis = Math.min(millis * (count == 0 ? 1 : fading) + Math.max(1, length), Long.MAX_VALUE / 4.0);
    }

    /** Forgets all measures; they do not hold any more. */
    void forget() {
        guess = 0;
        rows = 0;
        millis = 0;
    }

    /** The rows of a piece ahead are better than nothing known. */
    void before(Piece<?> piece) {
        if (millis == 0) {
            measured(piece.rows().size(), (double) piece.last() - piece.first() + 1);
        }
    }

    /** As many pieces are kept as can be, and this one before them: if many are likely to be before it, goes on in steps. */
    void tooFar(Piece<?> piece, long clear, int capacity) {
        double length = (double) piece.last() - piece.first() + 1;
        double rest = (double) piece.first() - clear;
        if (piece.rows().size() / length * rest > STEP_RESPONSES * capacity) {
            step = Math.max(1, rest / STEP_RESPONSES);
        }
    }

    /** The length of such a step, which grows with each response that is not cut. */
    double step() {
        return step == 0 ? Double.MAX_VALUE : step;
    }

    double rate() {
        return rows / Math.max(1, millis);
    }

    private static double aim(int capacity) {
        double least = Math.max(LEAST_AIM_OF_FEW * capacity, Math.min(LEAST_AIM * capacity, capacity - SEAM_ROWS));
        return Math.max(least, capacity - MARGIN * Math.sqrt(capacity));
    }

    /** The length of a slot whose rows should come in one response. */
    double slot(int capacity) {
        if (guess > 0) {
            return guess;
        }
        if (millis == 0) {
            return Double.MAX_VALUE; // nothing is known: as far as it goes
        }
        double aim = aim(capacity);
        return rate() * Math.max(millis, 1) < 0.01 ? Math.max(1, millis * 4) : Math.max(1, aim / rate());
    }

    /** So far around a row one looks for it, if the server moves bounds by some seconds: the response must not be cut. */
    long around(int capacity) {
        return (long) Math.min(DAY, Math.max(1, slot(capacity) / CROWD_PART));
    }

    /** So much of a slot is asked for with the slot before it as well, that both most likely have a row in common. */
    long overlap(int capacity) {
        return (long) Math.max(1, slot(capacity) * Math.max(OVERLAP, OVERLAP_ROWS / aim(capacity)));
    }

    /** So many rows of one millisecond are asked for on their own. */
    static int crowd(int capacity) {
        return Math.max(2, capacity / CROWD_PART);
    }

    /** The length of a stretch whose rows should come in a few responses, all full but the last. */
    double chunk(int capacity) {
        double rows = CHUNK_AIM * Math.max(CHUNK * Math.max(1, capacity - 2), CHUNK_ROWS);
        double usual = allRows / Math.max(1, allMillis);
        return slot(capacity) == Double.MAX_VALUE || usual * Math.max(1, allMillis) < 0.01
                ? slot(capacity)
                : rows / usual;
    }

    /** The last millisecond of a slot of that length, or of the gap if that is not much longer. */
    static long last(long first, double length, long gap) {
        return first + length * STRETCH >= gap ? gap : Math.max(first, first + (long) length - 1);
    }

    /** Where to look for the start of the log, before the oldest row seen: the distance doubles. */
    long before(long oldest, double seen) {
        back = Math.max(back, seen);
        double place = oldest - back;
        back *= 2;
        return (long) Math.max(FIRST_MILLI, place);
    }

    /** So many requests were asked, or will be. */
    void spent(int requests) {
        credit -= requests;
    }

    /** So many rows came that had not come before. */
    void earned(int fresh, int capacity) {
        credit += BUDGET * fresh / Math.max(1, capacity);
    }

    /** How many requests may be under way, though all of them might bring nothing. */
    int affordable() {
        return (int) Math.max(0, Math.min(credit, 1 << 30));
    }

    /**
     * Where to cut a slot that holds more rows than one response can: behind half of the rows that came, but before a
     * millisecond that holds much of the response, or behind it if that comes first.
     */
    static <T> long cut(List<Timed<T>> fresh, int size, long middle) {
        int crowd = crowd(size);
        for (int i = 0; i + crowd <= fresh.size(); i++) {
            long cell = fresh.get(i).cell();
            if (cell > middle) {
                return middle;
            }
            if (fresh.get(i + crowd - 1).cell() == cell) {
                return cell == fresh.get(0).cell() ? cell : cell - 1;
            }
        }
        return middle;
    }

    /**
     * How the rows lie in slots whose responses were cut at random: each such response is a sample of its slot. Once a part of the
     * slot was read, the sample says how many rows each other part holds. Pure decisions.
     */
    static final class CutSamples {

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
}
