/**
 * Everyone who reads the calls, each in the way its own users would: a loop by hand where there is no SDK, the auto-paging list
 * where there is one. All add up the same figures, so that nobody wins by reading less.
 */
@NullMarked
package io.github.analytics4j.benchmarks.clients;

import org.jspecify.annotations.NullMarked;
