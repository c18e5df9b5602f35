/**
 * Makes a complete file of a link.
 *
 * <p>{@link io.github.analytics4j.download.Download} is what a caller holds. It asks the API
 * ({@link io.github.analytics4j.client.StreamedExchange.StreamedRequest}) where the bytes are, follows the redirects by
 * hand and opens them through a {@link io.github.analytics4j.client.StreamedExchange.StreamOpener} that knows no
 * credential. What arrives is judged before a byte of it is kept: an error page is not a report, a changed file is not
 * the rest of the old one.
 * Bytes for a file go into a part file beside it, locked, with a small sidecar that says what they belong to; a break
 * is answered with a range request, an expired link with a new one. Only a file whose length, and checksum where one
 * is stated, is right gets the final name.
 *
 * <p>Stands on {@code client}, which sends the requests; nothing here knows JSON, and nothing here prints a signed link.
 */
@NullMarked
package io.github.analytics4j.download;

import org.jspecify.annotations.NullMarked;
