package io.github.analytics4j.testkit.data;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Rows of which several belong together, such as all events of one call. What belongs together lies within one day in
 * UTC, so that a row is found by planning its day and no other.
 */
public final class DayPlans implements RowTimes {
    /** Fills a day with as many events as it has room for. */
    public interface Planner {
        void plan(Day day);
    }

    /** A day's events, in the order of time when it is planned. */
    public static final class Day {
        // Planned events by time, and by the order they were added in where they share a millisecond.
        private static final int ORDER_BITS = 22;

        private final Rhythm rhythm;
        private final long start;
        private final long first;
        private final long chance;
        private final int[] types;
        private final int[] parents;
        private final long[] times;
        private int planned;
        private int lastParent;

        Day(Rhythm rhythm, long day, long oldest, long attempt) {
            this.rhythm = rhythm;
            this.start = day * DAY;
            long next = firstOf(rhythm, day + 1);
            long whole = firstOf(rhythm, day);
            boolean partly = oldest > whole && oldest < next;
            this.first = partly ? oldest : whole;
            this.chance = partly ? Noise.mix(oldest, attempt) : whole;
            int size = (int) (next - first);
            this.types = new int[size];
            this.parents = new int[size];
            this.times = new long[size];
        }

        /** The number of the day's first event. */
        public long first() {
            return first;
        }

        /** Returns the seed of all that happens on the day. */
        public long chance() {
            return chance;
        }

        /** How many events there is still room for. */
        public int room() {
            return types.length - planned;
        }

        public int size() {
            return types.length;
        }

        /** The time at which such a part of the day's events have happened. */
        public long timeOf(double part) {
            return Math.max(start, Math.min(last(), rhythm.timeOf(first + part * types.length)));
        }

        /** The time so much later, or where the day ends before that as much earlier as leaves all in their order. */
        public long later(long time, long millis, long most) {
            return time + most <= last() ? time + millis : time + (last() - time) * millis / most;
        }

        private long last() {
            return start + DAY - types.length - 1;
        }

        /** Adds an event that others belong to; they are added next. */
        public void begin(long time, int type) {
            lastParent = planned;
            add(time, type);
        }

        /** Adds an event that belongs to the one that was begun last. */
        public void add(long time, int type) {
            types[planned] = type;
            parents[planned] = lastParent;
            times[planned] = (time - start) << ORDER_BITS | planned;
            planned++;
        }

        void sort() {
            int[] added = types.clone();
            int[] begun = parents.clone();
            int[] place = new int[types.length];
            Arrays.sort(times);
            long earlier = start - 1;
            for (int i = 0; i < times.length; i++) {
                int order = (int) (times[i] & ((1 << ORDER_BITS) - 1));
                types[i] = added[order];
                place[order] = i;
                // no two share a millisecond; the day's last ones are kept free for those that give way
                times[i] = Math.max(earlier + 1, start + (times[i] >>> ORDER_BITS));
                earlier = times[i];
                parents[i] = begun[order];
            }
            for (int i = 0; i < parents.length; i++) {
                parents[i] = place[parents[i]];
            }
        }

        public int type(long key) {
            return types[(int) (key - first)];
        }

        public long time(long key) {
            return times[(int) (key - first)];
        }

        /** The number of the event that this one belongs to, itself if it began something. */
        public long parent(long key) {
            return first + parents[(int) (key - first)];
        }

        /** The time of the first event of a type that belongs to another one, or -1; none comes after a last one. */
        public long timeOf(long parent, int type, int last) {
            int place = (int) (parent - first);
            for (int i = place; i < types.length; i++) {
                if (parents[i] == place && (types[i] == type || types[i] == last)) {
                    return types[i] == type ? times[i] : -1;
                }
            }
            return -1;
        }
    }

    private static final long DAY = 86_400_000;
    private static final int KEPT = 64;

    // Plans of a day that are tried until a log can begin there.
    private static final int TRIES = 400;

    private final Rhythm rhythm;
    private final Planner planner;
    private final long oldest;
    private final long attempt;
    private final AtomicReferenceArray<Day> days = new AtomicReferenceArray<>(KEPT);

    public DayPlans(Rhythm rhythm, Planner planner) {
        this(rhythm, planner, Long.MIN_VALUE, 0);
    }

    private DayPlans(Rhythm rhythm, Planner planner, long oldest, long attempt) {
        this.rhythm = rhythm;
        this.planner = planner;
        this.oldest = oldest;
        this.attempt = attempt;
    }

    /**
     * The same plans, but for the day with the oldest of so many events until a time: on that day nothing goes on that
     * began before them.
     */
    public DayPlans newest(long events, long until) {
        long begin = firstFrom(until + 1) - events;
        for (int i = 0; i < TRIES && events > 0; i++) {
            // the first try does unless the log is of one day, where another beginning means other times until its end
            DayPlans plans = new DayPlans(rhythm, planner, begin, i);
            long asked = begin;
            begin = plans.firstFrom(until + 1) - events;
            if (begin == asked) {
                return plans;
            }
        }
        return this;
    }

    /** The day that has the original row of a number. */
    public Day dayOf(long key) {
        long day = Math.floorDiv(rhythm.timeOf(key + 0.5), DAY);
        while (key < firstOf(rhythm, day)) {
            day--;
        }
        while (key >= firstOf(rhythm, day + 1)) {
            day++;
        }
        return day(day);
    }

    private Day day(long number) {
        int slot = (int) Math.floorMod(number, (long) KEPT);
        Day kept = days.get(slot);
        if (kept != null && kept.start == number * DAY) {
            return kept;
        }
        Day day = new Day(rhythm, number, oldest, attempt);
        planner.plan(day);
        if (day.room() != 0) {
            throw new IllegalStateException("a day was planned with room for " + day.room() + " more events");
        }
        day.sort();
        days.set(slot, day);
        return day;
    }

    private static long firstOf(Rhythm rhythm, long day) {
        return (long) Math.floor(rhythm.until(day * DAY));
    }

    @Override
    public long at(long key) {
        return dayOf(key).time(key);
    }

    @Override
    public long firstFrom(long millis) {
        long within = Math.max(EARLIEST, Math.min(LATEST, millis));
        if (Math.floorMod(within, DAY) == 0) {
            return firstOf(rhythm, Math.floorDiv(within, DAY));
        }
        Day day = day(Math.floorDiv(within, DAY));
        int at = Arrays.binarySearch(day.times, within);
        return day.first + (at < 0 ? -1 - at : at);
    }
}
