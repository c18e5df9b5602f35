package io.github.analytics4j.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as it arrived.
 *
 * @param number counts the requests of the sandbox from 1
 * @param origin where it arrived: {@code synthflow}, {@code synaptiq}, {@code voisnap}, {@code callops}, {@code storage}
 * @param method in capitals, as it was sent
 * @param target the path and query of the request line, still encoded
 * @param headerLines {@code Name: value}, in the order and case they were sent
 * @param body as text in UTF-8; empty without one
 */
public record SandboxRequest(
        long number, String origin, String method, String target, List<String> headerLines, String body) {
    private static final Pattern SECRET_PARAMETER = Pattern.compile(
            "(?i)([?&](?:[\\w.%-]*(?:signature|credential|token|secret|api[_-]?key|password|authorization)[\\w.%-]*|key)=)[^&]*");
    private static final Pattern SECRET_HEADER = Pattern.compile(
            "(?i)^([\\w-]*(?:authorization|api-?key|token|secret|cookie|credential|signature)[\\w-]*:\\s*)(?=\\S).*");

    /** {@return the path of the target, still encoded} */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** {@return the query as it was sent, or empty} */
    public String rawQuery() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** {@return the query's parameters, decoded, in the order they were sent} */
    public Map<String, List<String>> query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery().split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .computeIfAbsent(decoded(name), absent -> new ArrayList<>(1))
                        .add(decoded(value));
            }
        }
        return parameters;
    }

    /**
     * {@return the first value of a parameter, if it was sent}
     *
     * @param name decoded
     */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query().get(name)).map(values -> values.get(0));
    }

    /**
     * {@return the first value of a header, if it was sent}
     *
     * @param name in any case
     */
    public Optional<String> header(String name) {
        return headerLines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst();
    }

    /** The target with what pre-signed links carry as a secret left out, for messages and for people. */
    String maskedTarget() {
        return SECRET_PARAMETER.matcher(target).replaceAll("$1***");
    }

    /** The header lines with the values of those that carry a key left out. */
    List<String> maskedHeaderLines() {
        return headerLines.stream()
                .map(line -> SECRET_HEADER.matcher(line).replaceAll("$1***"))
                .toList();
    }

    /** Method and path; never the query or a header, which may hold secrets. */
    @Override
    public String toString() {
        return number + " " + origin + " " + method + " " + path();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
