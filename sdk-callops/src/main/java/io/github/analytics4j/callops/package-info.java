/**
 * CallOps: analytics of calls, their cost and their latency.
 *
 * <p>{@link io.github.analytics4j.callops.CallOpsClient} is written by hand; requests, answers and API interfaces are
 * generated from {@code src/spec}.
 */
@NullMarked
package io.github.analytics4j.callops;

import org.jspecify.annotations.NullMarked;
