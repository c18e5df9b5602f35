/** The subcommand {@code dashboard}: the figures of the APIs as one page to look at. */
@NullMarked
package io.github.analytics4j.cli.dashboard;

import org.jspecify.annotations.NullMarked;
