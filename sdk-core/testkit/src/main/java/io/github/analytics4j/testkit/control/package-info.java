/** The program and the admin API: what works the sandbox from outside. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.control;

import org.jspecify.annotations.NullMarked;
