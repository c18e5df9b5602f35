package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong on the sandbox's own threads: no client waits for ever, and its starter is told. */
@Timeout(60)
class FailuresTest {
    private final List<Throwable> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void errorInAHook_closesTheConnection_isTold_andTheNextRequestIsAnswered() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().onFailure(told::add).start()) {
            SynthflowSandbox api = sandbox.synthflow();
            String path = "/calls?model_id=" + api.modelId();
            AssertionError error = new AssertionError("the test's own");
            api.calls().afterEachPage(log -> {
                throw error;
            });

            assertThatThrownBy(() -> TestClient.get(api, path)).isInstanceOf(IOException.class);

            assertThat(told).contains(error);
            assertThat(sandbox.takeFailures()).contains(error);
            assertThat(sandbox.takeFailures()).isEmpty();
            Await.until(() -> sandbox.requestsInFlight() == 0 && sandbox.openConnections() == 0);
            api.calls().afterEachPage(log -> {});
            assertThat(TestClient.get(api, path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void errorInAPredicateOfARule_closesTheConnection_andIsTold() {
        try (Sandbox sandbox = Sandbox.builder().onFailure(told::add).start()) {
            sandbox.faults()
                    .on(request -> {
                        throw new StackOverflowError("deep");
                    })
                    .show(Fault.status(503));

            assertThatThrownBy(() -> TestClient.get(sandbox.callops(), "/analytics/overview"))
                    .isInstanceOf(IOException.class);

            assertThat(told)
                    .isNotEmpty()
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOf(StackOverflowError.class)
                            .hasMessage("deep"));
        }
    }

    @Test
    void exceptionInAHook_isAnswered_andTold() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().onFailure(told::add).start()) {
            SynthflowSandbox api = sandbox.synthflow();
            api.calls().afterEachPage(log -> {
                throw new IllegalStateException("a bad hook");
            });

            assertThat(TestClient.get(api, "/calls?model_id=" + api.modelId()).statusCode())
                    .isEqualTo(500);

            assertThat(told)
                    .singleElement()
                    .satisfies(failure -> assertThat(failure).hasMessage("a bad hook"));
        }
    }

    @Test
    void logThatThrows_harmsNoAnswer_andIsToldOnce() throws Exception {
        try (Sandbox sandbox = Sandbox.builder()
                .onFailure(told::add)
                .log(line -> {
                    throw new AssertionError("no room for " + line);
                })
                .start()) {
            for (int i = 0; i < 3; i++) {
                assertThat(TestClient.get(sandbox.callops(), "/analytics/overview")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(sandbox.openConnections()).isEqualTo(1);
        }

        assertThat(told)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage("the sandbox's log failed: java.lang.AssertionError: no room for"
                                + " 1 callops GET /api/v1/analytics/overview -> 200"));
    }

    @Test
    void handlerThatThrows_harmsNoAnswer() throws Exception {
        try (Sandbox sandbox = Sandbox.builder()
                .onFailure(failure -> {
                    throw new IllegalStateException("the handler's own");
                })
                .log(line -> {
                    throw new IllegalStateException("the log's own");
                })
                .start()) {
            assertThat(TestClient.get(sandbox.callops(), "/analytics/overview").statusCode())
                    .isEqualTo(200);
            assertThat(sandbox.requests().count()).as("without another try").isEqualTo(1);
            assertThat(sandbox.takeFailures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure).hasMessage("the handler's own"));
        }
    }
}
