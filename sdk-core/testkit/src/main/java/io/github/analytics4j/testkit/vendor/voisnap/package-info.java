/** The responses of Voisnap. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.vendor.voisnap;

import org.jspecify.annotations.NullMarked;
