/**
 * Compares the OpenAPI document of a vendor, as it is, with our spec. Both become a {@code Document} of the same facts: the
 * vendor's from JSON, YAML or the page that holds it, ours from the spec with its corrections or from the tables. What differs is
 * new, gone, renamed or changed; a difference that a correction makes, or that was reviewed, is known.
 */
@NullMarked
package io.github.analytics4j.codegen.vendor;

import org.jspecify.annotations.NullMarked;
