/** The responses of Synaptiq. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.vendor.synaptiq;

import org.jspecify.annotations.NullMarked;
