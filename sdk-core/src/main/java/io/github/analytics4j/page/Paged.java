package io.github.analytics4j.page;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.PageFeed.WalkOptions;
import java.time.Duration;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All rows of a paged operation, asked for as they are needed. Nothing is sent before the first row is wanted, and every
 * iterator, stream, future and subscription is a walk of its own. Immutable and safe to share; a single walk is not.
 *
 * <h2>What a walk promises</h2>
 *
 * <p>Every row that is in the list from the walk's first request to its last is delivered exactly once, in the list's
 * order, while other rows come and go anywhere in it. A row that came or went meanwhile is delivered once or not at all.
 * This rests on four things: each response shows the list at one moment; rows that stay keep their order; a row keeps its
 * id, and no two rows share one; and, where rows are told apart by time, a row keeps its time.
 *
 * <p>By offset and by page number, neighbouring pages are asked for so that they overlap: a response that holds a row
 * delivered before leaves no gap behind it. Where no such row is found, the walk looks for its place again. It remembers each
 * row delivered by a fingerprint of its id, up to a million rows in 16 MB; rows delivered that lie ahead again, since others
 * came in before them, are dropped as long as they are remembered, and else it is a reason. A walk that was resumed remembers
 * the last 16,384 rows (4,096 of a longer walk) and up to 524,288 that lie ahead, and finds its place within 200 requests or
 * says so. Responses that contradict each other are reasons: rows in another order, rows that were gone and come again, one
 * id twice in a response, a total that is not where the list ends. Where rows came or went between rows delivered before,
 * or at the end of the list, one more request looks there again. A walk that does not surely get further in 300 requests, or begins
 * anew at the head of the list 50 times, ends with a {@link WalkException} that can be asked again; so does one by pages
 * that cannot overlap that does not find the page before again with three of its looks, one after each 100 requests. The
 * end is the end of a response that is short and lies where it should, or of a full one if the total and the server's word
 * that no more follow agree; a list whose first page is short takes a second request if the server says neither. A short
 * response may also be all that the server answers at once: the walk finds such a cap, whatever its size, and asks for no
 * more than that by page number. By page number, a server that has pages of some sizes only, and states the size that it
 * used, is read by pages of one such size, which cannot overlap. A page that the server refuses (400, 404, 416 or 422) after it answered others is asked for once more,
 * so short that it ends at a whole thousand of rows: search engines answer none behind their first 1,000 or 10,000. Where that is not
 * it, the list may have become so short that it ends before the page, and the walk looks for its place there. A page that is not there
 * (404, 416) and begins behind all rows read is the end of the list, unless the server said that rows follow. Else the refusal is the
 * walk's failure. Pages that are too small to overlap where the walk stands, as of a cap of one row or, by
 * page number, of ten rows or fewer here and there, are a reason. So is a short page on which rows follow by the server's
 * word, if another one was longer and the list then seems to have grown by rows that the page lacked, as where rows are hidden
 * after pages are cut; and fewer rows than each response states, of a list that was not seen to move. What cannot
 * be noticed, while the server says neither a total nor whether more follow: rows that lack in a page; and a cap that changes
 * from response to response, where the second short response in a row has less than half as many rows as the longest one. And,
 * whatever it says, not in each case: rows that change their place in the list, and rows behind a response that is
 * shorter than it was asked to be and for which the server states a total that ends with it, as where it counts the
 * response's rows in place of the list's. A checkpoint also names up to 4,096 rows that the last response had and that
 * were not read. The walk that goes on from it delivers each of them or notices that it is gone; one that comes before a
 * row that was read, or in another order, is delivered and is a reason. Where one lacks, one more request looks for it
 * half a page before; a row that is not there either is taken for deleted, so that it is not noticed if such a row moved
 * farther than that. Not named are rows of pages read ahead that no walk came to yet; and one that lacks at the end is
 * not missed for sure where rows that were read lie behind those in hand, or pages read ahead left their order open. A
 * list is followed without an end if it grows at its end as fast as it is read, if its rows have no ids and it grows as
 * fast, or if it grows faster than pages of a few rows that cannot overlap; give the request an end.
 *
 * <p>With a bare limit, the rows are asked for by time, oldest first, and told apart to the millisecond. A window begins
 * with the last row delivered, and a response goes on where the walk stands if it has that row or an older one; else the
 * bounds are moved to whole seconds, minutes, hours and days until it does. A response of ten rows or more that is as long
 * as the longest so far may have been cut, and is asked for in parts, so that a cap below the page size is found. Which rows
 * a full response holds completely, the oldest or the newest, is believed after a second response confirmed it; its row at
 * the other end, and a crowded millisecond right before that, after the next response has it and its neighbour. A row that
 * was seen and does not come again in its turn is asked for, and is a reason if it is not there and comes later, behind newer
 * ones; a checkpoint names the 1,024 oldest rows in hand that were not delivered, so that a walk that was resumed looks for them too. The first two responses with rows from outside of their window
 * are asked for once more, and it is a reason if one of these rows does not come again, or another one comes; so is a later
 * response without the rows between. Short responses with rows of the very instant at which their window ends are asked for
 * once more until the server was seen twice to count it, and the second one is used; it is a reason if many others of that
 * instant come later. A walk remembers the last 16,384 rows,
 * far more than come again where two windows overlap; a checkpoint names a millisecond before which all rows were delivered,
 * and the rows delivered of it and behind it. What cannot be noticed: a cap below ten rows; and, not in each case, a cap
 * that changes from response to response, and a row from outside the window asked for in the place of one within, if the
 * server answers so each time, or later, and no more than one row lies between, or if it is of the very instant at which the
 * list ends; one row of a crowded millisecond in the place of another one, where the server does so twice; and that the
 * server moves the caller's own start to a later time, where no row comes at all, or where the start is a midnight of UTC,
 * or the caller's own end to an earlier one, where no response shows that it moves bounds.
 * Where the end of the window is the walk's own, the last request leaves it open, if need be, so that a server that rounds
 * it hides nothing. A millisecond that holds as many rows as a response can, or ten or more and as many as the longest
 * response so far, is delivered as far as it came, and reported; of one that grows while walks are resumed in it, no more
 * than about five responses' rows are. So is a place where each row that could come again was deleted, since no row shows
 * there that the server heeds the start of a window; and more than a dozen rows of one response that were seen and are gone
 * when their turn comes. The start of a window counts as in it; where the server was seen to move bounds, the walk looks
 * before its first row as the last thing, and rows that come then are a reason; rows between the last one and the caller's own end,
 * which it asks for then as well, are delivered. Where no response has a row from right
 * behind the start of its window, which shows that the server does not round it up, one row that came is asked for alone
 * before, and another one if it is gone. A walk that gets no further with 150 responses, or with 300 gets fewer rows than 300 times a hundredth of a
 * response (and than one row for each, or a fiftieth of a response where that is less), ends with a {@link WalkException};
 * and so does one over a log without an end whose rows come in faster than they are read, resumed or not.
 *
 * <p>Neighbouring responses to a bare limit share a row, and the row at which a response was cut is taken from the next one. So
 * a full response of {@code n} rows brings {@code n - 2} new ones of a server that keeps the oldest rows of a window, and
 * {@code n - 3} of one that keeps the newest: with 50 rows or more, a walk takes at most 1.3 times the least number of requests
 * and ten more, and by 8 rows up to 1.65 times. Of a server that keeps any rows, only a response that is not full shows all rows
 * of its window, so that windows leave room for chance: up to 1.6 times the least number with 50 rows or more, and 2.4 times
 * where rows come in bursts (3.3 times of a log of a thousand rows); by 8 rows up to 3 times. By 2 rows a walk takes 4 to 10 times the least number, of each server: each
 * row takes a response that shows that no row lies before it and one that has it alone, once its time is found; and two rows
 * of one millisecond are a reason, since they fill a response. Where a server shows rows in another order than the one by which it
 * keeps them, or where a short log begins long after the start that was asked for, it is up to seven times.
 *
 * <p>Where one request may ask for so many days only, as of Synaptiq's activity, a walk over a longer range from a start to an
 * end is made of parts, newest first, and is one walk: with one report, limit and checkpoint. The parts overlap by the days
 * around a midnight, since vendors do not say whether the last day counts or by which zone; a row that comes with two parts is
 * told by its id, up to a million rows of such days (65,536 of a walk that was resumed), and delivered once. An offset is
 * counted within its part, and the progress tells no total.
 *
 * <p>{@link WalkReport#proven()} is true only if the walk got to the end and saw nothing that speaks against the
 * promise; else {@link WalkReport#reasons()} says what it saw. Rows without an id cannot be told apart, and the report
 * says so.
 *
 * <p>Where the request leaves the end of its time window open, a walk by offset or page number sends no end, unless
 * {@link #endNow()} is set. A walk with a bare limit sends the time of its first response with every page but the first, and
 * the last where that one looks behind this time, unless {@link #openEnd()} is set. That time is by the server's clock;
 * where the server does not tell it, or where its first response or that last one has newer rows, no end is sent, and a walk
 * with a bare limit ends behind the newest row that came with its first short responses; of a list that is read from its
 * oldest row on, and is not at its end after 100 responses, behind the newest row, which it looks for then.
 *
 * @param <T> a row
 */
public interface Paged<T> extends Iterable<T> {

    /**
     * A walk as the spec has it; called by generated code.
     *
     * @hidden
     */
    @GeneratedCodeApi
    static <T> Paged<T> of(WalkSpec<T> spec) {
        return new DefaultPaged<>(spec, WalkOptions.DEFAULT);
    }

    /**
     * {@return these rows as if an API had them, on one page; nothing is sent} For tests of code that takes walks.
     *
     * @param <T> the type of a row
     * @param rows in the order of the walk
     */
    static <T> Paged<T> of(List<T> rows) {
        List<T> copy = List.copyOf(rows);
        PageSource<T> source = new PageSource<>() {
            @Override
            public Page<T> fetch(PageRequest at) {
                return Page.of(at, copy, copy);
            }

            @Override
            public CompletableFuture<Page<T>> fetchAsync(PageRequest at) {
                return CompletableFuture.completedFuture(fetch(at));
            }
        };
        return of(WalkSpec.whole("a list", source).build());
    }

    /** A new walk. */
    @Override
    Walk<T> iterator();

    /** {@return a new walk as a stream; close it if it reads ahead and you do not read it to the end} */
    Stream<T> stream();

    /** {@return the same rows, page by page, with offset, total and the raw response} */
    Pages<T> pages();

    /** {@return the first page as the server answers it; a request of its own} */
    Page<T> firstPage();

    /** {@return the first page, without waiting; canceling the future cancels the request} */
    CompletableFuture<Page<T>> firstPageAsync();

    /** {@return all rows in a list} */
    List<T> toList();

    /** {@return all rows in a list, without waiting; canceling the future cancels what is under way} */
    CompletableFuture<List<T>> toListAsync();

    /**
     * Hands each row over, one after the other, on the thread that brings it.
     *
     * @param consumer must not block
     * @return the report to come; canceling the future ends the walk
     */
    CompletableFuture<WalkReport> forEachAsync(Consumer<? super T> consumer);

    /**
     * {@return the rows with back-pressure: beyond {@link #prefetch(int)}, no page is asked for before its rows are
     * requested} Each subscriber gets a walk of its own.
     */
    Flow.Publisher<T> publisher();

    /**
     * {@return the same walk, of at most so many rows in all, those before a resume included; no more are asked for}
     *
     * @param rows at least 0
     */
    Paged<T> limit(long rows);

    /**
     * {@return the same walk, of at most so many pages with new rows}
     *
     * @param pages at least 1
     */
    Paged<T> maxPages(long pages);

    /**
     * {@return the same walk, with so many rows a request, or as many as the API allows if those are fewer}
     *
     * @param rows at least 1
     */
    Paged<T> pageSize(int rows);

    /**
     * Reads ahead. The rows are the same and in the same order. The number of pages ahead goes down while the server is
     * slow or refuses or the list moves so fast that pages miss what they were asked for, and up again; it begins low, and
     * rises slowly where the server tells no total.
     *
     * @param pages how many, at most 64, may be under way or waiting to be read; 0 asks for a page when it is needed
     * @return the same walk, reading ahead
     */
    Paged<T> prefetch(int pages);

    /**
     * Goes on where the checkpoint was taken.
     *
     * @param checkpoint of a walk with the same parameters
     * @return the rows from there on
     * @throws WalkException if it belongs to another query, naming the differences
     */
    Paged<T> resume(Checkpoint checkpoint);

    /**
     * Tells how far a walk is before it waits for a response, at most once a second, and at its end.
     *
     * @param listener called on the thread of the walk
     * @return the same walk, telling
     */
    default Paged<T> onProgress(Consumer<WalkProgress> listener) {
        return onProgress(Duration.ofSeconds(1), listener);
    }

    /**
     * Tells how far a walk is before it waits for a response, at most once in that time, and at its end.
     *
     * @param every the shortest time between two calls; 0 for each wait
     * @param listener called on the thread of the walk
     * @return the same walk, telling
     */
    Paged<T> onProgress(Duration every, Consumer<WalkProgress> listener);

    /**
     * Tells what a walk did, once it is read to its end.
     *
     * @param listener called once, on the thread of the walk
     * @return the same walk, telling
     */
    Paged<T> onReport(Consumer<WalkReport> listener);

    /**
     * Sends no end of the time window where the request leaves it open: rows that come in meanwhile may be walked too.
     *
     * @return the same walk, without an end
     */
    Paged<T> openEnd();

    /**
     * Sends the time of the first response, by the server's clock, as the end of the time window with every page but the
     * first, where the request leaves the end open. The walk then ends although the list grows, but the operation may read
     * its end in another way than rows are listed: Synthflow's {@code to_date} is the end of a call, so that calls in
     * progress are left out, save those on the first page. A walk that was resumed keeps the end it had.
     *
     * @return the same walk, with an end
     * @throws WalkException if the operation has no end of a time window or takes only whole days there
     */
    Paged<T> endNow();

    /**
     * {@return this walk cut by time into parts of at most that length, oldest first, each a walk with its own progress,
     * report and checkpoints} Where the request leaves the end open, the last part's is open too. A row stamped with the
     * very instant between two parts may be in both if the API counts the end of a window as in it.
     *
     * @param length of a part at most
     * @throws WalkException if the request leaves the start of its time window open; if this walk goes on from a
     *     checkpoint, which is of the whole and of no part; or if rows could be lost between two parts, since the operation
     *     takes only whole days as an end, or compares it with another time of a row than the start: Synthflow's
     *     {@code to_date} is the end of a call
     */
    List<Part<T>> split(Duration length);

    /**
     * A part of a walk that was cut by time.
     *
     * @param <T> a row
     * @param window the time of its rows; the end of the last one is the time of the split if the request's is open
     * @param rows the walk over them
     */
    record Part<T>(TimeWindow window, Paged<T> rows) {}

    /**
     * The pages of a {@link Paged} that bring new rows, asked for as they are needed; each iterator is a walk of its own.
     * Immutable and safe to share.
     *
     * @param <T> a row
     */
    final class Pages<T> implements Iterable<Page<T>> {
        private final Supplier<PageFeed<T>> feeds;

        Pages(Supplier<PageFeed<T>> feeds) {
            this.feeds = feeds;
        }

        /** {@return a new walk} */
        @Override
        public PageWalk<T> iterator() {
            return new PageWalk<>(feeds.get());
        }

        /** {@return the pages of a new walk as a stream; close it if it reads ahead and you do not read it to the end} */
        public Stream<Page<T>> stream() {
            PageWalk<T> walk = iterator();
            int traits = Spliterator.ORDERED | Spliterator.NONNULL;
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, traits), false)
                    .onClose(walk::close);
        }
    }
}
