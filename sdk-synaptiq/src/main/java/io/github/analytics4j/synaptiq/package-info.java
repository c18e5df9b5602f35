/**
 * Synaptiq: leads and conversations of a workspace.
 *
 * <p>{@link io.github.analytics4j.synaptiq.SynaptiqClient} is written by hand; requests, answers and API interfaces
 * are generated from {@code src/spec}.
 */
@NullMarked
package io.github.analytics4j.synaptiq;

import org.jspecify.annotations.NullMarked;
