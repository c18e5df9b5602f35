package io.github.analytics4j.cli.dashboard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The days along a chart: a vendor may leave out those on which nothing happened. */
final class Days {
    private static final int MOST = 20_000;

    private Days() {}

    /**
     * The days in order with the missing ones added, if the texts are different days of which two follow each other; else the
     * texts as they are. Weeks and months stay as they are.
     */
    static List<String> filled(List<String> texts) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String text : texts) {
            try {
                days.add(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                return texts;
            }
        }
        if (days.size() != texts.size() || days.isEmpty()) {
            return texts;
        }
        long span = ChronoUnit.DAYS.between(days.first(), days.last());
        boolean daily = days.stream().anyMatch(day -> days.contains(day.plusDays(1)));
        List<String> filled = new ArrayList<>();
        if (!daily || span > MOST) {
            days.forEach(day -> filled.add(day.toString()));
            return filled;
        }
        for (long i = 0; i <= span; i++) {
            filled.add(days.first().plusDays(i).toString());
        }
        return filled;
    }
}
