package io.github.analytics4j.export;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** How a sync reads, and what it may delete. Immutable. */
public final class SyncOptions {
    /** The defaults. */
    public static final SyncOptions DEFAULT = builder().build();

    /** The treatment of a row that is gone from the log. */
    public enum Deletions {
        /** The row is deleted. */
        DELETE,
        /** The row stays, with the time at which it was found gone. */
        MARK,
        /** The row stays as it is. */
        KEEP
    }

    /** Which end of a log the first load begins with. */
    public enum FirstLoad {
        /** The oldest rows come first. */
        OLDEST_FIRST,
        /** The newest rows come first. */
        NEWEST_FIRST
    }

    final Duration lookBack;
    final Duration sweepEvery;
    final Duration sweepRange;
    final Duration countEvery;
    final Duration openFor;
    final Duration settle;
    final Duration margin;
    final Duration skewWarned;
    final Duration skewRefused;
    final int guardRows;
    final double guardShare;
    final int mostRejects;
    final int walkRows;
    final int prefetch;
    final Deletions deletions;
    final FirstLoad firstLoad;
    final boolean newKey;
    final boolean largeDeletions;
    final Set<String> volatileColumns;

    private SyncOptions(Builder from) {
        lookBack = from.lookBack;
        sweepEvery = from.sweepEvery;
        sweepRange = from.sweepRange;
        countEvery = from.countEvery;
        openFor = from.openFor;
        settle = from.settle;
        margin = from.margin;
        skewWarned = from.skewWarned;
        skewRefused = from.skewRefused;
        guardRows = from.guardRows;
        guardShare = from.guardShare;
        mostRejects = from.mostRejects;
        walkRows = from.walkRows;
        prefetch = from.prefetch;
        deletions = from.deletions;
        firstLoad = from.firstLoad;
        newKey = from.newKey;
        largeDeletions = from.largeDeletions;
        volatileColumns = Set.copyOf(from.volatileColumns);
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts from these} */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.lookBack = lookBack;
        copy.sweepEvery = sweepEvery;
        copy.sweepRange = sweepRange;
        copy.countEvery = countEvery;
        copy.openFor = openFor;
        copy.settle = settle;
        copy.margin = margin;
        copy.skewWarned = skewWarned;
        copy.skewRefused = skewRefused;
        copy.guardRows = guardRows;
        copy.guardShare = guardShare;
        copy.mostRejects = mostRejects;
        copy.walkRows = walkRows;
        copy.prefetch = prefetch;
        copy.deletions = deletions;
        copy.firstLoad = firstLoad;
        copy.newKey = newKey;
        copy.largeDeletions = largeDeletions;
        copy.volatileColumns.addAll(volatileColumns);
        return copy;
    }

    /** The sizes that tests and people ask for: look-back, sweep and guards. */
    @Override
    public String toString() {
        return "SyncOptions[look-back " + lookBack + ", sweep of " + sweepRange + " every " + sweepEvery
                + ", deletions " + deletions + " guarded at " + guardRows + " rows and " + guardShare + "]";
    }

    /** Collects options. */
    public static final class Builder {
        private Duration lookBack = Duration.ofDays(3); // 72 hours, not calendar days
        private Duration sweepEvery = Duration.ofDays(7);
        private Duration sweepRange = Duration.ofDays(35);
        private Duration countEvery = Duration.ofDays(30);
        private Duration openFor = Duration.ofDays(14);
        private Duration settle = Duration.ofMinutes(15);
        private Duration margin = Duration.ofHours(24);
        private Duration skewWarned = Duration.ofMinutes(1);
        private Duration skewRefused = Duration.ofMinutes(10);
        private int guardRows = 20;
        private double guardShare = 0.05;
        private int mostRejects = 1_000;
        private int walkRows = 10_000;
        private int prefetch = 4;
        private Deletions deletions = Deletions.DELETE;
        private FirstLoad firstLoad = FirstLoad.OLDEST_FIRST;
        private boolean newKey;
        private boolean largeDeletions;
        private final Set<String> volatileColumns = new TreeSet<>();

        private Builder() {}

        /**
         * Sets how long before the last run the rows began that each run reads again. A change behind it is found by a sweep.
         *
         * @param duration 72 hours unless set
         * @return this builder
         */
        public Builder lookBack(Duration duration) {
            lookBack = notNegative("lookBack", duration);
            return this;
        }

        /**
         * Sets how often a run reads far back.
         *
         * @param duration weekly unless set
         * @return this builder
         */
        public Builder sweepEvery(Duration duration) {
            sweepEvery = notNegative("sweepEvery", duration);
            return this;
        }

        /**
         * Sets how far back a sweep reads.
         *
         * @param duration 35 days unless set
         * @return this builder
         */
        public Builder sweepRange(Duration duration) {
            sweepRange = notNegative("sweepRange", duration);
            return this;
        }

        /**
         * Sets how often the rows of every day are counted.
         *
         * @param duration every 30 days unless set
         * @return this builder
         */
        public Builder countEvery(Duration duration) {
            countEvery = notNegative("countEvery", duration);
            return this;
        }

        /**
         * Sets how long a day is read again because a row of it has a status that is not its last.
         *
         * @param duration 14 days unless set
         * @return this builder
         */
        public Builder openFor(Duration duration) {
            openFor = notNegative("openFor", duration);
            return this;
        }

        /**
         * Sets how young rows are that may still be missing from the log.
         *
         * @param duration 15 minutes unless set; two hours at least for series
         * @return this builder
         */
        public Builder settle(Duration duration) {
            settle = notNegative("settle", duration);
            return this;
        }

        /**
         * Sets how much longer than a part of the past the window is that asks for it.
         *
         * @param duration 24 hours unless set; twice the longest row at least
         * @return this builder
         */
        public Builder margin(Duration duration) {
            margin = notNegative("margin", duration);
            return this;
        }

        /**
         * Sets how much the clock may differ from the server's.
         *
         * @param warned a greater difference is told of; 1 minute unless set
         * @param refused a greater difference ends the run; 10 minutes unless set
         * @return this builder
         */
        public Builder skew(Duration warned, Duration refused) {
            skewWarned = notNegative("skew", warned);
            skewRefused = notNegative("skew", refused);
            return this;
        }

        /**
         * Guards against deletions: if more rows of one unit are gone, they are kept, and the run says so. The greater of
         * the two numbers counts.
         *
         * @param rows 20 unless set
         * @param share of the unit's rows, 0–1; 0.05 unless set
         * @return this builder
         */
        public Builder guard(int rows, double share) {
            if (rows < 0 || !(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "guard needs 0 rows or more and a share of 0 to 1, was " + rows + " rows and " + share);
            }
            guardRows = rows;
            guardShare = share;
            return this;
        }

        /**
         * Sets whether rows are deleted beyond the guards too, for one run after you have looked at what is gone.
         *
         * @param allowed false unless set
         * @return this builder
         */
        public Builder largeDeletions(boolean allowed) {
            largeDeletions = allowed;
            return this;
        }

        /**
         * Sets how many rows of a partition may be impossible to store before it fails.
         *
         * @param rows 1,000 unless set
         * @return this builder
         */
        public Builder mostRejects(int rows) {
            mostRejects = atLeast("mostRejects", rows, 0);
            return this;
        }

        /**
         * Sets about how many rows a walk of the first load has at most, unless four days have more.
         *
         * @param rows 10,000 unless set
         * @return this builder
         */
        public Builder walkRows(int rows) {
            walkRows = atLeast("walkRows", rows, 1);
            return this;
        }

        /**
         * Sets how many pages are kept under way.
         *
         * @param pages 4 unless set
         * @return this builder
         */
        public Builder prefetch(int pages) {
            prefetch = atLeast("prefetch", pages, 0);
            return this;
        }

        /**
         * Sets what is done with rows that are gone.
         *
         * @param choice they are deleted unless set
         * @return this builder
         */
        public Builder deletions(Deletions choice) {
            deletions = Objects.requireNonNull(choice, "deletions");
            return this;
        }

        /**
         * Sets which end the first load begins with.
         *
         * @param choice the oldest unless set
         * @return this builder
         */
        public Builder firstLoad(FirstLoad choice) {
            firstLoad = Objects.requireNonNull(choice, "firstLoad");
            return this;
        }

        /**
         * Sets whether a key is taken that is not the one the sink was filled with, as after a rotation.
         *
         * @param allowed false unless set; the account must be the same
         * @return this builder
         */
        public Builder newKey(boolean allowed) {
            newKey = allowed;
            return this;
        }

        /**
         * Adds columns whose value changes by itself: they do not count as a change. Of an address, all behind a question
         * mark never counts.
         *
         * @param names of columns; none unless set
         * @return this builder
         */
        public Builder volatileColumns(String... names) {
            volatileColumns.addAll(Set.of(names));
            return this;
        }

        /** {@return the options} */
        public SyncOptions build() {
            return new SyncOptions(this);
        }

        private static Duration notNegative(String name, Duration duration) {
            Objects.requireNonNull(duration, name);
            if (duration.isNegative() || duration.compareTo(Duration.ofDays(36_500)) > 0) {
                throw new IllegalArgumentException(name + " must be a duration of 0 to 36,500 days, was " + duration);
            }
            return duration;
        }

        private static int atLeast(String name, int value, int least) {
            if (value < least) {
                throw new IllegalArgumentException(name + " must be " + least + " or more, was " + value);
            }
            return value;
        }
    }
}
