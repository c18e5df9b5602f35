/** One small program per question, on the public API; each is also run by a test against the sandbox. {@code Tour} is the one to begin with. */
@NullMarked
package io.github.analytics4j.examples;

import org.jspecify.annotations.NullMarked;
