package io.github.analytics4j.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request that is complete but for the key. What is only shown is put together when somebody looks.
 *
 * @param streamed whether the body of the answer may take longer than an attempt
 * @param identity what it is about, the same in every process: operation and path parameters
 * @param url where it goes, with all parameters
 * @param place the same without a query
 * @param query its parameters, unencoded
 * @param ofTheSpec the names of those parameters that the spec knows
 * @param scheme how the key is sent
 * @param headers all but the one with the key
 * @param deadline for the whole call
 * @param attemptTimeout for one attempt
 * @param mask takes keys out of what is shown, should the caller have put one anywhere
 */
record PreparedRequest(
        CallInfo info,
        boolean repeatable,
        boolean streamed,
        String identity,
        HttpUrl url,
        String place,
        Map<String, String> query,
        Set<String> ofTheSpec,
        AuthScheme scheme,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Duration deadline,
        Duration attemptTimeout,
        SecretMask mask) {

    /** Identity and origin. */
    String fullIdentity() {
        String root =
                url.newBuilder().encodedPath("/").encodedQuery(null).build().toString();
        return identity + " at " + root.substring(0, root.length() - 1);
    }

    /** The parameters with secrets masked. */
    Map<String, String> shownQuery() {
        return masked(Redaction.forTheirOwner(query, ofTheSpec));
    }

    /** The URL with its secrets masked. */
    String shownUrl() {
        return mask.sentence(place) + UrlText.query(shownQuery());
    }

    /** All headers, with secrets masked. */
    Map<String, String> shownHeaders() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put(scheme.header(), scheme.masked());
        shown.putAll(masked(Redaction.forTheirOwner(headers, Set.of())));
        return shown;
    }

    /** The body with secrets masked. */
    @Nullable
    String shownBody() {
        return body == null ? null : mask.sentence(body);
    }

    private Map<String, String> masked(Map<String, String> values) {
        values.replaceAll((name, value) -> mask.sentence(value));
        return values;
    }

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
                place,
                query,
                ofTheSpec,
                scheme,
                all,
                body,
                deadline,
                attemptTimeout,
                mask);
    }
}
