package io.github.analytics4j.export;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether rows that are gone from the log may be deleted. */
final class DeletionGuard {
    /** Vendors keep rows for weeks at least; what goes earlier did not go by age. */
    private static final Duration LEAST_RETENTION = Duration.ofDays(28);

    private static final String ALLOW =
            "Look at the log, and allow large deletions for one run (--large-deletions, in Java"
                    + " SyncOptions.largeDeletions) if it is right";

    private final SyncOptions options;
    private final TableKind kind;
    private final @Nullable Instant retainedBefore;

    private DeletionGuard(SyncOptions options, TableKind kind, @Nullable Instant retainedBefore) {
        this.options = options;
        this.kind = kind;
        this.retainedBefore = retainedBefore;
    }

    /**
     * A guard for one slice.
     *
     * @param oldest the oldest row of the whole log where the walk got to it; older rows that are stored went by age
     */
    static DeletionGuard of(SyncOptions options, TableKind kind, @Nullable Instant oldest, Instant now) {
        boolean byAge = oldest != null && oldest.isBefore(now.minus(LEAST_RETENTION));
        return new DeletionGuard(options, kind, byAge ? oldest : null);
    }

    /** Whether a row of that time is one that the vendor no longer keeps. */
    boolean isRetained(@Nullable Instant time) {
        return retainedBefore != null && time != null && time.isBefore(retainedBefore);
    }

    boolean keepsAll() {
        return options.deletions == SyncOptions.Deletions.KEEP;
    }

    boolean marks() {
        return options.deletions == SyncOptions.Deletions.MARK;
    }

    /** Why rows that a damaged file still had are not deleted in the run that makes it again; null if there are none. */
    @Nullable
    String damaged(UnitKey unit, long gone) {
        return gone == 0 || keepsAll() || options.largeDeletions
                ? null
                : unit.name() + ": its file was damaged, and " + gone
                        + " of the rows that it still had are not in the log;"
                        + " they are kept. " + ALLOW;
    }

    /**
     * Why rows of a unit are not deleted, as a sentence; null if they may be.
     *
     * @param empty whether none is left
     */
    @Nullable
    String refusal(UnitKey unit, long gone, long before, boolean empty) {
        if (gone == 0 || keepsAll() || options.largeDeletions) {
            return null;
        }
        long most = Math.max(options.guardRows, (long) (options.guardShare * before));
        if (empty || (gone > most && kind == TableKind.LOG)) {
            return unit.name() + ": " + gone + " of " + before + " rows are gone, "
                    + (empty ? "which would leave none" : "which is more than " + most)
                    + "; they are kept. " + ALLOW;
        }
        return null;
    }
}
