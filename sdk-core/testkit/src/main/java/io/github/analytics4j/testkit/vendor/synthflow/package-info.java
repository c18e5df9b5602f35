/** The responses of Synthflow. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.vendor.synthflow;

import org.jspecify.annotations.NullMarked;
