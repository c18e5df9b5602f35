package io.github.analytics4j.testkit.data;

import org.jspecify.annotations.Nullable;

/**
 * How many things happen until a time, and when the n-th of them happens: fewer at night and at weekends, more before
 * the turn of the year than after it, and every year more than the year before. Times are in UTC.
 *
 * <p>Both directions are computed, so that a log of any length costs no memory. A unit of weight is an average day of
 * the year 2026.
 */
public final class Rhythm {
    /** A week: what happened before it, and within it before each of its days. */
    private static final class Week {
        final long index;
        final double before;
        final double factor;
        final double[] days;

        Week(long index, double[] days) {
            this.index = index;
            this.before = before(index);
            this.factor = factor(index);
            this.days = days;
        }
    }

    private static final long DAY = 86_400_000;
    private static final double HOUR = 3_600_000;
    // Week 0 begins on Monday, 1969-12-29.
    private static final long FIRST_DAY = -3;
    private static final double WEEKS_A_YEAR = 52.1775;
    private static final int WEEK_OF_2026 = 2_922;
    private static final double GROWTH_A_YEAR = 1.06;
    private static final double[] WEEKDAYS = {1.28, 1.32, 1.30, 1.25, 1.15, 0.45, 0.25};
    private static final double[] HOURS = shares(
            .15, .12, .10, .10, .12, .20, .45, .90, 1.6, 2.3, 2.5, 2.4, 1.9, 2.2, 2.4, 2.3, 2.1, 1.7, 1.2, .8, .5, .35,
            .25, .18);
    private static final double[] HOURS_BEFORE = sums(HOURS);
    // Until the year 2100; outside the weeks are as the first and the last one.
    private static final int WEEKS = 6_783;
    private static final double[] WEEKS_BEFORE = weeks();

    private final long seed;
    private final double perDay;
    private volatile @Nullable Week last;

    /** A rhythm with so many things on an average day; the seed decides which days are busy. */
    public Rhythm(long seed, double perDay) {
        this.seed = seed;
        this.perDay = perDay;
    }

    /** How many things happen before a time, counted from the beginning of 1970; with a fraction. */
    public double until(long millis) {
        long day = Math.floorDiv(millis, DAY);
        Week week = week(Math.floorDiv(day - FIRST_DAY, 7L));
        int weekday = (int) Math.floorMod(day - FIRST_DAY, 7L);
        double weight = week.days[weekday + 1] - week.days[weekday];
        return (week.before + week.factor * (week.days[weekday] + weight * ofDay(Math.floorMod(millis, DAY)))) * perDay;
    }

    /** The time before which so many things happen. */
    public long timeOf(double count) {
        double weight = count / perDay;
        Week week = weekOf(weight);
        double within = (weight - week.before) / week.factor;
        int weekday = place(week.days, within);
        double share = (within - week.days[weekday]) / (week.days[weekday + 1] - week.days[weekday]);
        int hour = place(HOURS_BEFORE, share);
        double millis = (hour + (share - HOURS_BEFORE[hour]) / HOURS[hour]) * HOUR;
        return (week.index * 7 + FIRST_DAY + weekday) * DAY + Math.min(DAY - 1, (long) Math.max(0, millis));
    }

    /** The last place of rising sums that is not beyond a value. */
    private static int place(double[] sums, double value) {
        int place = 0;
        while (place < sums.length - 2 && sums[place + 1] <= value) {
            place++;
        }
        return place;
    }

    private static double ofDay(long millis) {
        int hour = (int) (millis / HOUR);
        return HOURS_BEFORE[hour] + HOURS[hour] * (millis / HOUR - hour);
    }

    private Week weekOf(double weight) {
        Week recent = last;
        if (recent != null && weight >= recent.before && weight < recent.before + 7 * recent.factor) {
            return recent;
        }
        int end = WEEKS_BEFORE.length - 1;
        if (weight < 0) {
            return week((long) Math.floor(weight / (7 * factor(0))));
        }
        if (weight >= WEEKS_BEFORE[end]) {
            return week(end + (long) ((weight - WEEKS_BEFORE[end]) / (7 * factor(end))));
        }
        int low = 0;
        int high = end;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (WEEKS_BEFORE[middle] <= weight) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return week(low);
    }

    private Week week(long index) {
        Week recent = last;
        if (recent != null && recent.index == index) {
            return recent;
        }
        double[] days = new double[7];
        double sum = 0;
        for (int i = 0; i < 7; i++) {
            days[i] = WEEKDAYS[i] * (0.85 + 0.3 * Noise.unit(Noise.mix(seed, index, i)));
            sum += days[i];
        }
        for (int i = 0; i < 7; i++) {
            days[i] *= 7 / sum;
        }
        double[] before = sums(days);
        before[7] = 7;
        Week week = new Week(index, before);
        last = week;
        return week;
    }

    private static double before(long week) {
        int end = WEEKS_BEFORE.length - 1;
        if (week < 0) {
            return week * 7 * factor(0);
        }
        return week <= end ? WEEKS_BEFORE[(int) week] : WEEKS_BEFORE[end] + (week - end) * 7 * factor(end);
    }

    private static double factor(long week) {
        long known = Math.max(0, Math.min(WEEKS - 1, week));
        double years = known / WEEKS_A_YEAR;
        double ofYear = years - Math.floor(years);
        double trend = StrictMath.pow(GROWTH_A_YEAR, (known - WEEK_OF_2026) / WEEKS_A_YEAR);
        double season = 1 + 0.14 * StrictMath.cos(2 * Math.PI * (ofYear - 0.83)); // most in the last days of October
        boolean holidays = ofYear > 0.975 || ofYear < 0.012;
        return trend * season * (holidays ? 0.65 : 1);
    }

    private static double[] weeks() {
        double[] before = new double[WEEKS];
        for (int i = 1; i < WEEKS; i++) {
            before[i] = before[i - 1] + 7 * factor(i - 1);
        }
        return before;
    }

    private static double[] shares(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] shares = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shares[i] = weights[i] / sum;
        }
        return shares;
    }

    private static double[] sums(double[] parts) {
        double[] sums = new double[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            sums[i + 1] = sums[i] + parts[i];
        }
        return sums;
    }
}
