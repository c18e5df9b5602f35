/**
 * Credentials and how they become a header: a {@link io.github.analytics4j.auth.Secret} that never prints, an
 * {@link io.github.analytics4j.auth.AuthScheme} that says which header it goes into, and
 * {@link io.github.analytics4j.auth.Credentials} that ask for a new key when the server refused the one they had.
 */
@NullMarked
package io.github.analytics4j.auth;

import org.jspecify.annotations.NullMarked;
