package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.Paged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for the rows of one partition, in windows that are wider than what is wanted. */
final class LogSource {
    /** Before the start of a window, for a server that does not count its start as in it. */
    private static final Duration LEAD = Duration.ofMinutes(1);

    /** The most that a time without a zone can be off. */
    private static final Duration ANY_ZONE = Duration.ofHours(14);

    /** A time before all rows, for a window that hides none but rows without a time. */
    static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    final SyncTable of;
    final SyncOptions options;
    private final Table table;
    private final String partition;
    private final @Nullable Parameter start;
    private final @Nullable Parameter end;

    LogSource(SyncTable of, String partition, SyncOptions options) {
        this.of = of;
        this.table = of.table;
        this.partition = partition;
        this.options = options;
        this.start = TableKind.start(table).orElse(null);
        this.end = TableKind.end(table).orElse(null);
    }

    /**
     * The facts that a request of one row gives.
     *
     * @param total the rows in all; -1 where the server does not tell
     * @param serverTime the server's clock; null where it does not tell
     * @param first the row, as the table has it; null where none came
     */
    record Count(
            long total,
            @Nullable Instant serverTime,
            @Nullable Object first) {}

    /** Whether all rows come where no window is asked for; else the vendor assumes one. */
    boolean isOpenWithoutStart() {
        return start != null && start.defaultText() == null;
    }

    /** The most days that a part may have: a margin and the days around it are part of what is asked for. */
    long longestWindow() {
        Integer longest = table.longestDays();
        return longest == null ? Long.MAX_VALUE : Math.max(1, longest - 4L);
    }

    /** Whether a start is a day, of a time zone that the vendor does not tell: counts from one on may be of other rows. */
    boolean startsByDay() {
        return isByDay(start);
    }

    /** Counts the rows from a time on; all rows if it is null. */
    Count count(@Nullable Instant from) {
        return ask(arguments(from, null), 0);
    }

    /** The time of the row at the end of the list, by a page of one row; null where it has none. */
    @Nullable
    Instant oldest(long total) {
        Object last = ask(arguments(null, null), total - 1).first();
        return last == null
                ? null
                : table.timeColumn().map(each -> (Instant) each.get(last)).orElse(null);
    }

    private Count ask(Arguments asked, long skipped) {
        Arguments one = asked;
        Parameter size = TableKind.role(table, Parameter.Role.PAGE_SIZE).orElse(null);
        Parameter position = TableKind.role(table, Parameter.Role.POSITION).orElse(null);
        if (size != null) {
            one = one.with(size.name(), 1);
        }
        if (skipped > 0 && position != null) {
            one = one.with(position.name(), table.paging() == Table.Paging.PAGE ? skipped + 1 : skipped);
        }
        Page<?> page = of.session.rows(table, one).firstPage();
        List<?> rows = page.items();
        boolean tellsTotals = table.paging() == Table.Paging.OFFSET || table.paging() == Table.Paging.PAGE;
        return new Count(
                tellsTotals ? page.total().orElse(-1) : -1, page.serverTime(), rows.isEmpty() ? null : rows.get(0));
    }

    /**
     * A walk over at least the rows of some days.
     *
     * @param from the first day; null for all that there is
     * @param to the day behind the last one; null for no end
     * @param longest the longest time a row took so far
     */
    Paged<?> walk(@Nullable LocalDate from, @Nullable LocalDate to, Duration longest) {
        Duration twice = longest.multipliedBy(2);
        Duration margin = twice.compareTo(options.margin) > 0 ? twice : options.margin;
        Instant begin = from == null ? null : atStart(from).minus(lead());
        Instant stop = to == null ? null : atStart(to).plus(margin).plus(isByDay(end) ? Duration.ofDays(1) : lead());
        return of.session.rows(table, arguments(begin, stop)).prefetch(options.prefetch);
    }

    private Duration lead() {
        if (isByDay(start)) {
            return Duration.ofDays(1);
        }
        return table.paging() == Table.Paging.WINDOW ? ANY_ZONE : LEAD;
    }

    private static boolean isByDay(@Nullable Parameter parameter) {
        return parameter != null
                && (parameter.type() == Parameter.Type.DATE || parameter.type() == Parameter.Type.DATE_OR_TIME);
    }

    private Arguments arguments(@Nullable Instant from, @Nullable Instant to) {
        Arguments all = of.arguments(partition);
        if (start != null && from != null) {
            all = all.with(start.name(), value(start, from));
        }
        return end == null || to == null ? all : all.with(end.name(), value(end, to));
    }

    private static Object value(Parameter parameter, Instant at) {
        return isByDay(parameter) ? LocalDate.ofInstant(at, ZoneOffset.UTC) : at;
    }

    static Instant atStart(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
