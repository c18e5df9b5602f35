package io.github.analytics4j.page;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.UnexpectedValueException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a walk all it must know about an operation and its request; built by generated code. Immutable.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class WalkSpec<T> {

    /**
     * How an API cuts its list into responses.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public enum Style {
        /** A limit and an offset. */
        OFFSET,
        /** A limit and the number of a page, counted from 1. */
        PAGE,
        /** A limit and nothing else: only the time window can be narrowed. */
        WINDOW,
        /** All rows with one response. */
        WHOLE
    }

    final Style style;
    final String operation;
    final PageSource<T> source;
    final Function<? super T, @Nullable String> id;
    final @Nullable Function<? super T, @Nullable Instant> time;
    final int pageSize;
    final int maxPageSize;
    final long startOffset;
    final @Nullable Instant from;
    final @Nullable Instant to;
    final boolean pinEnd;
    final boolean takesEnd;
    final int mostDays;
    /** Whether the window is a part of the user's own and must be sent instead of it. */
    final boolean windowed;

    final Map<String, String> query;
    /** Tells instants, for what is said to the server; never measures. */
    final Clock clock;

    /** Measures; it cannot be set and never jumps. */
    final LongSupplier nanoTime;

    final int memory;

    /** Throws if no page can be asked for any more. */
    final Runnable open;

    /** Hears how many rows of a page a walk hands out. */
    final IntConsumer walked;

    private WalkSpec(Builder<T> from) {
        this.style = from.style;
        this.operation = from.operation;
        this.source = from.source;
        this.id = from.id == null ? row -> null : from.id;
        this.time = from.time;
        this.maxPageSize = from.maxPageSize;
        this.pageSize = Math.min(from.pageSize == 0 ? from.maxPageSize : from.pageSize, from.maxPageSize);
        this.startOffset = from.startOffset;
        this.from = from.from;
        this.to = from.to;
        this.pinEnd = from.pinEnd;
        this.takesEnd = from.takesEnd || from.pinEnd;
        this.mostDays = from.mostDays;
        this.windowed = from.windowed;
        this.query = begun(from.query, from.startOffset);
        this.clock = from.clock;
        this.nanoTime = from.nanoTime;
        this.memory = from.memory;
        this.open = from.open == null ? () -> {} : from.open;
        this.walked = from.walked == null ? rows -> {} : from.walked;
    }

    /** The query with the place where the walk begins: another one is another list of rows. */
    private static Map<String, String> begun(Map<String, String> query, long offset) {
        Map<String, String> all = new HashMap<>(query);
        if (offset > 0) {
            all.put("offset", Long.toString(offset));
        }
        return Map.copyOf(all);
    }

    /** A walk by offset. The operation's id, as in {@code synthflow.calls.list}, names it in checkpoints. */
    public static <T> Builder<T> offset(String operation, PageSource<T> source) {
        return new Builder<>(Style.OFFSET, operation, source);
    }

    /** A walk by page number. */
    public static <T> Builder<T> page(String operation, PageSource<T> source) {
        return new Builder<>(Style.PAGE, operation, source);
    }

    /** A walk that splits the time window, by the time of each row. */
    public static <T> Builder<T> window(
            String operation, PageSource<T> source, Function<? super T, @Nullable Instant> time) {
        Builder<T> builder = new Builder<>(Style.WINDOW, operation, source);
        builder.time = Objects.requireNonNull(time, "time");
        return builder;
    }

    /** A list that comes with one response. */
    public static <T> Builder<T> whole(String operation, PageSource<T> source) {
        return new Builder<>(Style.WHOLE, operation, source);
    }

    /** The id of a row; null for one that cannot be told from others. */
    @Nullable
    String idOf(T row) {
        String text;
        try {
            text = id.apply(row);
        } catch (UnexpectedValueException e) {
            text = e.raw()
                    .filter(WalkSpec::isNumber)
                    .orElse(null); // an id that arrived as a number is one all the same
        }
        return text == null || text.isBlank() ? null : text;
    }

    private static boolean isNumber(String json) {
        return !json.isEmpty() && (json.charAt(0) == '-' || Character.isDigit(json.charAt(0)));
    }

    Builder<T> toBuilder() {
        Builder<T> copy = new Builder<>(style, operation, source);
        copy.id = id;
        copy.time = time;
        copy.pageSize = pageSize;
        copy.maxPageSize = maxPageSize;
        copy.startOffset = startOffset;
        copy.from = from;
        copy.to = to;
        copy.pinEnd = pinEnd;
        copy.takesEnd = takesEnd;
        copy.mostDays = mostDays;
        copy.windowed = windowed;
        copy.query = query;
        copy.clock = clock;
        copy.nanoTime = nanoTime;
        copy.memory = memory;
        copy.open = open;
        copy.walked = walked;
        return copy;
    }

    /**
     * Collects a {@link WalkSpec}.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class Builder<T> {

        private final Style style;
        private final String operation;
        private final PageSource<T> source;
        private @Nullable Function<? super T, @Nullable String> id;
        private @Nullable Function<? super T, @Nullable Instant> time;
        private int pageSize;
        private int maxPageSize = 100;
        private long startOffset;
        private @Nullable Instant from;
        private @Nullable Instant to;
        private boolean pinEnd;
        private boolean takesEnd;
        private int mostDays;
        private boolean windowed;
        private Map<String, String> query = Map.of();
        private Clock clock = Clock.systemUTC();
        private LongSupplier nanoTime = System::nanoTime;
        private int memory;
        private @Nullable Runnable open;
        private @Nullable IntConsumer walked;

        private Builder(Style style, String operation, PageSource<T> source) {
            this.style = style;
            this.operation = Objects.requireNonNull(operation, "operation");
            this.source = Objects.requireNonNull(source, "source");
        }

        /** Sets the id that tells rows apart; null or blank for a row that has none. Without it, no repeat is noticed. */
        public Builder<T> id(Function<? super T, @Nullable String> function) {
            this.id = Objects.requireNonNull(function, "id");
            return this;
        }

        /** Rows a page, if the user said so; null or unset takes as many as the API allows. */
        public Builder<T> pageSize(@Nullable Integer rows) {
            this.pageSize = rows == null ? 0 : Math.max(rows, 1);
            return this;
        }

        /** The most rows that the API answers at once. */
        public Builder<T> maxPageSize(int rows) {
            this.maxPageSize = Math.max(rows, 1);
            return this;
        }

        /** Where the user wants to begin; null or unset is the first row. */
        public Builder<T> startOffset(@Nullable Long rows) {
            this.startOffset = rows == null ? 0 : Math.max(rows, 0);
            return this;
        }

        /** Where the user wants to begin, as a page number counted from 1; null or unset is the first page. */
        public Builder<T> startPage(@Nullable Long number) {
            int rows = pageSize == 0 ? maxPageSize : pageSize;
            return startOffset(number == null ? null : (number - 1) * rows);
        }

        /** The time window of the user's request; null where it is open. */
        public Builder<T> between(@Nullable Instant start, @Nullable Instant end) {
            this.from = start;
            this.to = end;
            return this;
        }

        /**
         * Whether the walk sends the time of its first response as the end of the window unless the user says otherwise:
         * the operation has such a parameter and the request leaves it open.
         */
        public Builder<T> pinEnd(boolean allowed) {
            this.pinEnd = allowed;
            return this;
        }

        /**
         * Has the walk ask in parts where the request's window is longer than that many days, the most one request may ask
         * for. The list must have its newest rows first; the function tells the time by which the window selects a row.
         */
        public Builder<T> inParts(int days, Function<? super T, @Nullable Instant> rowTime) {
            this.mostDays = days;
            this.time = Objects.requireNonNull(rowTime, "time");
            return this;
        }

        /** Whether the operation takes any point in time as the end of the window, so that the user can have a walk send one. */
        public Builder<T> takesEnd(boolean allowed) {
            this.takesEnd = allowed;
            return this;
        }

        /**
         * Sets the query by wire names, without page, limit and secrets: a checkpoint keeps it and refuses to resume
         * another query.
         */
        public Builder<T> query(Map<String, String> parameters) {
            this.query = Map.copyOf(parameters);
            return this;
        }

        /** Throws if no page can be asked for any more, for callers that have to know before they ask. */
        public Builder<T> open(Runnable check) {
            this.open = Objects.requireNonNull(check, "open");
            return this;
        }

        /** Hears how many rows of a page a walk hands out; for listeners of the client. */
        public Builder<T> walked(IntConsumer rows) {
            this.walked = Objects.requireNonNull(rows, "walked");
            return this;
        }

        /** Sets the clock for lengths of time; {@link System#nanoTime} unless set. */
        public Builder<T> nanoTime(LongSupplier nanos) {
            this.nanoTime = Objects.requireNonNull(nanos, "nanoTime");
            return this;
        }

        /** Where the time of day comes from. */
        public Builder<T> clock(Clock source) {
            this.clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /** This spec for a part of its window; the end of the last part is open if the user's is. */
        Builder<T> part(Instant start, @Nullable Instant end) {
            this.from = start;
            this.to = end;
            this.pinEnd &= end == null;
            this.windowed = true;
            return this;
        }

        /** How many ids a walk remembers at most. */
        Builder<T> memory(int ids) {
            this.memory = ids;
            return this;
        }

        /** The finished spec. */
        public WalkSpec<T> build() {
            return new WalkSpec<>(this);
        }
    }
}
