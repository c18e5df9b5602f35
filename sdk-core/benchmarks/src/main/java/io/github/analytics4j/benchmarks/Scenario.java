package io.github.analytics4j.benchmarks;

import java.io.IOException;

/** Something to measure. */
@FunctionalInterface
interface Scenario {
    /** Runs its duels and adds their lines. */
    void run(Lab lab, Report report) throws IOException;
}
