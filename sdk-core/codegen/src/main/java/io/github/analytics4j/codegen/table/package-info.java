/**
 * The front end for specs written as Markdown tables. CommonMark finds the blocks of the file, {@code Outline} gathers them under
 * their headings, one reader for each kind of table makes models of its rows, and {@code SampleChecker} holds the
 * vendor's samples against the tables. Each of them reports to the same problems and goes on. The
 * format is described in {@code FORMAT.md} at the root of this module.
 */
@NullMarked
package io.github.analytics4j.codegen.table;

import org.jspecify.annotations.NullMarked;
