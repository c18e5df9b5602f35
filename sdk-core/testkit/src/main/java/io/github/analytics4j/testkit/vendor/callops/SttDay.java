package io.github.analytics4j.testkit.vendor.callops;

import io.github.analytics4j.testkit.data.DayPlans;
import io.github.analytics4j.testkit.data.DayPlans.Day;
import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Rhythm;

/** The calls of a day as their speech-to-text events tell them: opened, now and then something amiss, closed. */
final class SttDay {
    static final int OPENED = 0;
    static final int CLOSED = 1;
    static final int FALLBACK = 2;
    static final int REJECTED = 3;
    static final int TIMEOUT = 4;
    static final int ERROR = 5;

    private static final long LONGEST = 660_000;

    private SttDay() {}

    /** Plans so many events on an average day. */
    static DayPlans plans(long seed, double perDay) {
        return new DayPlans(new Rhythm(seed, perDay), day -> plan(seed, day));
    }

    private static void plan(long seed, Day day) {
        int calls = 0;
        for (int events = 0; events < day.size() - 1; calls++) {
            events += 2 + (amiss(bits(seed, day, calls)) == OPENED ? 0 : 1);
        }
        for (int i = 0; i < calls && day.room() > 0; i++) {
            long bits = bits(seed, day, i);
            long start = day.timeOf((i + 0.02 + 0.96 * Noise.unit(Noise.mix(bits, 1))) / calls);
            long millis = 100L * tenths(bits);
            day.begin(start, OPENED);
            int amiss = amiss(bits);
            // one event is left over behind the last call of some days
            int more = i == calls - 1 ? day.room() - 1 : amiss == OPENED ? 0 : 1;
            for (int j = 0; j < more; j++) {
                int type = amiss == OPENED || j > 0 ? FALLBACK : amiss;
                day.add(day.later(start, millis * (j + 1) / (more + 1), LONGEST), type);
            }
            if (day.room() > 0) {
                day.add(day.later(start, millis, LONGEST), CLOSED);
            }
        }
        if (day.room() > 0) { // a day with room for one event has one call, and that is not over
            day.begin(day.timeOf(0.5), OPENED);
        }
    }

    private static long bits(long seed, Day day, int call) {
        return Noise.mix(seed, day.chance(), call);
    }

    /** Chooses the failure of a call's connection, or OPENED for none. */
    private static int amiss(long bits) {
        return new int[] {OPENED, FALLBACK, REJECTED, TIMEOUT, ERROR}
                [Noise.pick(Noise.mix(bits, 2), 900, 42, 21, 17, 20)];
    }

    /** Tenths of a second between opened and closed: most calls are short, a few take minutes. */
    static int tenths(long bits) {
        double unit = Noise.unit(Noise.mix(bits, 3));
        boolean patient = Noise.below(Noise.mix(bits, 4), 100) < 3;
        return 40 + (int) (unit * unit * 800) + (patient ? 600 + Noise.below(Noise.mix(bits, 5), 4_500) : 0);
    }
}
