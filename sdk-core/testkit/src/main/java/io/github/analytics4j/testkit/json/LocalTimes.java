package io.github.analytics4j.testkit.json;

/** Writes epoch milliseconds as a date-time in UTC without going through date objects. */
public final class LocalTimes {
    private static final long DAY = 86_400_000;

    private LocalTimes() {}

    /** {@code 2026-04-22T16:49:29}. */
    public static void write(JsonOut out, long millis) {
        date(out, Math.floorDiv(millis, DAY));
        int second = (int) (Math.floorMod(millis, DAY) / 1000);
        out.raw("T").padded(second / 3600, 2);
        out.raw(":").padded(second / 60 % 60, 2);
        out.raw(":").padded(second % 60, 2);
    }

    /** As {@link #write}, with milliseconds and {@code Z}. */
    public static void writeMillis(JsonOut out, long millis) {
        write(out, millis);
        out.raw(".").padded(Math.floorMod(millis, 1000L), 3).raw("Z");
    }

    /** {@code 2026-04-22} from days since 1970, by Howard Hinnant's civil-from-days. */
    public static void date(JsonOut out, long epochDay) {
        long z = epochDay + 719_468;
        long era = Math.floorDiv(z, 146_097L);
        long dayOfEra = z - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shifted = (5 * dayOfYear + 2) / 153;
        long month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        out.padded(year, 4);
        out.raw("-").padded(month, 2);
        out.raw("-").padded(dayOfYear - (153 * shifted + 2) / 5 + 1, 2);
    }
}
