package io.github.analytics4j.download;

import java.util.Map;

/**
 * Opens a link with the given headers and no other: no credential, no cookie, no header of the API client.
 *
 * <p>Follows no redirect, retries nothing and decompresses nothing. Safe for use by several threads.
 */
public interface LinkOpener {

    /**
     * Prepares a GET of {@code link}; nothing is sent yet.
     *
     * @param headers all that may be sent beside what HTTP itself needs
     */
    LinkExchange open(SignedUrl link, Map<String, String> headers);
}
