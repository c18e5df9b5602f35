/**
 * Writes what an API has as a page for people: the README of its module. It says the same as the generated catalogue, and comes
 * from the same model; prose comes from the spec, in our own words.
 */
@NullMarked
package io.github.analytics4j.codegen.docs;

import org.jspecify.annotations.NullMarked;
