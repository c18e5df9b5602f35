/** Bodies that do not go well. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.fault;

import org.jspecify.annotations.NullMarked;
