/**
 * Runs the benchmarks and writes their table: every figure in fresh processes, the SDK and a peer in turn, and their ratio taken
 * pair by pair, so that a machine whose speed drifts moves both.
 *
 * <p>{@link io.github.analytics4j.benchmarks.Benchmarks} is the one entry. A {@code Scenario} knows what to launch and which
 * figures to compare; a {@code Fork} is one process; a {@code Report} is what comes out.
 */
@NullMarked
package io.github.analytics4j.benchmarks;

import org.jspecify.annotations.NullMarked;
