package io.github.analytics4j.export;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageWalk;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkProgress;
import io.github.analytics4j.page.WalkReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Step 4: reads a slice once, masks its rows, and spools them by their own time. */
final class SliceReader {
    /** Words in a walk's reasons that tell of rows which are set aside here, and of nothing else. */
    private static final List<String> SET_ASIDE = List.of("were no records", "rows without an id were delivered");

    private final LogSource source;
    private final RowMaker maker;
    private final Slice slice;
    private final Instant now;
    private final StepListener steps;
    private final Consumer<WalkProgress> progress;
    private final Reading reading;

    /**
     * Prepares a reading of a slice.
     *
     * @param maker for this reading alone: it counts rows that repeat
     * @param work the folder for spools
     */
    SliceReader(
            LogSource source,
            RowMaker maker,
            Slice slice,
            Instant now,
            Path work,
            StepListener steps,
            Consumer<WalkProgress> progress) {
        this.source = source;
        this.maker = maker;
        this.slice = slice;
        this.now = now;
        this.steps = steps;
        this.progress = progress;
        this.reading = new Reading(new RowSorter(SpoolEntry.BY_ID, work, RowSorter.HELD_OF_WALK));
    }

    /** The words for what is known of the rows that came; each says more than the one before. */
    enum Proof {
        /** A walk did not get to its end. */
        BROKEN_OFF,
        /** All walks got to their end, and something speaks against their having brought all rows. */
        FINISHED,
        /** No row is missing but those that were set aside: to read again brings no more. */
        ALL_BUT_REJECTS,
        /** No row is missing, so that a stored one which did not come is gone. */
        PROVEN
    }

    /** The rows that came. */
    static final class Reading implements AutoCloseable {
        final RowSorter rows;
        final List<String> rejects = new ArrayList<>();
        /** How many of the rejects were of a unit, by its name; of an empty name where that cannot be told. */
        final Map<String, Integer> rejectedOf = new HashMap<>();

        final List<String> reasons = new ArrayList<>();
        long read;
        /** Numbers the rows in the order they were read: of two with one id the last one counts. */
        long spooled;

        long outside;
        long pages;
        /** Rows without a time. */
        long undated;
        /** Rows the window asked for has, as the server said last; -1 where it did not. */
        long total = -1;
        /** Whether the server answered a request with rows, and so accepted the key. */
        boolean answered;
        /** The least that is known of one of the walks. */
        private Proof proof = Proof.PROVEN;
        /** Whether the walk was given up since it has far too many rows for one. */
        boolean tooLarge;

        @Nullable
        Instant oldest;

        @Nullable
        Instant serverTime;

        Reading(RowSorter rows) {
            this.rows = rows;
        }

        /** Whether so much is known of what was read, or more. */
        boolean is(Proof least) {
            return proof.compareTo(least) >= 0;
        }

        private void atMost(Proof other) {
            proof = is(other) ? other : proof;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    /**
     * Reads the slice; the caller closes what was read.
     *
     * @param longest the longest time a row took so far
     * @param most gives up at once where the first page tells of more rows
     */
    Reading read(Duration longest, long most) throws IOException {
        walk(slice.from(), slice.to(), longest, most);
        for (LocalDate each : new TreeSet<>(slice.also())) {
            walk(each, each.plusDays(1), longest, Long.MAX_VALUE);
        }
        long rejects = reading.rejects.size();
        if (rejects > 0) {
            reading.atMost(Proof.ALL_BUT_REJECTS);
            reading.reasons.add((rejects == 1 ? "1 row" : rejects + " rows") + " could not be stored; see the rejects");
        }
        reading.rows.sorted();
        return reading;
    }

    private void walk(@Nullable LocalDate from, @Nullable LocalDate to, Duration longest, long most)
            throws IOException {
        Paged<?> rows = source.walk(from, to, longest).onProgress(progress);
        Proof proof = Proof.BROKEN_OFF;
        try (PageWalk<?> pages = rows.pages().iterator()) {
            while (pages.hasNext() && !reading.tooLarge) {
                Page<?> page = pages.next();
                reading.answered = true;
                long total = page.total().orElse(-1);
                reading.total = Objects.equals(from, slice.from()) ? total : reading.total;
                reading.tooLarge = reading.read == 0 && total > most;
                if (!reading.tooLarge) {
                    take(page);
                }
            }
            proof = end(pages.report());
        } catch (SdkException e) {
            reading.reasons.add(SyncReport.reason(e));
        }
        reading.atMost(proof);
    }

    private void take(Page<?> page) throws IOException {
        steps.at("4", "spool a page");
        if (page.serverTime() != null) {
            reading.serverTime = page.serverTime();
        }
        for (Object row : page.items()) {
            reading.read++;
            StoredRow made = maker.make(row, now);
            if (made == null) {
                Instant time = maker.time(row);
                if (time == null || slice.takes(time)) {
                    reject(
                            maker.refusal(),
                            maker.json(row),
                            time == null ? "" : UnitKey.of("", time).name());
                }
            } else if (!maker.isPurged(made)) {
                add(made);
            }
        }
        if (page.received().size() > page.items().size()) {
            again(page);
        }
        if (page.unreadable() > 0) {
            unreadable(page);
        }
    }

    /** Takes rows that came again with this page as they are now: a row may have changed since the walk delivered it. */
    private void again(Page<?> page) throws IOException {
        Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        taken.addAll(page.items());
        long outside = reading.outside;
        for (Object row : page.received()) {
            StoredRow made = taken.contains(row) ? null : maker.make(row, now);
            if (made != null && !maker.isPurged(made)) {
                add(made);
            }
        }
        reading.outside = outside;
    }

    private void add(StoredRow row) throws IOException {
        reading.spooled++;
        Instant time = row.time();
        reading.undated += time == null ? 1 : 0;
        if (time != null && (reading.oldest == null || time.isBefore(reading.oldest))) {
            reading.oldest = time;
        }
        if (source.of.kind == TableKind.SNAPSHOT) {
            reading.rows.add(new SpoolEntry(UnitKey.WHOLE, row, reading.spooled));
        } else if (slice.takes(time)) {
            reading.rows.add(new SpoolEntry(UnitKey.of("", time).name(), row, reading.spooled));
        } else {
            reading.outside++;
        }
    }

    private Proof end(WalkReport report) {
        reading.pages += report.pages();
        List<String> more = new ArrayList<>(report.reasons());
        if (!report.finished() && more.isEmpty()) {
            more.add("the walk did not get to the end");
        }
        reading.reasons.addAll(more);
        if (!report.finished()) {
            return Proof.BROKEN_OFF;
        } else if (report.proven()) {
            return Proof.PROVEN;
        }
        boolean setAside = more.stream().allMatch(each -> SET_ASIDE.stream().anyMatch(each::contains));
        return setAside ? Proof.ALL_BUT_REJECTS : Proof.FINISHED;
    }

    private void reject(String why, String json, String unit) throws IOException {
        reading.rejectedOf.merge(unit, 1, Integer::sum);
        reading.rejects.add("{\"why\":" + JsonText.quoted(why) + ",\"row\":" + maker.masked(json) + "}");
        int most = source.options.mostRejects;
        if (reading.rejects.size() > most) {
            throw new TooManyRejectsException(
                    "more than " + most + " rows could not be stored: look at what the API sends");
        }
    }

    /** Finds the rows that are no records in the page's whole response. */
    private void unreadable(Page<?> page) throws IOException {
        Object response = page.response(Object.class);
        List<JsonValue> found = new ArrayList<>();
        if (response instanceof JsonRecord record) {
            collect(JsonValue.parse(record.toJson()), found);
        }
        for (int i = 0; i < page.unreadable(); i++) {
            reject("no record", i < found.size() ? found.get(i).json() : "null", "");
        }
    }

    /** The elements of lists of objects that are no objects. */
    private static void collect(JsonValue value, List<JsonValue> found) {
        if (value.kind() == JsonValue.Kind.OBJECT) {
            value.fields().values().forEach(each -> collect(each, found));
        } else if (value.kind() == JsonValue.Kind.ARRAY) {
            List<JsonValue> all = value.elements();
            boolean records = all.stream().anyMatch(each -> each.kind() == JsonValue.Kind.OBJECT)
                    || all.stream().allMatch(each -> each.kind() != JsonValue.Kind.STRING);
            if (records) {
                all.stream()
                        .filter(each -> each.kind() != JsonValue.Kind.OBJECT)
                        .forEach(found::add);
            }
        }
    }

    /** A partition whose rows cannot be stored. */
    static final class TooManyRejectsException extends IOException {
        private static final long serialVersionUID = 1;

        TooManyRejectsException(String message) {
            super(message);
        }
    }
}
