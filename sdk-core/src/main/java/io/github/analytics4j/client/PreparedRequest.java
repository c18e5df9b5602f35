package io.github.analytics4j.client;

import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.ClientListener.CallInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request that is complete but for the key, and how it may be shown: logs go by an allow-list, and the one who made the
 * request is spared only what smells of a secret. The shown form is put together when it is asked for.
 *
 * @param streamed whether the body of the response may take longer than an attempt
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
    private static final String MASK = "***";

    /** Harmless and useful; phone numbers, ids of people and whatever a later spec adds are not in it. */
    private static final Set<String> LOGGABLE =
            Set.of(("limit offset page granularity comparewith groupby channel source "
                            + "type type_of_call event_type call_status from_date to_date startdate enddate datefrom dateto start_date end_date "
                            + "duration_min duration_max model_id agentid agent_id agent_ids")
                    .split(" "));

    private static final Pattern SMELLS = Pattern.compile(
            "key|token|secret|auth|password|signature|credential|cookie|session", Pattern.CASE_INSENSITIVE);

    /** Identity and origin. */
    String fullIdentity() {
        String root =
                url.newBuilder().encodedPath("/").encodedQuery(null).build().toString();
        return identity + " at " + root.substring(0, root.length() - 1);
    }

    /** The parameters with secrets masked. */
    Map<String, String> shownQuery() {
        return masked(forTheirOwner(query, ofTheSpec));
    }

    /** The URL with its secrets masked. */
    String shownUrl() {
        return mask.sentence(place) + RequestAssembler.queryText(shownQuery());
    }

    /** All headers, with secrets masked. */
    Map<String, String> shownHeaders() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put(scheme.header(), scheme.masked());
        shown.putAll(masked(forTheirOwner(headers, Set.of())));
        return shown;
    }

    /** The body with secrets masked. */
    @Nullable
    String shownBody() {
        return body == null ? null : mask.sentence(body);
    }

    private Map<String, String> masked(Map<String, String> values) {
        for (Map.Entry<String, String> each : values.entrySet()) {
            each.setValue(mask.sentence(each.getValue()));
        }
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

    /** Whether a log may show the value of this parameter. */
    static boolean loggable(String parameter) {
        return LOGGABLE.contains(parameter.toLowerCase(Locale.ROOT));
    }

    /** The parameters as a log may show them. */
    static Map<String, String> forLogs(Map<String, String> query) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : query.entrySet()) {
            shown.put(each.getKey(), loggable(each.getKey()) ? each.getValue() : MASK);
        }
        return shown;
    }

    /** Parameters or headers as the one who set them may see them. */
    private static Map<String, String> forTheirOwner(Map<String, String> values, Set<String> ofTheSpec) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : values.entrySet()) {
            String name = each.getKey();
            boolean secret = !ofTheSpec.contains(name) && SMELLS.matcher(name).find();
            shown.put(name, secret ? MASK : each.getValue());
        }
        return shown;
    }

    /** A command line for a POSIX shell that sends the request. */
    String toCurl() {
        StringBuilder line = new StringBuilder("curl");
        if (!info.method().equals("GET")) {
            line.append(" -X ").append(info.method());
        }
        line.append(' ').append(quoted(shownUrl()));
        String keyHeader = scheme.header();
        shownHeaders()
                .forEach((name, value) -> line.append(" -H ")
                        .append(name.equals(keyHeader) ? withKey(name, scheme.prefix()) : header(name, value)));
        String body = shownBody();
        if (body != null) {
            line.append(" --data-raw ").append(quoted(body));
        }
        return line.toString();
    }

    /** The key's variable is the one thing for the shell to fill in; whatever is around it stays as it is. */
    private static String withKey(String name, String prefix) {
        String before = name + ": " + prefix;
        return before.matches("[A-Za-z0-9 :_-]*") ? "\"" + before + "$API_KEY\"" : quoted(before) + "\"$API_KEY\"";
    }

    /** A header without a value ends with a semicolon: curl takes a colon for the wish to leave it out. */
    private static String header(String name, String value) {
        return quoted(value.isBlank() ? name + ";" : name + ": " + value);
    }

    /** In single quotes nothing is special but the single quote. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
