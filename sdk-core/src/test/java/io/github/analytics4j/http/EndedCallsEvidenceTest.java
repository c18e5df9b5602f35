package io.github.analytics4j.http;

import static io.github.analytics4j.http.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoAnswerException;
import io.github.analytics4j.http.TestApi.Ask;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call that our own side ends says of its attempts, and whether the server may have acted. */
@Timeout(20)
class EndedCallsEvidenceTest {
    private static final RetryPolicy PATIENT =
            RetryPolicy.DEFAULT.baseDelay(Duration.ofHours(1)).maxDelay(Duration.ofHours(1));
    private ScriptedServer server;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private TestApi.Builder client() {
        return TestApi.client(server.url()).random(() -> 0.99);
    }

    private static Invocation<Map<String, Long>> post(ApiClient client) {
        return client.transport().prepare(TestApi.POST, Ask.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"429,'',false", "429,Retry-After: 30,false", "503,Retry-After: 30,false", "503,'',true"})
    void close_orderRefusedBeforeItWaits_wasCarriedOutOnlyIfTheServerMayHaveActed(
            int status, String hint, boolean mayHave) throws Exception {
        server.times(2, hint.isEmpty() ? json(status, "") : json(status, "", hint));
        Recorder events = new Recorder();
        ApiClient client = client().retry(PATIENT.postsAfterBare503(true))
                .listener(events)
                .options(o -> o.noDeadline())
                .build();
        CompletableFuture<?> async = post(client).executeAsync();
        CompletableFuture<?> sync =
                CompletableFuture.supplyAsync(() -> post(client).execute());
        events.await("retrying");
        events.await("retrying");

        client.close();

        for (CompletableFuture<?> order : List.of(async, sync)) {
            ExecutionException end =
                    catchThrowableOfType(ExecutionException.class, () -> order.get(5, TimeUnit.SECONDS));
            assertThat(end).hasCauseInstanceOf(CanceledException.class);
            NoAnswerException failure = (NoAnswerException) end.getCause();
            assertThat(failure.mayHaveBeenCarriedOut()).isEqualTo(mayHave);
            assertThat(failure)
                    .hasMessageEndingWith(mayHave ? "it may have been carried out" : "it was not carried out");
            assertThat(failure.attempts()).hasSize(1);
        }
        assertThat(server.count()).isEqualTo(2);
        assertThat(server.take().line()).startsWith("POST /things ");
    }

    @Test
    void deadline_orderRefusedThenUnanswered_mayHaveBeenCarriedOut() {
        server.then(json(429, "", "Retry-After: 0"), server.stall());
        try (ApiClient client = client().deadline(Duration.ofSeconds(1)).build()) {
            DeadlineExceededException failure = catchThrowableOfType(
                    DeadlineExceededException.class, () -> post(client).execute());

            assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
            assertThat(failure.attempts()).hasSize(2);
        }
    }
}
