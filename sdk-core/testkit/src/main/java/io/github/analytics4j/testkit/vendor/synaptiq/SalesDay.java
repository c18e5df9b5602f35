package io.github.analytics4j.testkit.vendor.synaptiq;

import io.github.analytics4j.testkit.data.DayPlans;
import io.github.analytics4j.testkit.data.DayPlans.Day;
import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Rhythm;

/** Plans a day of sales: conversations, and the events that follow each of them before the day is over. */
final class SalesDay {
    static final int STARTED = 0;
    static final int LEAD = 1;
    static final int SCORED = 2;
    static final int QUALIFIED = 3;
    static final int HANDOFF = 4;
    static final int INTENT = 5;
    static final int CONVERTED = 6;

    private static final long MINUTE = 60_000;
    private static final long LONGEST = 360 * MINUTE;

    private SalesDay() {}

    /** Plans so many events on an average day. */
    static DayPlans plans(long seed, double perDay) {
        return new DayPlans(new Rhythm(seed, perDay), day -> plan(seed, day));
    }

    private static void plan(long seed, Day day) {
        int conversations = 0;
        for (int events = 0; events < day.size(); conversations++) {
            events += count(bits(seed, day, conversations));
        }
        for (int i = 0; i < conversations; i++) {
            long bits = bits(seed, day, i);
            long start = day.timeOf((i + 0.02 + 0.96 * Noise.unit(Noise.mix(bits, 1))) / conversations);
            day.begin(start, STARTED);
            follow(day, bits, start);
        }
    }

    private static long bits(long seed, Day day, int conversation) {
        return Noise.mix(seed, day.chance(), conversation);
    }

    private static int count(long bits) {
        int count = 1;
        for (int type = LEAD; type <= CONVERTED; type++) {
            count += has(bits, type) ? 1 : 0;
        }
        return count;
    }

    /** Adds the events that follow a conversation, in this order; the day's last one has as many as there is room for. */
    private static void follow(Day day, long bits, long start) {
        long minutes = 0;
        for (int type : new int[] {LEAD, INTENT, HANDOFF, SCORED, QUALIFIED, CONVERTED}) {
            if (has(bits, type) && day.room() > 0) {
                long most = type == CONVERTED ? 240 : 20;
                minutes += 1 + Noise.below(Noise.mix(bits, 20 + type), (int) most);
                day.add(day.later(start, minutes * MINUTE, LONGEST), type);
            }
        }
    }

    /** Whether a conversation comes that far, if the day is long enough. */
    static boolean has(long bits, int type) {
        double chance = Noise.unit(Noise.mix(bits, 10 + type));
        return switch (type) {
            case LEAD -> chance < 0.16;
            case SCORED -> has(bits, LEAD) && chance < 0.5;
            case QUALIFIED -> has(bits, LEAD) && chance < 0.47;
            case HANDOFF -> chance < 0.12;
            case INTENT -> has(bits, LEAD) && chance < 0.3;
            case CONVERTED -> has(bits, QUALIFIED) && chance < 0.22;
            default -> true;
        };
    }
}
