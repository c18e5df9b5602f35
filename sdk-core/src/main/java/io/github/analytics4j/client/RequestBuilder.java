package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Collects what goes with one request beside its operation's parameters; the builders of all requests extend it. Setters
 * refuse null. Not for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract class RequestBuilder<B extends RequestBuilder<B>> {
    private RequestOptions.Builder options = RequestOptions.builder();

    /**
     * A builder with nothing set.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected RequestBuilder() {}

    /**
     * This builder, as what it is.
     *
     * @hidden
     */
    @GeneratedCodeApi
    @SuppressWarnings("unchecked") // B is the class itself, as its declaration demands
    protected final B self() {
        return (B) this;
    }

    /**
     * Calls a lambda with this builder.
     *
     * @param change called once, at once
     * @return this builder
     */
    public final B with(Consumer<? super B> change) {
        Objects.requireNonNull(change, "change").accept(self());
        return self();
    }

    /**
     * Replaces the deadlines, extra parameters and headers of this one request.
     *
     * @param options in the place of all that were set
     * @return this builder
     */
    public final B options(RequestOptions options) {
        this.options = options.toBuilder();
        return self();
    }

    /**
     * Changes the deadlines, extra parameters and headers of this one request.
     *
     * @param change gets a builder with the options set so far
     * @return this builder
     */
    public final B options(Consumer<RequestOptions.Builder> change) {
        change.accept(options);
        return self();
    }

    /**
     * Adds a query parameter that this SDK does not know. One that it knows is replaced, unchecked; in a walk, that is not for
     * those that say which page it is.
     *
     * @param name its name
     * @param value its value, unencoded
     * @return this builder
     */
    public final B extraQuery(String name, String value) {
        options.extraQuery(name, value);
        return self();
    }

    /**
     * Adds a header that this SDK does not know.
     *
     * @param name its name
     * @param value its value, as it is to be sent
     * @return this builder
     */
    public final B extraHeader(String name, String value) {
        options.extraHeader(name, value);
        return self();
    }

    /**
     * The options collected so far, for the builder's {@code build}.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected final RequestOptions options() {
        return options.build();
    }
}
