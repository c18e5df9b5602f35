package io.github.analytics4j.client;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Names the call that an event is about; fit for logs. Immutable. */
public final class CallInfo {
    private final String operation;
    private final String group;
    private final String method;
    private final Supplier<String> url;
    private final @Nullable Object tag;

    CallInfo(String operation, String group, String method, Supplier<String> url, @Nullable Object tag) {
        this.operation = operation;
        this.group = group;
        this.method = method;
        this.url = url;
        this.tag = tag;
    }

    /**
     * Makes what a listener would be told; for tests of listeners.
     *
     * @param operation the operation's id, such as {@code synthflow.calls.list}
     * @param group the operations it shares a rate limit with
     * @param method of HTTP
     * @param url as it is to be shown
     */
    public CallInfo(String operation, String group, String method, String url) {
        this(operation, group, method, () -> url, null);
    }

    /** {@return the operation's id, such as {@code synthflow.calls.list}} */
    public String operation() {
        return operation;
    }

    /** {@return the name of the operations it shares a rate limit with} */
    public String group() {
        return group;
    }

    /** {@return the HTTP method} */
    public String method() {
        return method;
    }

    /** {@return the URL, with the values of all but harmless query parameters masked} Put together when asked for. */
    public String url() {
        return url.get();
    }

    /** {@return the object that the user gave the call with {@link RequestOptions.Builder#tag}, or null} */
    public @Nullable Object tag() {
        return tag;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallInfo that
                && operation.equals(that.operation)
                && group.equals(that.group)
                && method.equals(that.method)
                && url().equals(that.url())
                && Objects.equals(tag, that.tag);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation, group, method, url());
    }

    @Override
    public String toString() {
        return "CallInfo[" + operation + ", " + group + ", " + method + " " + url() + "]";
    }
}
