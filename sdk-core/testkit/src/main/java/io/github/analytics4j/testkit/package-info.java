/** A server on loopback that behaves as the four analytics APIs do. */
@NullMarked
package io.github.analytics4j.testkit;

import org.jspecify.annotations.NullMarked;
