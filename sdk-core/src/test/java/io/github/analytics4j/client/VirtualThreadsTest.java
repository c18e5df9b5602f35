package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.CanceledException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Synchronous calls on virtual threads, where the JDK has them: they wait side by side, however few carriers there are.
 * Five hundred unless {@code -Dvirtual.calls} says otherwise.
 */
class VirtualThreadsTest {
    private static final int CALLS = Integer.getInteger("virtual.calls", 500);

    private static ExecutorService virtualThreads() {
        assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Java 21 has virtual threads", e);
        }
    }

    @Test
    @Timeout(60)
    void calls_manyAtOnce_waitSideBySide() throws Exception {
        ExecutorService threads = virtualThreads();
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url()).build()) {
            server.times(CALLS, (socket, out) -> {
                TimeUnit.MILLISECONDS.sleep(100); // one after the other they would take a minute
                return ScriptedServer.json(200, TestApi.GOOD).give(socket, out);
            });
            List<Future<Object>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(threads.submit(() ->
                        client.transport().prepare(TestApi.GET, Ask.NOTHING).execute()));
            }

            for (Future<Object> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(TestApi.VALUE);
            }
            assertThat(server.count()).isGreaterThanOrEqualTo(CALLS);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Timeout(20)
    void interrupt_onAVirtualThread_stopsPromptlyAndKeepsTheFlag() throws Exception {
        ExecutorService threads = virtualThreads();
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url()).build()) {
            server.then(server.stall());
            Future<String> call = threads.submit(() -> {
                try {
                    client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
                    return "answered";
                } catch (CanceledException e) {
                    return e.getMessage() + ", flag " + Thread.currentThread().isInterrupted();
                }
            });
            server.take();
            threads.shutdownNow();

            assertThat(call.get(5, TimeUnit.SECONDS))
                    .isEqualTo("test.things.list: canceled: its thread was interrupted, flag true");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
