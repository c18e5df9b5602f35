package io.github.analytics4j.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.cli.Main;
import io.github.analytics4j.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the requests of a dashboard go out, seen by a server that holds its responses back. */
class GathererTest {
    private static final int TOGETHER = 3;

    @Test
    void requestsOfAnApi_areUnderWayTogether(@TempDir Path folder) throws Exception {
        CountDownLatch together = new CountDownLatch(TOGETHER);
        Queue<Boolean> met = new ConcurrentLinkedQueue<>();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    together.countDown();
                    met.add(together.await(10, TimeUnit.SECONDS));
                    return new MockResponse.Builder().code(400).build();
                }
            });
            server.start();
            Surroundings surroundings = Surroundings.builder()
                    .err(new PrintStream(err, true, StandardCharsets.UTF_8))
                    .environment(Map.of(
                            "CALLOPS_API_KEY",
                            "co-key-0123456789",
                            "CALLOPS_BASE_URL",
                            server.url("/").toString()))
                    .home(folder)
                    .build();

            int code = Main.run(
                    surroundings,
                    "dashboard",
                    "--out",
                    folder.resolve("page.html").toString());

            assertThat(code).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("CallOps, Peak hours: ");
            assertThat(met).hasSizeGreaterThan(TOGETHER).doesNotContain(false);
            assertThat(server.getRequestCount()).isEqualTo(met.size());
        }
    }
}
