package io.github.analytics4j.acceptance;

import io.github.analytics4j.acceptance.PlantingServer.Plant;
import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.OpenedFile;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.voisnap.Report;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A program of its own, whose log is at its finest: meets servers that put the key into every place of a response, in many
 * spellings, and prints all that can be seen of the failures: messages, accessors, fields, traces, events, serialized bytes.
 */
final class PlantedKeyRun implements ClientListener {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final String key;
    private final String newKey;
    private final Path folder;
    private final PlantingServer server = new PlantingServer();
    private final PrintStream out = System.out;
    private final VisibleTexts seen = new VisibleTexts(out);
    private final Map<String, Callable<?>> operations = new LinkedHashMap<>();
    private volatile String plantedIn = "";
    private int failures;
    private int turn;

    private PlantedKeyRun(String key, String newKey, Path folder) throws IOException {
        this.key = key;
        this.newKey = newKey;
        this.folder = folder;
        plan();
    }

    public static void main(String[] args) throws IOException {
        PlantedKeyRun run = new PlantedKeyRun(System.getenv("CANARY"), System.getenv("CANARY_TOO"), Path.of(args[0]));
        for (Plant plant : PlantingServer.plants()) {
            for (String spelled : run.spellings(plant)) {
                run.meet(plant, spelled);
            }
        }
        System.out.println("failures: " + run.failures + ", looked at: " + run.seen.count());
    }

    /** Each place gets one of the keys as it is, in turn; a few get both in all spellings. */
    private List<String> spellings(Plant plant) {
        List<String> plain = List.of(key, newKey);
        boolean all =
                plant.place().matches("(401|200) .*(X-Request-Id|\\{.*|Content-Disposition.*)|reason of 500|.* at 45");
        return all ? plain.stream().flatMap(PlantedKeyRun::spelled).toList() : List.of(turn++ % 2 == 0 ? key : newKey);
    }

    private static Stream<String> spelled(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                key,
                key.replace("/", "\\/"),
                each(key, "\\u%04x"),
                each(key, "%%%02X"),
                key.replace("/", "%2F").replace("+", "%2b").replace("=", "%3D"),
                key.replace("/", "&#47;"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(("x:" + key).getBytes(StandardCharsets.US_ASCII)),
                Base64.getEncoder().encodeToString(("Bearer " + key).getBytes(StandardCharsets.US_ASCII)),
                HexFormat.of().formatHex(bytes));
    }

    private static String each(String key, String format) {
        StringBuilder text = new StringBuilder();
        key.chars().forEach(c -> text.append(String.format(format, c)));
        return text.toString();
    }

    private void plan() {
        SynthflowClient flow = SynthflowClient.builder()
                .baseUrl(server.url())
                .apiKey(keys())
                .listener(this)
                .attemptTimeout(Duration.ofSeconds(2))
                .deadline(Duration.ofSeconds(4))
                .retry(RetryPolicy.DEFAULT
                        .maxAttempts(2)
                        .baseDelay(Duration.ofMillis(1))
                        .budget(1_000_000))
                .build();
        SynthflowClient strict = flow.with(o -> o.strict(true).retry(RetryPolicy.NONE));
        VoisnapClient voice = VoisnapClient.builder()
                .baseUrl(server.url())
                .apiKey(keys())
                .listener(this)
                .attemptTimeout(Duration.ofSeconds(2))
                .retry(RetryPolicy.NONE)
                .build();
        server.answer(line -> refused());
        look("first key", () -> flow.analytics().export(r -> {})); // after this both keys are in use
        look("first key", () -> voice.analytics().overview(r -> {}));
        Report report = voice.reports().withId("rpt_1");
        Download download = report.download()
                .with(o -> o.stallTimeout(Duration.ofSeconds(1)).maxFruitlessTries(1));
        operations.put(
                "export",
                () -> flow.analytics().export(r -> {}).durationMetrics().totalCalls());
        operations.put(
                "export async", () -> strict.analytics().exportAsync(r -> {}).join());
        operations.put(
                "response", () -> strict.analytics().prepareExport(r -> {}).response());
        operations.put("walk", () -> flow.calls().list(r -> r.modelId("m")).toList());
        operations.put(
                "walk async",
                () -> strict.calls().list(r -> r.modelId("m")).toListAsync().join());
        operations.put(
                "order",
                () -> voice.reports()
                        .create(r -> r.type("t").format(ReportFormat.CSV).dateFrom(DAY)));
        operations.put("open", () -> {
            try (OpenedFile file = download.open()) {
                return file.text() + file;
            }
        });
        operations.put("save", () -> download.with(o -> o.overwrite(true)).saveTo(folder.resolve("report.csv")));
        operations.put("save into", () -> download.with(o -> o.overwrite(true)).saveInto(folder));
        operations.put("storage", () -> download.transferTo(OutputStream.nullOutputStream()));
        operations.put(
                "storage into", () -> download.with(o -> o.overwrite(true)).saveInto(folder));
    }

    private Supplier<String> keys() {
        Iterator<String> given = List.of(key, newKey).iterator();
        return () -> given.hasNext() ? given.next() : newKey;
    }

    private static String refused() {
        return "HTTP/1.1 401 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    private void meet(Plant plant, String spelled) {
        plantedIn = plant.place();
        String response = plant.response().apply(spelled);
        operations.forEach((name, operation) -> {
            boolean storage = name.startsWith("storage");
            server.answer(line -> storage && line.contains("/api/v1/")
                    ? "HTTP/1.1 302 Found\r\nLocation: /storage/x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    : response);
            look(name, operation);
        });
    }

    private void look(String name, Callable<?> operation) {
        try {
            Object result = operation.call();
            if (result instanceof Record) {
                seen.text(name + " with " + plantedIn, result);
            }
        } catch (Exception e) {
            failed(name, e);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                seen.text("file with " + plantedIn, file.getFileName());
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void failed(String name, Throwable failure) {
        failures++;
        seen.failure(name + " with " + plantedIn, failure);
        fields(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream written = new ObjectOutputStream(bytes)) {
            written.writeObject(failure);
        } catch (IOException e) {
            throw new AssertionError(name + " with " + plantedIn + " cannot be written", e);
        }
        seen.text(
                "bytes with " + plantedIn,
                bytes.toString(StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f]", ""));
    }

    /** All fields of our own types, private ones too, and what is in them. */
    private void fields(Object thing, Set<Object> known) {
        if (thing == null || !known.add(thing)) {
            return;
        }
        if (thing instanceof Throwable failure) {
            fields(failure.getMessage(), known);
            fields(failure.getCause(), known);
            fields(failure.getSuppressed(), known);
        }
        if (thing instanceof Iterable<?> many && !(thing instanceof Path)) {
            many.forEach(one -> fields(one, known));
        } else if (thing instanceof Object[] many) {
            Arrays.stream(many).forEach(one -> fields(one, known));
        } else if (thing instanceof Optional<?> one) {
            fields(one.orElse(null), known);
        } else if (thing.getClass().getName().startsWith("io.github.analytics4j")) {
            for (Class<?> type = thing.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
                Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()) && field.trySetAccessible())
                        .forEach(field -> fields(value(field, thing), known));
            }
        } else {
            seen.text("field with " + plantedIn, thing);
        }
    }

    private static Object value(Field field, Object thing) {
        try {
            return field.get(thing);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void attemptEnded(CallInfo call, Attempt attempt) {
        seen.text("attempt with " + plantedIn, attempt);
    }

    @Override
    public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
        seen.text("retry with " + plantedIn, failed + reason);
    }

    @Override
    public void finished(CallInfo call, List<Attempt> attempts, Duration took, SdkException failure) {
        seen.text("end with " + plantedIn, "" + call + attempts + failure);
    }

    @Override
    public void unexpected(CallInfo call, List<Deviation> deviations) {
        deviations.forEach(one -> seen.getters("deviation with " + plantedIn, one));
    }
}
