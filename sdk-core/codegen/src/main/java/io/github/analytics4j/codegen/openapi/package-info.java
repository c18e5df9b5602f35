/**
 * The front end for OpenAPI 3.1. The spec and its overrides are read as plain trees that know their lines, the overrides are
 * merged into the spec, the merged document goes through swagger-parser, and what that understood becomes the model. swagger-parser
 * knows no lines: a mistake is located by its place in the trees.
 */
@NullMarked
package io.github.analytics4j.codegen.openapi;

import org.jspecify.annotations.NullMarked;
