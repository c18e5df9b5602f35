package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far it is from a request to the wire: what a newcomer has to read to follow one. */
@Timeout(30)
class CallPathTest {
    private static final String OURS = "io.github.analytics4j.";

    @Test
    void fetch_toTheWire_takesFewFramesAndNoClassOftenerThanTwice() throws Exception {
        List<StackTraceElement> path = new CopyOnWriteArrayList<>();
        Thread caller = Thread.currentThread();
        OkHttpClient spy = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    while (caller.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait(); // it has handed the exchange over and is about to wait
                    }
                    path.addAll(ours(caller.getStackTrace()));
                    path.addAll(ours(Thread.currentThread().getStackTrace()));
                    return chain.proceed(chain.request());
                })
                .build();
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse(200, Headers.of(), TestApi.GOOD));
            server.start();
            try (ApiClient client =
                    TestApi.client(server.url("/").toString()).httpClient(spy).build()) {
                var response = client.transport().fetch(TestApi.GET, TestApi.Ask.NOTHING, cancel -> {});

                assertThat(response.value()).isEqualTo(TestApi.VALUE);
            }
            assertThat(server.takeRequest().getTarget()).isEqualTo("/things/");
        }

        Map<String, Long> entered =
                path.stream().collect(Collectors.groupingBy(StackTraceElement::getClassName, Collectors.counting()));
        assertThat(path).as("from the request to the wire").hasSizeLessThanOrEqualTo(7);
        assertThat(entered.values()).as("%s", entered).allMatch(times -> times <= 2);
    }

    /** The frames of ours without this test's; a bridge that the compiler makes for a method is no frame beside it. */
    private static List<StackTraceElement> ours(StackTraceElement[] trace) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement frame : trace) {
            StackTraceElement last = frames.isEmpty() ? null : frames.get(frames.size() - 1);
            boolean bridge = last != null
                    && last.getClassName().equals(frame.getClassName())
                    && last.getMethodName().equals(frame.getMethodName());
            boolean isOurs = frame.getClassName().startsWith(OURS)
                    && !frame.getClassName().contains(CallPathTest.class.getSimpleName());
            if (isOurs && !bridge) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
