/** Writes the responses' JSON. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.json;

import org.jspecify.annotations.NullMarked;
