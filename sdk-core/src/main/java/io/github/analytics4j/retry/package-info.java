/**
 * Pure decisions from facts: whether to try again, how long to wait, how much of a rate limit is left. No I/O, no
 * clock, no thread; time and chance come in as arguments, so that every rule here is a table in a test.
 */
@NullMarked
package io.github.analytics4j.retry;

import org.jspecify.annotations.NullMarked;
