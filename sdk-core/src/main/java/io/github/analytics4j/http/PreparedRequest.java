package io.github.analytics4j.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request that is complete but for the key.
 *
 * @param url where it goes, with all parameters
 * @param shownUrl the same with its secrets masked
 * @param shownQuery its parameters, unencoded, with secrets masked
 * @param headers all but the one with the key
 * @param shownHeaders all of them, with secrets masked
 * @param deadline for the whole call
 * @param attemptTimeout for one attempt
 */
record PreparedRequest(
        CallInfo info,
        boolean repeatable,
        HttpUrl url,
        URI shownUrl,
        Map<String, String> shownQuery,
        Map<String, String> headers,
        Map<String, String> shownHeaders,
        @Nullable String body,
        @Nullable Duration deadline,
        Duration attemptTimeout) {}
