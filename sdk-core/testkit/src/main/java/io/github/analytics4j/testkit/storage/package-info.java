/** Stored files and the links to them. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.storage;

import org.jspecify.annotations.NullMarked;
