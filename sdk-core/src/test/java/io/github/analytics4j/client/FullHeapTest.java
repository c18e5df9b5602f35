package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.client.ClientOptions.ResponseLimits;
import io.github.analytics4j.client.Operation.RequestParts;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonLimits;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose responses do not fit into the heap, in a process that has a small one and really fills it. */
@Timeout(60)
class FullHeapTest {
    private static final int CALLS = 4;

    /** Asks for more than there is room for, several times at once; then for something small. */
    public static final class Script {
        private static final CompletableFuture<Map<String, Long>> FULL =
                CompletableFuture.failedFuture(new OutOfMemoryError("before the start returned"));

        private Script() {}

        public static void main(String[] args) throws Exception {
            boolean async = args[1].equals("async");
            ApiClient client = TestApi.client(args[0])
                    .options(o -> o.limits(ResponseLimits.DEFAULT
                            .maxBytes(1L << 40)
                            .json(JsonLimits.DEFAULT.maxElements(Integer.MAX_VALUE))))
                    .deadline(Duration.ofSeconds(40))
                    .build();
            Invocation<Map<String, Long>> get = client.transport().prepare(TestApi.GET, Ask.NOTHING);
            get.execute(); // with all classes loaded, it is the responses that fill the heap
            List<CompletableFuture<Map<String, Long>>> all = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                all.add(async ? started(get) : onAThread(get));
            }
            for (int i = 0; i < CALLS; i++) { // an iterator takes an object
                while (!all.get(i).isDone()) {
                    waitFor(all.get(i));
                }
            }
            // not earlier: printing takes memory, which the calls that go on may not leave
            for (CompletableFuture<Map<String, Long>> one : all) {
                System.out.println("ended with " + ending(one));
            }
            System.out.println("afterwards " + get.execute());
            System.exit(0);
        }

        /** The first answers may fill the heap before the last call's start has returned. */
        private static CompletableFuture<Map<String, Long>> started(Invocation<Map<String, Long>> get) {
            try {
                return get.executeAsync();
            } catch (OutOfMemoryError e) {
                return FULL;
            }
        }

        /** Waiting takes an object, too, and there may be no room for it yet. */
        private static void waitFor(CompletableFuture<?> one) {
            try {
                one.exceptionally(e -> null).join();
            } catch (OutOfMemoryError e) {
                Thread.onSpinWait();
            }
        }

        private static CompletableFuture<Map<String, Long>> onAThread(Invocation<Map<String, Long>> get) {
            CompletableFuture<Map<String, Long>> future = new CompletableFuture<>();
            new Thread(() -> {
                        try {
                            future.complete(get.execute());
                        } catch (Throwable e) {
                            while (!future.isDone()) {
                                fail(future, e);
                            }
                        }
                    })
                    .start();
            return future;
        }

        /** That, too, takes an object. */
        private static void fail(CompletableFuture<?> future, Throwable failure) {
            try {
                future.completeExceptionally(failure);
            } catch (OutOfMemoryError e) {
                Thread.onSpinWait();
            }
        }

        private static String ending(CompletableFuture<?> one) throws Exception {
            try {
                return "" + one.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException | CompletionException e) {
                return e.getCause().getClass().getSimpleName();
            }
        }
    }

    /** Names without end, once all of them are asked for; a part of the heap alone would do for one. */
    private static ScriptedServer.Response endless(CountDownLatch allThere) {
        return (socket, out) -> {
            allThere.countDown();
            allThere.await();
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900000000000\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
            fill(socket, out);
            return false;
        };
    }

    private static void fill(Socket socket, OutputStream out) throws IOException {
        StringBuilder some = new StringBuilder();
        for (int i = 0; !socket.isClosed(); i++) {
            some.append("\"name").append(i).append("\":").append(i).append(',');
            if (some.length() > 60_000) {
                out.write(some.toString().getBytes(StandardCharsets.US_ASCII));
                some.setLength(0);
            }
        }
    }

    /** Says in the JVM's log of loaded classes where a connection's end begins and where it is over. */
    public static final class Ending {
        private Ending() {}

        private static final class Begins {
            static void mark() {}
        }

        private static final class IsOver {
            static void mark() {}
        }

        public static void main(String[] args) throws Exception {
            try (ApiClient client = TestApi.client(args[0]).build()) {
                client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
                Begins.mark();
            }
            IsOver.mark();
        }
    }

    @Test
    void connectionIsClosed_noClassOfJavasSocketsIsStillToBeInitialized(@TempDir Path folder) throws Exception {
        Path loaded = folder.resolve("loaded");
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(ScriptedServer.json(200, TestApi.GOOD));
            Process process = ChildJvm.program(List.of("-Xlog:class+load:file=" + loaded), Ending.class, server.url())
                    .start();
            assertThat(process.waitFor()).isZero();
        }
        List<String> names = Files.readAllLines(loaded).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").replaceFirst(" .*", ""))
                .toList();
        int begins = names.indexOf(Ending.Begins.class.getName());
        int isOver = names.indexOf(Ending.IsOver.class.getName());
        assertThat(begins).isPositive();
        assertThat(names.subList(begins, isOver))
                .as("one that meets a full heap then can never be used again, and no socket is closed any more")
                .noneMatch(name -> name.startsWith("sun.nio.") || name.startsWith("java.net."));
    }

    /** Notes when an exchange was ended, and when it let its connection go. */
    private static final class Endings extends EventListener {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        @Override
        public void canceled(Call call) {
            events.add("ended");
        }

        @Override
        public void connectionReleased(Call call, Connection connection) {
            events.add("connection released");
        }
    }

    /** Reads until the heap is full, as it were. */
    private static final JsonCodec<Map<String, Long>> GREEDY = new JsonCodec<>() {
        @Override
        public Map<String, Long> read(JsonReader in) {
            throw new OutOfMemoryError("as it were");
        }

        @Override
        public void write(JsonWriter out, Map<String, Long> value) {}
    };

    @Test
    void answer_meetsAFullHeap_isEndedBeforeOkHttpReadsOnToSaveTheConnection() throws Exception {
        Endings endings = new Endings();
        OkHttpClient http = new OkHttpClient.Builder().eventListener(endings).build();
        Operation<Ask, Map<String, Long>> greedy = Operation.get(
                        "test.things.list", "/things/", (Ask ask, RequestParts parts) -> {})
                .json(GREEDY);
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url()).httpClient(http).build()) {
            server.then(server.stallInBody("{\"total\":"));
            assertThatThrownBy(() ->
                            client.transport().prepare(greedy, Ask.NOTHING).execute())
                    .isInstanceOf(OutOfMemoryError.class);
            assertThat(endings.events.poll(5, TimeUnit.SECONDS)).isEqualTo("ended");
            assertThat(endings.events.poll(5, TimeUnit.SECONDS)).isEqualTo("connection released");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "sync"})
    void answers_fillTheHeap_allCallsEndAndKeepNoConnection(String style) throws Exception {
        CountDownLatch allThere = new CountDownLatch(CALLS);
        Path output = Files.createTempFile("heap", ".txt");
        try (ScriptedServer server = new ScriptedServer()) {
            CountDownLatch afterwards = new CountDownLatch(1);
            CountDownLatch checked = new CountDownLatch(1);
            server.then(ScriptedServer.json(200, TestApi.GOOD))
                    .times(CALLS, endless(allThere))
                    .then((socket, out) -> {
                        afterwards.countDown();
                        checked.await();
                        return ScriptedServer.json(200, TestApi.GOOD).give(socket, out);
                    });
            Process process = ChildJvm.program(List.of("-Xmx24m"), Script.class, server.url(), style)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(afterwards.await(40, TimeUnit.SECONDS)).isTrue();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (server.openConnections() > 1 && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertThat(server.openConnections())
                    .as("but for that of the last call, none is kept")
                    .isEqualTo(1);
            checked.countDown();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readAllLines(output))
                .filteredOn(line -> line.startsWith("ended with "))
                .hasSize(CALLS)
                .allSatisfy(line -> assertThat(line).isEqualTo("ended with OutOfMemoryError"));
        assertThat(Files.readString(output)).contains("afterwards {total=3}");
        Files.delete(output);
    }
}
