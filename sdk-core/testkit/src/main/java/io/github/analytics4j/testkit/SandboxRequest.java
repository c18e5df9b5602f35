package io.github.analytics4j.testkit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param number counts the requests of the sandbox from 1
 * @param origin where it arrived: {@code synthflow}, {@code synaptiq}, {@code voisnap}, {@code callops}, {@code storage}
 * @param target the path and query of the request line, still encoded
 * @param headerLines {@code Name: value}, in the order and case they were sent
 */
public record SandboxRequest(
        long number, String origin, String method, String target, List<String> headerLines, String body) {
    /** The path of the target, still encoded. */
    public String path() {
        return URI.create(target).getRawPath();
    }

    /** The query as it was sent, or empty. */
    public String rawQuery() {
        throw new UnsupportedOperationException();
    }

    /** The query's parameters, decoded, in the order they were sent. */
    public Map<String, List<String>> query() {
        throw new UnsupportedOperationException();
    }

    /** The first value of a parameter. */
    public Optional<String> query(String name) {
        throw new UnsupportedOperationException();
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        throw new UnsupportedOperationException();
    }
}
