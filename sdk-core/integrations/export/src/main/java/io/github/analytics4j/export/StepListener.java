package io.github.analytics4j.export;

import java.io.IOException;

/** Hears where a run is. Tests end the process at such a place. */
interface StepListener {
    StepListener NONE = (step, place) -> {};

    /**
     * A run got there.
     *
     * @param step the step's number in the table of steps: {@code 1} to {@code 8}, {@code 7a}, {@code 7b}
     * @param place what is done next within the step, in words
     */
    void at(String step, String place) throws IOException;
}
