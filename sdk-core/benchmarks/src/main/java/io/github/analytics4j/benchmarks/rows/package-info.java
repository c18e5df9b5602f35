/**
 * The calls that everyone reads: plain values computed from a call's index, and the dialects that write them as JSON.
 *
 * <p>Each SDK decodes only models of its own, so one call is rendered once for each of them: the same texts and numbers, in
 * about the same number of fields and bytes, under the names and in the envelope that the SDK expects.
 */
@NullMarked
package io.github.analytics4j.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
