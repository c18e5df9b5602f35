package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowResponse.Timed;
import java.util.List;

/** How long the next slot of time should be, judged by the rows of those before. Pure decisions. */
final class SlotPlan {

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
}
