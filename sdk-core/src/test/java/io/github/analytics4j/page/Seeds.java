package io.github.analytics4j.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Runs a case for each of many seeds, whatever becomes of the others. */
final class Seeds {

    private static final int MOST_CAUSES = 10;

    private Seeds() {}

    /** Fails if any case failed, naming the seeds of all that did; the first of their failures are kept. */
    static void each(long first, int count, LongConsumer one) {
        List<Long> failed = new ArrayList<>();
        List<Throwable> causes = new ArrayList<>();
        for (long seed = first; seed < first + count; seed++) {
            try {
                one.accept(seed);
            } catch (Throwable e) {
                failed.add(seed);
                if (causes.size() < MOST_CAUSES) {
                    causes.add(e);
                }
            }
        }
        if (!failed.isEmpty()) {
            AssertionError all = new AssertionError(
                    failed.size() + " of " + count + " cases failed; -Dwalk.seed= " + failed, causes.get(0));
            causes.subList(1, causes.size()).forEach(all::addSuppressed);
            throw all;
        }
    }
}
