package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowRequests.TimeSlot;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Notices responses with rows from outside of their window that came without the rows between: a server that moves a bound
 * gives all rows up to the furthest, and all of one instant, so that such rows stand in the place of others.
 */
final class StrayRows {

    /** So many stretches are kept in mind until their rows were delivered. */
    private static final int MOST = 64;
    /** One row may have come in or gone meanwhile. */
    private static final int SPARE = 1;
    /** Of one instant more may, since its rows come in together. */
    private static final int SPARE_TOGETHER = 4;
    /** And so many for each that came. */
    private static final int TOGETHER_PART = 2;

    /** So many responses with rows from outside are asked for once more; a server that rounds gives them the same then. */
    private static final int MOST_AGAIN = 2;

    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private boolean noticed;
    /** The rows from outside of the response that is asked for once more. */
    private Set<String> strangers = Set.of();
    /** Its rows of the instant at which its window ends. */
    private Set<String> atEnd = Set.of();

    private int outsideAgain;
    private int endAgain;

    /** From a window's bound to the furthest row that came from outside, without that row; or, if both are one, its instant. */
    private static final class Stretch {
        private final Instant bound;
        private final Instant furthest;
        /** So many rows of it may lack. */
        private int spare;

        private final Set<String> came = new HashSet<>();
        private final Set<String> lacking = new HashSet<>();
        /** Rows that came, and that lacked, before the walk was resumed. */
        private int cameBefore;

        private final int lackedBefore;

        Stretch(Instant bound, Instant furthest, List<? extends Timed<?>> rows, int spare) {
            this.bound = bound;
            this.furthest = furthest;
            this.lackedBefore = 0;
            int held = 0;
            for (Timed<?> row : rows) {
                if (row.id() != null && holds(row.at())) {
                    came.add(row.id());
                    held++;
                }
            }
            this.spare = bound.equals(furthest) ? Math.max(spare, TOGETHER_PART * held) : spare;
        }

        Stretch(WalkState.Stray saved) {
            this.bound = saved.bound();
            this.furthest = saved.furthest();
            this.spare = saved.spare();
            this.cameBefore = saved.came();
            this.lackedBefore = saved.lacking();
        }

        private boolean holds(Instant at) {
            int side = furthest.compareTo(bound);
            return side == 0
                    ? at.equals(furthest)
                    : side > 0
                            ? !at.isBefore(bound) && at.isBefore(furthest)
                            : at.isAfter(furthest) && at.isBefore(bound);
        }

        /** Whether it lacks too many rows, now that the list is known to hold this one. */
        boolean lacks(String name, Instant at) {
            if (holds(at) && !came.contains(name)) {
                lacking.add(name);
            }
            return lacking.size() + lackedBefore > spare;
        }

        boolean lacksDelivered(String name, Instant at) {
            if (cameBefore > 0 && holds(at)) {
                cameBefore--;
                came.add(name);
            }
            return lacks(name, at);
        }

        /** Another response came: with each, one more row of one instant may have come in. */
        void answered() {
            spare += bound.equals(furthest) ? 1 : 0;
        }

        /** Whether all its rows lie before that millisecond. */
        boolean endsBefore(long cell) {
            return Math.max(bound.toEpochMilli(), furthest.toEpochMilli()) < cell;
        }

        WalkState.Stray state(Predicate<String> delivered) {
            long open = came.stream().filter(name -> !delivered.test(name)).count();
            long lacked = lacking.stream().filter(delivered).count();
            return new WalkState.Stray(bound, furthest, spare, cameBefore + (int) open, lackedBefore + (int) lacked);
        }
    }

    StrayRows(Collection<WalkState.Stray> before) {
        before.forEach(saved -> stretches.add(new Stretch(saved)));
    }

    /**
     * Takes note of the rows that a response has from outside of its slot.
     *
     * @param full whether rows may have been cut off at the response's ends
     * @param known hands over each row that is known
     * @return whether rows between were left out
     */
    boolean came(
            WindowResponse<?> response,
            PageRequest asked,
            Frontier<?> frontier,
            boolean full,
            Consumer<BiConsumer<String, Instant>> known) {
        long clear = frontier.clear;
        TimeSlot slot = response.slot;
        if (response.empty() || noticed) {
            return false;
        }
        stretches.removeIf(stretch -> stretch.endsBefore(clear));
        stretches.forEach(Stretch::answered);
        List<Stretch> found = new ArrayList<>(0);
        if (slot.first() != TimeSlot.OPEN_START && response.oldest() < slot.first()) {
            add(found, Instant.ofEpochMilli(slot.first()), response.rows.get(0).at(), response, !full);
        }
        if (slot.last() < frontier.end && response.newest() > slot.last()) {
            Instant newest = response.rows.get(response.rows.size() - 1).at();
            boolean asksAgain = newest.equals(asked.to()) && atEnd.isEmpty() && endAgain < MOST_AGAIN;
            boolean together = !full && !asksAgain;
            add(found, Instant.ofEpochMilli(slot.last() + 1), newest, response, together);
        }
        for (Stretch stretch : found) {
            known.accept((name, at) -> noticed |= stretch.lacks(name, at));
            if (!stretch.endsBefore(clear)) {
                stretches.add(stretch);
            }
        }
        while (stretches.size() > MOST) {
            stretches.remove();
        }
        return noticed;
    }

    /**
     * Whether to ask for the same once more: a server that rounds the bounds gives the rows from outside again, and one that
     * answered them in the place of others does not. Where most are from outside, it hardly heeds the window. The same goes for
     * rows of the very instant of the window's end, until the server was seen to count it as in the window.
     *
     * @param inner whether the response is not full, and its window ends within the list
     */
    boolean asksAgain(WindowResponse<?> response, PageRequest asked, boolean inner) {
        Set<String> outside = outsideAgain < MOST_AGAIN ? response.strangers(asked) : Set.of();
        Set<String> last = !inner || endAgain >= MOST_AGAIN ? Set.of() : response.atEnd(asked);
        if (noticed || (outside.isEmpty() && last.isEmpty()) || outside.size() > Math.max(1, response.size / 2)) {
            return false;
        }
        outsideAgain += outside.isEmpty() ? 0 : 1;
        strangers = outside;
        atEnd = last;
        return true;
    }

    /** Takes what came then; whether rows from outside lack now, or others came. Those at the window's end may have been deleted. */
    boolean cameNotAgain(WindowResponse<?> response, PageRequest asked) {
        Set<String> now = response.ids();
        boolean gone = !strangers.isEmpty()
                && (!now.containsAll(strangers) || !strangers.containsAll(response.strangers(asked)));
        endAgain += !atEnd.isEmpty() && now.containsAll(atEnd) ? 1 : 0;
        strangers = Set.of();
        atEnd = Set.of();
        noticed |= gone;
        return gone;
    }

    private static void add(
            List<Stretch> found, Instant bound, Instant furthest, WindowResponse<?> response, boolean together) {
        if (!bound.equals(furthest)) {
            found.add(new Stretch(bound, furthest, response.rows, SPARE));
        }
        if (together) {
            found.add(new Stretch(furthest, furthest, response.rows, SPARE_TOGETHER));
        }
    }

    /** Takes note of a row that was delivered; whether rows were left out around it. */
    boolean delivered(String name, Instant at) {
        if (stretches.isEmpty()) {
            return false;
        }
        boolean lacks = stretches.removeIf(stretch -> stretch.lacksDelivered(name, at));
        noticed |= lacks;
        return lacks;
    }

    /** Returns the state that a walk needs which is resumed at a millisecond. */
    List<WalkState.Stray> state(long place, Predicate<String> delivered) {
        return stretches.stream()
                .filter(stretch -> !stretch.endsBefore(place)
                        && CheckpointText.holds(stretch.bound)
                        && CheckpointText.holds(stretch.furthest))
                .map(stretch -> stretch.state(delivered))
                .toList();
    }
}
