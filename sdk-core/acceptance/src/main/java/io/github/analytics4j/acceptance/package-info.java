/** Tests of all modules together, with the sandbox: faults, soak, secrets, restarts, clocks, and the rules between modules. */
@NullMarked
package io.github.analytics4j.acceptance;

import org.jspecify.annotations.NullMarked;
