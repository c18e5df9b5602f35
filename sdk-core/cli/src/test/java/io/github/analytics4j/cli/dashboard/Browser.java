package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium that is driven over its own debugging protocol, and tells what a page asked of it. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonValue>> calls = new ConcurrentHashMap<>();
    private final List<JsonValue> events = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private int last;

    private Browser(Process process, Path profile, URI page) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .join();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", "{}");
        }
    }

    /** The program, if there is one on the path. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("analytics4j-browser");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, address), "browser output");
        reader.setDaemon(true);
        reader.start();
        URI whole = URI.create(
                address.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
        return new Browser(process, profile, page(whole));
    }

    /** Its output has to be read to the end, or it stops writing and waits. */
    private static void read(Process process, CompletableFuture<String> address) {
        try (var lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("DevTools listening on ")) {
                    address.complete(line.substring("DevTools listening on ".length()));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
        address.completeExceptionally(new IOException("the browser ended"));
    }

    private static URI page(URI whole) throws IOException {
        URI list = URI.create("http://" + whole.getAuthority() + "/json/list");
        String json = new String(list.toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
        return JsonValue.parse(json).elements().stream()
                .filter(target -> "page".equals(target.get("type").asText()))
                .map(target -> URI.create(target.get("webSocketDebuggerUrl").asText()))
                .findFirst()
                .orElseThrow();
    }

    /** Opens a file of a given width in light or dark colours, and returns when it was drawn. */
    void open(Path file, int width, boolean dark) {
        resize(width);
        call(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (dark ? "dark" : "light") + "\"}]}");
        events.clear();
        loaded = new CompletableFuture<>();
        call("Page.navigate", "{\"url\":\"" + file.toUri() + "\"}");
        loaded.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void resize(int width) {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    /** The value of an expression; a promise is waited for. */
    JsonValue evaluate(String expression) {
        JsonValue answer = call(
                "Runtime.evaluate",
                "{\"returnByValue\":true,\"awaitPromise\":true,\"expression\":"
                        + JsonValue.ofText(expression).json() + "}");
        JsonValue result = answer.get("result");
        if (result == null || result.get("exceptionDetails") != null) {
            throw new AssertionError(expression + " failed: " + answer.json());
        }
        JsonValue value = result.get("result").get("value");
        return value == null ? JsonValue.NULL : value;
    }

    /** Returns when a condition is met, which is looked at before each frame. */
    void await(String condition) {
        evaluate("new Promise(done => { const look = () => (" + condition
                + ") ? done(true) : requestAnimationFrame(look); look(); })");
    }

    String text(String expression) {
        return evaluate(expression).asText();
    }

    double number(String expression) {
        return evaluate(expression).asDecimal().doubleValue();
    }

    /** Addresses that were asked for since the page was opened. */
    List<String> requests() {
        List<String> addresses = new ArrayList<>();
        for (JsonValue event : events) {
            if ("Network.requestWillBeSent".equals(event.get("method").asText())) {
                addresses.add(event.get("params").get("request").get("url").asText());
            }
        }
        return addresses;
    }

    /** What the page's scripts and its policy complained of since it was opened. */
    List<String> consoleErrors() {
        return events.stream()
                .filter(event -> List.of("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
                        .contains(event.get("method").asText()))
                .map(JsonValue::json)
                .toList();
    }

    private synchronized JsonValue call(String method, String parameters) {
        int id = ++last;
        CompletableFuture<JsonValue> answer = new CompletableFuture<>();
        calls.put(id, answer);
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
            message.append(part);
            if (whole) {
                take(JsonValue.parse(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(JsonValue event) {
            JsonValue id = event.get("id");
            if (id != null) {
                calls.remove(id.asLong().intValue()).complete(event);
                return;
            }
            events.add(event);
            if ("Page.loadEventFired".equals(event.get("method").asText())) {
                loaded.complete(null);
            }
        }
    }
}
