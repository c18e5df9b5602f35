/**
 * What a user configures. Each API module's client is a thin shell around an
 * {@link io.github.analytics4j.client.ApiClient}; its builder is an
 * {@link io.github.analytics4j.client.AbstractClientBuilder}, so that knowing one is knowing four.
 *
 * <p>The stack around a call is put together in one place, {@code Stack}: what is switched off is not there at all.
 */
@NullMarked
package io.github.analytics4j.client;

import org.jspecify.annotations.NullMarked;
