/** A program of its own, in a module of its own. */
module consumer {
    requires io.github.analytics4j.synthflow;
    requires io.github.analytics4j.testkit;
}
