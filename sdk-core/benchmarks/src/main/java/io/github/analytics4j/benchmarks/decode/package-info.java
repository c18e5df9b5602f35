/**
 * Decoding alone, without a socket, measured by JMH: the SDK's codecs against Jackson's data binding and Moshi's reflection, each
 * reading the same bytes into records of the same fields.
 */
@NullMarked
package io.github.analytics4j.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
