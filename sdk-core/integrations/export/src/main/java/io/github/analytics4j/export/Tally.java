package io.github.analytics4j.export;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts what was read of a partition and what changed in it, and collects the reasons why not all of it is verified. */
final class Tally {
    long requests;
    long read;
    long outside;
    long rejected;
    long added;
    long changed;
    long deleted;
    long marked;
    long moved;
    long unitsChanged;
    long unitsSame;
    final Set<String> reasons = new LinkedHashSet<>();

    /** Adds the rows of a reading, and its reasons. */
    void add(SliceReader.Reading reading) {
        read += reading.read;
        outside += reading.outside;
        rejected += reading.rejects.size();
        reasons.addAll(reading.reasons);
    }

    /** Adds the changes of a commit, and its reasons. */
    void add(Tally commit) {
        added += commit.added;
        changed += commit.changed;
        deleted += commit.deleted;
        marked += commit.marked;
        moved += commit.moved;
        unitsChanged += commit.unitsChanged;
        unitsSame += commit.unitsSame;
        reasons.addAll(commit.reasons);
    }

    SyncReport.PartitionReport report(String partition, Instant watermark) {
        return new SyncReport.PartitionReport(
                partition,
                watermark,
                requests,
                read,
                outside,
                added,
                changed,
                deleted,
                marked,
                moved,
                rejected,
                unitsChanged,
                unitsSame,
                List.copyOf(reasons));
    }
}
