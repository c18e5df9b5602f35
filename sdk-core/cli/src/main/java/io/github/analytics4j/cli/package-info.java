/** The command {@code analytics4j}: every operation of every API found on the class path, from a shell. */
@NullMarked
package io.github.analytics4j.cli;

import org.jspecify.annotations.NullMarked;
