/** Rows and chance: what all data are computed from. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.data;

import org.jspecify.annotations.NullMarked;
