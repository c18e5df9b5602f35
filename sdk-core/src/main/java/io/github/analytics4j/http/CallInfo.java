package io.github.analytics4j.http;

/**
 * Which call an event is about; fit for logs.
 *
 * @param operation its id, such as {@code synthflow.calls.list}
 * @param group the operations it shares a rate limit with
 * @param method the HTTP method
 * @param url the URL, with the values of all but harmless query parameters masked
 */
public record CallInfo(String operation, String group, String method, String url) {}
