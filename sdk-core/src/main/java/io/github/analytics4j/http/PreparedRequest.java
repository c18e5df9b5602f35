package io.github.analytics4j.http;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request that is complete but for the key.
 *
 * @param streamed whether the body of the answer may take longer than an attempt
 * @param identity what it is about, the same in every process: operation, path parameters and origin
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
        boolean streamed,
        String identity,
        HttpUrl url,
        String shownUrl,
        Map<String, String> shownQuery,
        Map<String, String> headers,
        Map<String, String> shownHeaders,
        @Nullable String body,
        @Nullable Duration deadline,
        Duration attemptTimeout) {

    /** The same with more headers. */
    PreparedRequest withHeaders(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(more);
        return new PreparedRequest(
                info,
                repeatable,
                streamed,
                identity,
                url,
                shownUrl,
                shownQuery,
                all,
                shownHeaders,
                body,
                deadline,
                attemptTimeout);
    }
}
