/** The responses of CallOps. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.vendor.callops;

import org.jspecify.annotations.NullMarked;
