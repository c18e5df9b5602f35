/**
 * Voisnap: analytics of conversations, and reports as files.
 *
 * <p>{@link io.github.analytics4j.voisnap.VoisnapClient} is written by hand; requests, responses and API interfaces are generated from
 * {@code src/spec}.
 */
@NullMarked
package io.github.analytics4j.voisnap;

import org.jspecify.annotations.NullMarked;
