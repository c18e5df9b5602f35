package io.github.analytics4j.export;

import java.util.LinkedHashSet;
import java.util.Set;

/** Counts the changes of rows and units, and collects the reasons why there are not more. */
final class Tally {
    long added;
    long changed;
    long deleted;
    long marked;
    long moved;
    long unitsChanged;
    long unitsSame;
    final Set<String> reasons = new LinkedHashSet<>();

    void add(Tally more) {
        added += more.added;
        changed += more.changed;
        deleted += more.deleted;
        marked += more.marked;
        moved += more.moved;
        unitsChanged += more.unitsChanged;
        unitsSame += more.unitsSame;
        reasons.addAll(more.reasons);
    }
}
