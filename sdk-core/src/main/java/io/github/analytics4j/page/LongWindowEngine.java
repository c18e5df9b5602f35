package io.github.analytics4j.page;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.PageFeed.WalkOptions;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks a time window that is longer than one request may ask for in parts, newest first, each by an engine of its own.
 *
 * <p>Two parts meet at a midnight, and each asks for a day more there: vendors do not say whether the day that ends a window
 * is in it, nor by which zone days are counted. The rows there come with both parts, and are delivered with the first that
 * has them.
 */
final class LongWindowEngine<T> implements Engine<T> {

    /** A part that has so many days less is short enough with a day more at both ends, however the ends are counted. */
    private static final int WIDENED = 3;
    /** How far behind a seam the next part's rows can lie: the day more, its length, and a day for the zone. */
    private static final Duration OVERLAP = Duration.ofDays(3);

    private static final Duration DAY = Duration.ofDays(1);

    private static final int MEMORY = 1 << 20;
    /** Of each of two sets, so that a checkpoint stays small enough to be read. */
    private static final int SAVED = 1 << 16;

    /** A stretch of the window that one engine walks. */
    private final class Part {
        final int number;
        final Engine<T> engine;
        final WalkCounter counter;
        final WalkCounter before;
        /** Rows delivered that this part has too, and those that the next one has. */
        final DeliveredRows known;

        final DeliveredRows shared = new DeliveredRows(MEMORY, false);
        /** The rows of the engine's last response, and which of them were delivered. */
        private List<T> fed = List.of();

        private int[] kept = {};

        Part(int number, @Nullable WalkState from, DeliveredRows known) {
            this.number = number;
            this.known = known;
            this.counter = new WalkCounter(whole);
            counter.rows = from == null ? 0 : Math.max(0, from.position());
            this.before = whole.copy();
            before.rows -= counter.rows;
            if (from != null) {
                restore(shared, from.missing().get(1));
            }
            this.engine = new OffsetEngine<>(
                    spec.toBuilder().part(start(), end()).build(), end(), options.withFrom(from), counter);
        }

        /** The first day that a request names, or the user's own start. */
        Instant start() {
            Instant day = last() ? first : seams.get(number + 1).minus(DAY);
            return day.isBefore(first) ? first : day;
        }

        /** The last day that a request names, or the user's own end. */
        Instant end() {
            return endOf(number);
        }

        boolean last() {
            return number + 1 == seams.size();
        }

        List<T> deliver(List<T> rows) {
            List<T> fresh = new ArrayList<>(rows.size());
            kept = new int[rows.size()];
            fed = rows;
            for (int i = 0; i < rows.size(); i++) {
                if (isNew(rows.get(i))) {
                    kept[fresh.size()] = i;
                    fresh.add(rows.get(i));
                }
            }
            before.rows -= rows.size() - fresh.size();
            before.repeats += rows.size() - fresh.size();
            return fresh;
        }

        private boolean isNew(T row) {
            Instant at = time(row);
            String id = spec.idOf(row);
            if (id == null) { // only its time can tell which part it belongs to
                return at == null
                        || ((last() || !at.isBefore(seams.get(number + 1)))
                                && (number == 0 || at.isBefore(seams.get(number))));
            }
            long print = DeliveredRows.print(id);
            if (!last() && shared.index(print) < 0 && (at == null || at.isBefore(behind(number + 1)))) {
                shared.add(print);
            }
            boolean later = number > 0 && at != null && !at.isBefore(behind(number)); // the server ignored the end
            return !later && known.index(print) < 0;
        }

        private Instant behind(int seam) {
            return seams.get(seam).plus(OVERLAP);
        }

        /** The whole walk's counts, of which this part's are the last. */
        void count() {
            whole.rows = before.rows + counter.rows;
            whole.pages = before.pages + counter.pages;
            whole.repeats = before.repeats + counter.repeats;
            whole.shifts = before.shifts + counter.shifts;
            whole.stepsBack = before.stepsBack + counter.stepsBack;
            counter.reasons().forEach(reason -> whole.doubt("in the " + name() + ": " + reason));
            if (shared.added() > shared.size()) {
                whole.doubt("more than " + shared.size() + " rows of the " + name() + " come with the next part too:"
                        + " some may be repeated there; walk shorter windows");
            }
        }

        String name() {
            return "part from " + start() + " to " + end();
        }

        void save(WalkState.Builder into, List<T> batch, int read) {
            engine.save(into, fed, read == batch.size() ? fed.size() : kept[read]);
            into.finished = into.finished && last();
            into.to = end();
            into.missing = List.of(saved(known), saved(shared));
            if (Math.max(known.size(), shared.size()) > SAVED) {
                into.reasons = new ArrayList<>(into.reasons);
                into.reasons.add(
                        "more than " + SAVED + " rows of the " + name() + " come with a part beside it too, when"
                                + " the walk was resumed: some may be repeated there; walk shorter windows");
            }
        }
    }

    private final WalkSpec<T> spec;
    private final WalkOptions options;
    private final WalkCounter whole;
    private final Instant first;
    /** The ends of the parts, newest first. */
    private final List<Instant> seams;

    private Part part;
    /** The part whose rows were fed last. */
    private Part fedLast;

    LongWindowEngine(WalkSpec<T> spec, WalkOptions options, WalkCounter counter) {
        this.spec = spec;
        this.options = options;
        this.whole = counter;
        this.first = Objects.requireNonNull(spec.from, "from");
        this.seams = seams(Objects.requireNonNull(spec.to, "to"));
        WalkState from = options.from();
        this.part = from == null ? new Part(0, null, new DeliveredRows(MEMORY, false)) : resumed(from);
        this.fedLast = part;
    }

    /** Whether the walk's window is too long for one request. By then the walk must begin with the first row. */
    static boolean needed(WalkSpec<?> spec) {
        return spec.mostDays > 0
                && spec.startOffset == 0
                && spec.from != null
                && spec.to != null
                && Duration.between(spec.from, spec.to).compareTo(Duration.ofDays(spec.mostDays)) > 0;
    }

    private List<Instant> seams(Instant to) {
        Duration length = Duration.ofDays(Math.max(1, spec.mostDays - WIDENED));
        List<Instant> ends = new ArrayList<>();
        for (Instant end = to; ends.isEmpty() || end.isAfter(first); ) {
            ends.add(end);
            Instant start = end.minus(length);
            Instant midnight = start.truncatedTo(ChronoUnit.DAYS);
            end = midnight.equals(start) ? start : midnight.plus(DAY);
        }
        return ends;
    }

    /** Two days behind a seam less a millisecond: the end of the day more, which a request names as a day. */
    private Instant endOf(int number) {
        return number == 0
                ? seams.get(0)
                : seams.get(number).plus(DAY).plus(DAY).minusMillis(1);
    }

    private Part resumed(WalkState from) {
        for (int i = 0; i < seams.size(); i++) {
            if (endOf(i).equals(from.to()) && from.missing().size() == 2) {
                DeliveredRows known = new DeliveredRows(MEMORY, false);
                restore(known, from.missing().get(0));
                return new Part(i, from, known);
            }
        }
        throw new WalkException("the checkpoint is of a walk in other parts, of which one ends " + from.to()
                + ": begin the walk again");
    }

    private static void restore(DeliveredRows rows, String saved) {
        try {
            for (long print : new WalkState.Prints(saved).values()) {
                rows.add(print);
            }
        } catch (IllegalArgumentException e) {
            throw new WalkException(
                    "the checkpoint's lines \"missing\" must be fingerprints in Base64: begin the walk again");
        }
    }

    private static String saved(DeliveredRows rows) {
        return WalkState.Prints.of(rows.upTo(rows.frontier(), rows.added(), SAVED))
                .text();
    }

    private @Nullable Instant time(T row) {
        try {
            return Objects.requireNonNull(spec.time, "time").apply(row);
        } catch (UnexpectedValueException e) {
            return null;
        }
    }

    @Override
    public PageRequest next() {
        return part.engine.next();
    }

    @Override
    public String purpose() {
        return part.engine.purpose() + ", in the " + part.name();
    }

    @Override
    public @Nullable PageRequest after(PageRequest planned) {
        return ofPart(planned) ? part.engine.after(planned) : null;
    }

    @Override
    public int mostAtOnce() {
        return part.engine.mostAtOnce();
    }

    @Override
    public boolean useful(PageRequest planned) {
        return ofPart(planned) && part.engine.useful(planned);
    }

    @Override
    public void underWay(int pages, int before) {
        part.engine.underWay(pages, before);
    }

    private boolean ofPart(PageRequest planned) {
        return part.end().equals(planned.to());
    }

    @Override
    public List<T> feed(PageRequest asked, Page<T> page) {
        fedLast = part;
        List<T> fresh = part.deliver(part.engine.feed(asked, page));
        part.count();
        goOn();
        return fresh;
    }

    private void goOn() {
        if (part.engine.done() && !part.last()) {
            part = new Part(part.number + 1, null, part.shared);
        }
    }

    @Override
    public boolean refused(PageRequest asked, boolean gone) {
        boolean heeded = part.engine.refused(asked, gone);
        part.count();
        goOn();
        return heeded;
    }

    @Override
    public boolean pin(Instant end) {
        throw new IllegalStateException("the window has an end");
    }

    @Override
    public boolean done() {
        return part.last() && part.engine.done();
    }

    @Override
    public void save(WalkState.Builder into, List<T> batch, int read) {
        if (read == batch.size() && fedLast != part) {
            part.save(into, List.of(), 0);
        } else {
            fedLast.save(into, batch, read);
        }
    }
}
