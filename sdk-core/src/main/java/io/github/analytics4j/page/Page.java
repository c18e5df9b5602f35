package io.github.analytics4j.page;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One response of a paged operation: its rows and what the server said about the whole list. Immutable.
 *
 * <p>Out of {@link Paged#pages()} come the rows the page adds to the walk; repeats are already dropped. The whole
 * response is behind {@link #response(Class)}.
 *
 * @param <T> a row
 */
public final class Page<T> {

    private final PageRequest request;
    private final List<T> items;
    private final List<T> received;
    private final Object response;
    private final @Nullable Long offset;
    private final @Nullable Long total;
    private final @Nullable Boolean hasMore;
    private final int unreadable;
    private final @Nullable Instant serverTime;
    private final List<Integer> unreadableAt;
    private final @Nullable String doubt;
    private final @Nullable Long statedLimit;

    private Page(Draft<T> from) {
        this.request = Objects.requireNonNull(from.request, "request");
        this.items = Objects.requireNonNull(from.items, "items");
        this.received = from.received;
        this.response = Objects.requireNonNull(from.response, "response");
        this.offset = from.offset;
        this.total = from.total;
        this.hasMore = from.hasMore;
        this.unreadable = from.unreadable;
        this.unreadableAt = from.unreadableAt;
        this.doubt = from.doubt;
        this.serverTime = from.serverTime;
        this.statedLimit = from.statedLimit;
    }

    /** A page in the making; changed in place, for the first page of a process would wait for a lambda a field. */
    private static final class Draft<T> {
        final PageRequest request;
        final Object response;
        List<T> items;
        List<T> received;

        @Nullable
        Long offset;

        @Nullable
        Long total;

        @Nullable
        Boolean hasMore;

        int unreadable;
        List<Integer> unreadableAt = List.of();

        @Nullable
        String doubt;

        @Nullable
        Instant serverTime;

        @Nullable
        Long statedLimit;

        Draft(PageRequest request, List<T> items, Object response) {
            this.request = request;
            this.items = items;
            this.received = items;
            this.response = response;
        }

        Draft(Page<T> from) {
            this(from.request, from.items, from.response);
            received = from.received;
            offset = from.offset;
            total = from.total;
            hasMore = from.hasMore;
            unreadable = from.unreadable;
            unreadableAt = from.unreadableAt;
            doubt = from.doubt;
            serverTime = from.serverTime;
            statedLimit = from.statedLimit;
        }
    }

    /**
     * A page whose response tells nothing but its rows; the list is kept as it is and must not change.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static <T> Page<T> of(PageRequest request, List<T> items, Object response) {
        return new Page<>(new Draft<>(request, items, response));
    }

    /**
     * This page with the offset the server says it answered.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Page<T> withOffset(@Nullable Long echoed) {
        Draft<T> draft = new Draft<>(this);
        draft.offset = echoed;
        return new Page<>(draft);
    }

    /**
     * This page with the number of rows the server says there are in all.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Page<T> withTotal(@Nullable Long rows) {
        Draft<T> draft = new Draft<>(this);
        draft.total = rows;
        return new Page<>(draft);
    }

    /**
     * This page with what the server says about pages behind it.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Page<T> withHasMore(@Nullable Boolean more) {
        Draft<T> draft = new Draft<>(this);
        draft.hasMore = more;
        return new Page<>(draft);
    }

    /** This page with fewer rows: those from an index on, or a selection. */
    Page<T> withItems(List<T> rows) {
        Draft<T> draft = new Draft<>(this);
        draft.items = rows;
        return new Page<>(draft);
    }

    /**
     * This page with the number of its rows that were no records, and so are not among the items.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Page<T> withUnreadable(int rows) {
        Draft<T> draft = new Draft<>(this);
        draft.unreadable = rows;
        draft.unreadableAt = List.of();
        return new Page<>(draft);
    }

    /**
     * As {@link #withUnreadable(int)}, with their indexes in the rows as they were sent, in ascending order.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Page<T> withUnreadable(List<Integer> places) {
        Draft<T> draft = new Draft<>(this);
        draft.unreadable = places.size();
        draft.unreadableAt = List.copyOf(places);
        return new Page<>(draft);
    }

    /**
     * This page with what speaks against its rows being all that it should hold, as a sentence; null for no such thing.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Page<T> withDoubt(@Nullable String why) {
        if (why == null) {
            return this;
        }
        Draft<T> draft = new Draft<>(this);
        draft.doubt = doubt == null ? why : doubt + ", and " + why;
        return new Page<>(draft);
    }

    /**
     * This page with the number of rows the server says it answers at most, whatever it was asked for.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Page<T> withLimit(@Nullable Long most) {
        Draft<T> draft = new Draft<>(this);
        draft.statedLimit = most;
        return new Page<>(draft);
    }

    /**
     * This page with the time at which the server answered, to the second; null when it did not say.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Page<T> withServerTime(@Nullable Instant time) {
        Draft<T> draft = new Draft<>(this);
        draft.serverTime = time;
        return new Page<>(draft);
    }

    /**
     * {@return the number of rows in the response that were no records; they are not among the items, but in the response}
     */
    public int unreadable() {
        return unreadable;
    }

    /** {@return the rows} */
    public List<T> items() {
        return items;
    }

    /**
     * {@return all rows of the response that are records, in the order of the list} Out of {@link Paged#pages()} there may
     * be more of them than items: rows that the walk delivered before, as they are now, and rows that belong to another page.
     */
    public List<T> received() {
        return received;
    }

    /**
     * {@return the request this page answers}
     *
     * @hidden
     */
    @GeneratedCodeApi
    public PageRequest request() {
        return request;
    }

    /** {@return where the response starts in the list: what the server said, else what was asked for} */
    public long offset() {
        return offset == null ? request.offset() : offset;
    }

    /**
     * {@return the number of rows the server says there are in all; a hint, since servers are wrong about it, and lists change}
     */
    public OptionalLong total() {
        return total == null ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /** {@return whether the server says that more rows follow; null when it says nothing} */
    public @Nullable Boolean hasMore() {
        return hasMore;
    }

    /**
     * {@return the response as the API gave it, with everything around the rows}
     *
     * @param <A> the type of the response
     * @param type its class
     */
    public <A> A response(Class<A> type) {
        return type.cast(response);
    }

    /** How many rows the server answered, whether they could be read or not. */
    int answered() {
        return items.size() + unreadable;
    }

    /** {@return when the server answered, by its own clock, cut to the second; null when it did not say} */
    public @Nullable Instant serverTime() {
        return serverTime;
    }

    /** Where the rows behind the first {@code count} items begin, among all that the server sent, records or not. */
    int sentBefore(int count) {
        int place = count;
        for (int lost : unreadableAt) {
            if (count == 0 || lost >= place) {
                break;
            }
            place++;
        }
        return place;
    }

    /** How many rows the server sent behind the first {@code count} items, as far as their places are known. */
    int sentBehind(int count) {
        int places = count == 0 ? 0 : sentBefore(count);
        return count == 0 || unreadableAt.size() == unreadable ? answered() - places : items.size() - count;
    }

    /** How many items are among the first {@code place} rows that the server sent. */
    int itemsBefore(long place) {
        int lost = 0;
        for (int at : unreadableAt) {
            lost += at < place ? 1 : 0;
        }
        return (int) Math.max(0, Math.min(place - lost, items.size()));
    }

    /** Returns the reason why the rows may not be complete; null if there is none. */
    @Nullable
    String doubt() {
        return doubt;
    }

    /** How many rows the server says there are in all, if that can be. */
    @Nullable
    Long claimedTotal() {
        return total == null || total < 0 ? null : total;
    }

    /** How many rows the server says it answers at most, if those are fewer than it was asked for; else 0. */
    int smallerLimit() {
        return statedLimit == null || statedLimit < 1 || statedLimit >= request.limit() ? 0 : statedLimit.intValue();
    }

    /** The size of the server's pages, as far as the response tells: what it states, else what was asked for unless there are more rows. */
    int size() {
        Long stated = statedLimit;
        return stated != null && stated >= Math.max(1, answered()) && stated <= Integer.MAX_VALUE
                ? stated.intValue()
                : Math.max(request.limit(), answered());
    }

    /** Whether the response has more rows than the server says it answers at most. */
    boolean breaksLimit() {
        return statedLimit != null && statedLimit >= 1 && answered() > statedLimit;
    }

    /** As many rows as the response can hold. */
    int mostRows() {
        return smallerLimit() == 0 ? request.limit() : smallerLimit();
    }

    @Override
    public String toString() {
        return "Page[" + items.size() + " rows at " + offset() + (total == null ? "" : " of " + total) + "]";
    }
}
