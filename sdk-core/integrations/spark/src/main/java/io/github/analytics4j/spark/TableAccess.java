package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.Paged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks for the rows of slices of one query, in windows wider than the slices. */
final class TableAccess {
    /** Before the start of a window, for a server that does not count its start as in it. */
    private static final Duration LEAD = Duration.ofSeconds(1);

    /** The most that a time without a zone can be off. */
    private static final Duration ANY_ZONE = Duration.ofHours(14);

    /** Behind the end of a window, for a server that holds the end against the end of a row; {@link SliceRows} finds longer ones. */
    private static final Duration TRAIL = Duration.ofHours(1);

    /** The latest time that has four digits of a year. */
    private static final long LATEST = SparkTypes.micros(Instant.parse("9999-12-31T23:59:59Z"));

    /** Requests for numbers of rows that are under way at once. */
    private static final int AT_ONCE = 16;

    private final ApiSession session;
    private final Table table;
    private final TableQuery query;
    private final @Nullable Parameter start;
    private final @Nullable Parameter end;
    private final @Nullable Column time;

    TableAccess(ApiSession session, TableQuery query) {
        this.session = session;
        this.table = query.options().table();
        this.query = query;
        this.start = role(Parameter.Role.WINDOW_START);
        this.end = role(Parameter.Role.WINDOW_END);
        this.time = table.timeColumn().orElse(null);
    }

    private @Nullable Parameter role(Parameter.Role role) {
        return table.operation().parameters().stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElse(null);
    }

    Table table() {
        return table;
    }

    /** Whether all rows are wanted that are there, those without a time too. */
    boolean isFromTheFirst() {
        return query.from() == null;
    }

    /** The column that says of which id a row is; null where there is none, or rows are not asked for by id. */
    @Nullable
    Column owner() {
        Parameter narrowing = query.options().narrowing();
        return narrowing == null ? null : table.column(narrowing.name()).orElse(null);
    }

    /** Whether rows have a time by which a window selects, so that they can be cut by it. */
    boolean isCut() {
        return time != null && start != null && end != null;
    }

    /** Whether a total is told with each page, and of exactly the rows from a time on. */
    boolean isCounted() {
        boolean total = table.paging() == Table.Paging.OFFSET || table.paging() == Table.Paging.PAGE;
        return total && role(Parameter.Role.PAGE_SIZE) != null;
    }

    /** Whether a window begins and ends by day, of a time zone that the vendor does not tell: its rows cannot be counted. */
    boolean isByDay() {
        return isByDay(start) || isByDay(end);
    }

    private static boolean isByDay(@Nullable Parameter parameter) {
        return parameter != null
                && (parameter.type() == Parameter.Type.DATE || parameter.type() == Parameter.Type.DATE_OR_TIME);
    }

    /** The start that the server assumes where none is sent, in words; null where it gives all rows then. */
    @Nullable
    String assumedStart() {
        return start == null ? null : start.defaultText();
    }

    /** The time of a row in microseconds; null where it has none. */
    @Nullable
    Long time(Object row) {
        Object value = time == null ? null : time.get(row);
        Instant held = value instanceof Instant instant ? SparkTypes.LIMITS.near(instant) : null;
        return held == null ? null : (Long) SparkTypes.micros(held);
    }

    /**
     * The facts that a request of one row gives.
     *
     * @param rows the rows from there on; -1 where the server does not tell, or tells of none and gives one
     * @param serverTime the server's clock in microseconds; null where it does not tell
     * @param newest the time of the row that came, the newest one, in microseconds; null where none came, or one without a time
     */
    record Count(
            long rows, @Nullable Long serverTime, @Nullable Long newest) {}

    private Count count(Page<?> page) {
        Instant clock = page.serverTime();
        long total = page.total().orElse(-1);
        return new Count(
                total == 0 && !page.received().isEmpty() ? -1 : total,
                clock == null ? null : (Long) SparkTypes.micros(clock),
                page.items().isEmpty() ? null : time(page.items().get(0)));
    }

    /** Counts the rows of an id from a time on; all if that is null. */
    Count count(@Nullable String id, @Nullable Long from) {
        return count(session.rows(table, one(id, from)).firstPage());
    }

    /** Counts the rows of each of several ids from a time on; some requests are under way at once. */
    List<Count> counts(List<@Nullable String> ids, @Nullable Long from) {
        List<Count> counts = new ArrayList<>();
        Deque<CompletableFuture<Count>> underWay = new ArrayDeque<>();
        for (String each : ids) {
            underWay.add(session.rows(table, one(each, from)).firstPageAsync().thenApply(this::count));
            if (underWay.size() >= AT_ONCE) {
                counts.add(got(underWay.remove()));
            }
        }
        underWay.forEach(each -> counts.add(got(each)));
        return counts;
    }

    private static Count got(CompletableFuture<Count> count) {
        try {
            return count.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CanceledException("the counting of rows was interrupted", true, List.of(), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SdkException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Takes the rows from a time on away from numbers of rows, one for each id; an id that has none is not asked for. */
    void lessThoseFrom(List<@Nullable String> ids, @Nullable Long from, List<Long> rows) {
        List<Integer> places = IntStream.range(0, ids.size())
                .filter(i -> rows.get(i) > 0)
                .boxed()
                .toList();
        List<@Nullable String> asked = new ArrayList<>();
        places.forEach(i -> asked.add(ids.get(i)));
        List<Count> counts = counts(asked, from);
        for (int i = 0; i < places.size(); i++) {
            long left = rows.get(places.get(i)) - Math.max(0, counts.get(i).rows());
            rows.set(places.get(i), Math.max(0, left));
        }
    }

    /** The time of the row at the end of a list of so many; null where it has none, or where rows are told apart by windows alone. */
    @Nullable
    Long oldest(@Nullable String id, @Nullable Long from, long rows) {
        Parameter position = role(Parameter.Role.POSITION);
        if (position == null || rows < 1) {
            return null;
        }
        long last = table.paging() == Table.Paging.PAGE ? rows : rows - 1;
        List<?> found = session.rows(table, one(id, from).with(position.name(), last))
                .firstPage()
                .items();
        return found.isEmpty() ? null : time(found.get(0));
    }

    private Arguments one(@Nullable String id, @Nullable Long from) {
        Parameter size = role(Parameter.Role.PAGE_SIZE);
        Arguments arguments = window(arguments(id), from, null);
        return size == null ? arguments : arguments.with(size.name(), 1);
    }

    /** The rows of at least a slice. */
    Paged<?> rows(Slice slice, boolean withoutEnd) {
        if (!isCut()) {
            return paged(session.rows(table, window(arguments(slice.id()), slice.from(), slice.to())));
        }
        Long from = slice.from() == null ? null : (Long) (SparkTypes.second(slice.from()) - SparkTypes.micros(lead()));
        boolean endless = (slice.open() || withoutEnd) && table.longestDays() == null;
        Long to = slice.to() == null || endless
                ? null
                : (Long) (SparkTypes.nextSecond(slice.to()) + SparkTypes.micros(trail()));
        return paged(session.rows(table, window(arguments(slice.id()), from, to)));
    }

    private Paged<?> paged(Paged<?> rows) {
        int most = table.maxPageSize();
        Paged<?> sized = most == 0 ? rows : rows.pageSize(query.limit() > 0 ? Math.min(most, query.limit()) : most);
        return sized.prefetch(query.options().prefetch);
    }

    /** How much longer than its slice a window is. */
    Duration margins() {
        return lead().plus(trail()).plusDays(1); // a day that has begun counts
    }

    private Duration lead() {
        return isByDay() ? Duration.ofDays(1) : table.paging() == Table.Paging.WINDOW ? ANY_ZONE : LEAD;
    }

    private Duration trail() {
        return isByDay() ? Duration.ofDays(2) : table.paging() == Table.Paging.WINDOW ? ANY_ZONE : TRAIL;
    }

    private Arguments arguments(@Nullable String id) {
        Arguments all = query.options().arguments();
        for (Map.Entry<String, Object> each : query.arguments().entrySet()) {
            all = all.with(each.getKey(), each.getValue());
        }
        Parameter narrowing = query.options().narrowing();
        return id == null || narrowing == null ? all : all.with(narrowing.name(), id);
    }

    private Arguments window(Arguments all, @Nullable Long from, @Nullable Long to) {
        Arguments more = start == null || from == null ? all : all.with(start.name(), value(start, from));
        return end == null || to == null ? more : more.with(end.name(), value(end, to));
    }

    private static Object value(Parameter parameter, long micros) {
        Instant time = SparkTypes.instant(Math.min(LATEST, Math.max(0, micros))); // no vendor has rows of other times
        return isByDay(parameter) ? LocalDate.ofInstant(time, ZoneOffset.UTC) : time;
    }

    /** Refuses what no request can be made of; nothing is sent. */
    void check(List<Slice> slices) {
        slices.stream()
                .limit(1)
                .forEach(each -> table.operation().check(window(arguments(each.id()), each.from(), each.to())));
    }
}
