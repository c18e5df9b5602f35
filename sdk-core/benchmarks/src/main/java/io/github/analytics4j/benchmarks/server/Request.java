package io.github.analytics4j.benchmarks.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a request that the server needs: the segments of its path, its query, and the length of its body. */
record Request(String method, List<String> path, Map<String, String> query, long contentLength, String host) {

    static Request parse(String head) {
        String[] lines = head.split("\r\n");
        String[] start = lines[0].split(" ");
        String[] target = start[1].split("\\?", 2);
        return new Request(
                start[0],
                List.of(target[0].substring(1).split("/")),
                query(target.length == 2 ? target[1] : ""),
                Long.parseLong(header(lines, "content-length", "0")),
                header(lines, "host", "127.0.0.1"));
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            if (nameAndValue.length == 2) {
                query.put(nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static String header(String[] lines, String name, String otherwise) {
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return otherwise;
    }
}
