package io.github.analytics4j.export;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.sockets.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A call log behind a bare socket on loopback whose every call a test makes, changes and deletes; newest first, by its own clock. */
final class TestLog implements AutoCloseable {
    static final String KEY = "sk_planted_sync_7741";

    /** The ways a vendor can read the end of a window. */
    enum EndReading {
        OF_START,
        OF_END
    }

    private final RawServer server;
    private final Map<String, Map<String, Call>> agents = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    Clock clock;
    volatile EndReading end = EndReading.OF_END;
    volatile String key = KEY;
    volatile boolean tellsTime = true;
    volatile UnaryOperator<String> body = text -> text;
    volatile Predicate<Map<String, String>> refused = query -> false;
    volatile Runnable afterEachPage = () -> {};

    /** A call; its fields beside these are JSON members. */
    record Call(String id, Instant start, long seconds, String status, Map<String, String> more) {
        Call with(String name, String json) {
            Map<String, String> all = new LinkedHashMap<>(more);
            all.put(name, json);
            return new Call(id, start, seconds, status, all);
        }

        Call status(String other) {
            return new Call(id, start, seconds, other, more);
        }

        Call start(Instant other) {
            return new Call(id, other, seconds, status, more);
        }

        Call seconds(long other) {
            return new Call(id, start, other, status, more);
        }

        Instant end() {
            return start == null || status.equals("in-progress") ? null : start.plusSeconds(seconds);
        }

        String json(String agent) {
            if (more.containsKey("instead of all")) {
                return more.get("instead of all");
            }
            Map<String, String> all = new LinkedHashMap<>();
            all.put("call_id", '"' + id + '"');
            all.put("model_id", '"' + agent + '"');
            all.put("call_status", '"' + status + '"');
            all.put("duration", String.valueOf(seconds));
            all.put("start_time", start == null ? "null" : '"' + String.valueOf(start.toEpochMilli()) + '"');
            all.putAll(more);
            return all.entrySet().stream()
                    .map(each -> '"' + each.getKey() + "\":" + each.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    TestLog(Clock clock) {
        this.clock = clock;
        this.server = new RawServer(this::serve);
    }

    String baseUrl() {
        return server.url() + "/v2";
    }

    ApiSession session() {
        return Nights.session(baseUrl(), key);
    }

    synchronized void put(String agent, Call call) {
        agents.computeIfAbsent(agent, name -> new LinkedHashMap<>()).put(call.id(), call);
    }

    /** Calls one after the other from a time on, each with an id of the prefix and a number. */
    void fill(String agent, String prefix, Instant from, Duration gap, int count) {
        for (int i = 0; i < count; i++) {
            put(agent, new Call(prefix + i, from.plus(gap.multipliedBy(i)), 30 + i % 90, "completed", Map.of()));
        }
    }

    synchronized Call get(String agent, String id) {
        return agents.get(agent).get(id);
    }

    synchronized void delete(String agent, String id) {
        agents.get(agent).remove(id);
    }

    synchronized void deleteIf(String agent, Predicate<Call> gone) {
        agents.get(agent).values().removeIf(gone);
    }

    synchronized int size(String agent) {
        return agents.getOrDefault(agent, Map.of()).size();
    }

    /** How many requests came since it was asked last. */
    synchronized int requests() {
        int count = requests.size();
        requests.clear();
        return count;
    }

    synchronized List<String> targets() {
        return List.copyOf(requests);
    }

    private boolean serve(String head, Socket socket) throws IOException {
        socket.getOutputStream().write(response(head));
        afterEachPage.run();
        return true;
    }

    private byte[] response(String head) {
        String target = head.split(" ", 3)[1];
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : target.substring(target.indexOf('?') + 1).split("&")) {
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
            query.put(pair.substring(0, pair.indexOf('=')), value);
        }
        String status = "200 OK";
        String text;
        if (!head.contains("Bearer " + key + "\r\n")) {
            status = "401 Unauthorized";
            text = "{\"detail\":\"Unauthorized: Invalid or expired token.\"}";
        } else if (refused.test(query)) {
            status = "400 Bad Request";
            text = "{\"detail\":\"refused\"}";
        } else {
            text = body.apply(page(query, target));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String date = tellsTime
                ? "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)) + "\r\n"
                : "";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + date + "Content-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private synchronized String page(Map<String, String> query, String target) {
        requests.add(target);
        String agent = query.get("model_id");
        List<Call> rows = agents.getOrDefault(agent, Map.of()).values().stream()
                .filter(each -> isIn(each, query))
                .sorted(Comparator.comparing(
                                (Call each) -> each.start() == null ? Instant.MIN : each.start(),
                                Comparator.reverseOrder())
                        .thenComparing(Call::id))
                .toList();
        int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "20"));
        String calls = rows.stream()
                .skip(offset)
                .limit(limit)
                .map(each -> each.json(agent))
                .collect(Collectors.joining(","));
        return "{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":" + rows.size() + ",\"limit\":"
                + limit + ",\"offset\":" + offset + "},\"calls\":[" + calls + "]}}";
    }

    private boolean isIn(Call call, Map<String, String> query) {
        Instant from = time(query.get("from_date"));
        Instant to = time(query.get("to_date"));
        if (from != null && (call.start() == null || call.start().isBefore(from))) {
            return false;
        }
        Instant compared = end == EndReading.OF_END ? call.end() : call.start();
        return to == null || (compared != null && compared.isBefore(to));
    }

    private static Instant time(String millis) {
        return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
