/**
 * Synthflow: analytics of a workspace and its call log.
 *
 * <p>{@link io.github.analytics4j.synthflow.SynthflowClient} and {@link io.github.analytics4j.synthflow.Region} are
 * written by hand; requests, answers and API interfaces are generated from {@code src/spec}.
 */
@NullMarked
package io.github.analytics4j.synthflow;

import org.jspecify.annotations.NullMarked;
