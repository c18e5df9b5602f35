package io.github.analytics4j.client;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A prepared request as it may be looked at. */
abstract class ShownInvocation<R> implements Invocation<R> {
    private final PreparedRequest request;

    ShownInvocation(PreparedRequest request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.info().method();
    }

    @Override
    public URI url() {
        return URI.create(request.shownUrl());
    }

    @Override
    public Map<String, String> query() {
        return Collections.unmodifiableMap(request.shownQuery());
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.shownHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public @Nullable String body() {
        return request.shownBody();
    }

    @Override
    public String toCurl() {
        return request.toCurl();
    }

    /** As a log may show it. */
    @Override
    public String toString() {
        return request.info().method() + " " + request.info().url();
    }
}
