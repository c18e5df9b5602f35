package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static io.github.analytics4j.client.ScriptedServer.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.BadRequestException;
import io.github.analytics4j.error.ApiException.NotFoundException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.ApiException.RedirectRefusedException;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a human reads when a call fails, word for word, and that no word of it is the key. */
class FailureMessagesTest {
    private ScriptedServer server;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        client = TestApi.client(server.url())
                .retry(RetryPolicy.NONE)
                .time(new FakeTime())
                .causes(Map.of(401, "the key was refused; keys belong to one region, this request went to US"))
                .build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private <E extends SdkException> E fails(Class<E> type, ScriptedServer.Response... script) {
        server.then(script);
        E failure = catchThrowableOfType(
                type, () -> client.transport().prepare(TestApi.GET, Ask.NOTHING).execute());
        assertThat(failure).isNotNull();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(TestApi.KEY);
        return failure;
    }

    @Test
    void unauthorized_saysWhatToDo() {
        AuthenticationException failure = fails(AuthenticationException.class, json(401, """
                        {"detail":{"status":"error","description":"Unauthorized: Invalid or expired token.",
                        "request_id":"c953","category":"important"}}"""));

        assertThat(failure)
                .hasMessage(
                        "test.things.list: 401: the key was refused; keys belong to one region, this request went to US; "
                                + "the server says: Unauthorized: Invalid or expired token. (code important, request id c953)");
        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure.code()).contains("important");
        assertThat(failure.reason()).contains("Unauthorized: Invalid or expired token.");
        assertThat(failure.requestId()).contains("c953");
        assertThat(failure.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isEqualTo(401);
            assertThat(attempt.decision()).isEqualTo("retries are off");
        });
    }

    @Test
    void badRequest_detailAsObject_isRead() {
        assertThat(fails(BadRequestException.class, json(400, """
                                {"detail":{"status":"error","description":"Limit must be between 1 and 100.",
                                "request_id":"c953","category":"important","timestamp":"now"}}""")))
                .hasMessage("test.things.list: 400: the request was refused; the server says: "
                        + "Limit must be between 1 and 100. (code important, request id c953)");
    }

    @Test
    void badRequest_detailAsList_namesEachField() {
        BadRequestException failure = fails(BadRequestException.class, json(422, """
                {"detail":[{"type":"int_parsing","loc":["query","limit"],"msg":"Input should be a valid integer"},
                {"loc":["query","ids",2],"msg":"Field required"}]}"""));

        assertThat(failure)
                .hasMessage("test.things.list: 422: the request was refused; the server says: "
                        + "query.limit: Input should be a valid integer; query.ids.2: Field required");
        assertThat(failure.details()).hasSize(2);
    }

    @Test
    void badRequest_detailAsText_isRead() {
        assertThat(fails(BadRequestException.class, json(400, "{\"detail\":\"Bad dates\"}")))
                .hasMessage("test.things.list: 400: the request was refused; the server says: Bad dates");
    }

    @Test
    void badRequest_errorAsObject_isRead() {
        assertThat(fails(
                        BadRequestException.class,
                        json(
                                400,
                                "{\"error\":{\"code\":\"invalid_request\",\"message\":\"Unknown granularity\"}}",
                                "X-Request-Id: req_9")))
                .hasMessage("test.things.list: 400: the request was refused; the server says: "
                        + "Unknown granularity (code invalid_request, request id req_9)");
    }

    @Test
    void badRequest_errorAndMessage_areRead() {
        assertThat(fails(
                        NotFoundException.class,
                        json(404, "{\"error\":\"not_found\",\"message\":\"No route matched\"}")))
                .hasMessage("test.things.list: 404: there is nothing at this address; the server says: "
                        + "No route matched (code not_found)");
    }

    @Test
    void badRequest_problemDetails_areRead() {
        assertThat(fails(NotFoundException.class, whole(404, "application/problem+json", """
                                {"type":"https://docs.voisnap.ai/errors/not-found","title":"Not Found","status":404,
                                "detail":"No such report","traceId":"trace_1"}""".getBytes(
                                StandardCharsets.UTF_8))))
                .hasMessage("test.things.list: 404: there is nothing at this address; the server says: "
                        + "No such report (code not-found, request id trace_1)");
    }

    @Test
    void badRequest_problemWithoutTypeOfItsOwn_hasNoCode() {
        for (String type : new String[] {"about:blank", "https://docs.voisnap.ai/errors/", "/", " "}) {
            BadRequestException failure = fails(
                    BadRequestException.class,
                    json(400, "{\"type\":\"" + type + "\",\"title\":\"Bad Request\",\"status\":400}"));

            assertThat(failure)
                    .hasMessage("test.things.list: 400: the request was refused; the server says: Bad Request"
                            + (type.endsWith("errors/") ? " (code errors)" : ""));
        }
    }

    @Test
    void badRequest_codeAndIdAsNumbers_areRead() {
        BadRequestException failure = fails(
                BadRequestException.class,
                json(400, "{\"error\":{\"code\":4001,\"message\":\"Bad dates\"},\"request_id\":12}"));

        assertThat(failure)
                .hasMessage("test.things.list: 400: the request was refused; the server says: "
                        + "Bad dates (code 4001, request id 12)");
        assertThat(failure.code()).contains("4001");
    }

    @Test
    void badRequest_sentencesForEachField_areReadInAnyShape() {
        for (String body : new String[] {
            "{\"error\":{\"message\":\"No\",\"details\":[{\"field\":\"limit\",\"message\":\"too large\"}]}}",
            "{\"title\":\"No\",\"errors\":{\"limit\":[\"too large\"]}}",
            "{\"title\":\"No\",\"errors\":{\"limit\":\"too large\"}}",
            "{\"title\":\"No\",\"errors\":[{\"path\":[\"limit\"],\"message\":\"too large\"}]}",
            "{\"message\":[\"limit: too large\"],\"error\":\"No it is\"}"
        }) {
            BadRequestException failure = fails(BadRequestException.class, json(400, body));

            assertThat(failure.details()).as(body).containsExactly("limit: too large");
        }
    }

    @Test
    void badRequest_emptyObjectOrArray_saysWhatItCan() {
        assertThat(fails(BadRequestException.class, json(400, "{}")))
                .hasMessage("test.things.list: 400: the request was refused");
        assertThat(fails(BadRequestException.class, json(400, "[1]")))
                .hasMessage("test.things.list: 400: the request was refused; the server says: [1]");
    }

    @Test
    void tooManyRequests_saysWhenToComeBack() {
        RateLimitException failure = fails(
                RateLimitException.class, json(429, "{\"detail\":\"Slow down\"}", "X-RateLimit-RetryAfter: 3600"));

        assertThat(failure)
                .hasMessage("test.things.list: 429: too many requests; the server says: Slow down; "
                        + "come back in 1 h, at 2026-11-21T05:00:00Z");
        assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
    }

    @Test
    void serverError_saysSo() {
        assertThat(fails(ServerException.class, json(500, "{\"detail\":\"Oops\"}")))
                .hasMessage("test.things.list: 500: the server failed; the server says: Oops");
    }

    @Test
    void htmlPage_isNamedByItsTitle() {
        byte[] page = "<html><head><title>502 Bad\n Gateway</title></head><body>nginx</body></html>"
                .getBytes(StandardCharsets.UTF_8);
        ServerException failure = fails(ServerException.class, whole(502, "text/html", page));

        assertThat(failure)
                .hasMessage("test.things.list: 502: the server failed; the server says: "
                        + "a page of HTML titled 502 Bad Gateway");
        assertThat(failure.body()).startsWith("<html>");
    }

    @Test
    void emptyErrorBody_isNoMystery() {
        assertThat(fails(ServerException.class, json(503, ""))).hasMessage("test.things.list: 503: the server failed");
    }

    @Test
    void errorBodyThatBreaksOff_isStillARefusal() {
        ApiException failure = fails(NotFoundException.class, (socket, out) -> {
            out.write(ScriptedServer.head(404, "text/plain", 100));
            out.write("no such".getBytes(StandardCharsets.UTF_8));
            out.flush();
            return false;
        });

        assertThat(failure)
                .hasMessage("test.things.list: 404: there is nothing at this address; the server says: no such");
    }

    @Test
    void keyInTheServersMouth_isTakenOut() {
        AuthenticationException failure =
                fails(AuthenticationException.class, json(401, "{\"detail\":\"Unknown key " + TestApi.KEY + "\"}"));

        assertThat(failure.getMessage()).endsWith("the server says: Unknown key ***");
        assertThat(failure.body()).isEqualTo("{\"detail\":\"Unknown key ***\"}");
        assertThat(failure.reason()).contains("Unknown key ***");
    }

    @Test
    void redirect_isRefusedAndNamesTheHostAlone() throws InterruptedException {
        RedirectRefusedException failure = fails(
                RedirectRefusedException.class, json(302, "", "Location: https://evil.example/x?signature=canary"));

        assertThat(failure)
                .hasMessage(
                        "test.things.list: 302: the server points to evil.example, and API calls do not follow, so that "
                                + "the key stays with its host; check the base URL");
        server.take();
        assertThat(server.count()).isZero();
    }

    @Test
    void redirect_onTheSameHost_isRefusedToo() {
        assertThat(fails(RedirectRefusedException.class, json(307, "", "Location: /things")))
                .hasMessageStartingWith(
                        "test.things.list: 307: the server points elsewhere on the same host, and API calls");
        assertThat(fails(RedirectRefusedException.class, json(301, "", "Location: ht!tp://%%")))
                .hasMessageStartingWith("test.things.list: 301: the server points elsewhere, and API calls");
    }

    @Test
    void resetConnection_saysWhatMayHaveHappened() {
        NoResponseException failure = fails(NoResponseException.class, ScriptedServer.reset());

        assertThat(failure).hasMessage("test.things.list: no response from 127.0.0.1: the connection was reset");
        assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
        assertThat(failure.attempts()).hasSize(1);
    }

    @Test
    void resetConnection_ofAPost_warnsOfTheSecondReport() {
        server.then(ScriptedServer.reset());

        assertThat(catchThrowableOfType(
                        NoResponseException.class,
                        () -> client.transport()
                                .prepare(TestApi.POST, Ask.NOTHING)
                                .execute()))
                .hasMessage("test.things.create: no response from 127.0.0.1: the connection was reset; "
                        + "it may have been carried out");
    }

    @Test
    void refusedConnection_ofAPost_saysNothingWasSent() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = gone.getLocalPort();
        }
        try (ApiClient lonely = TestApi.client("http://127.0.0.1:" + port)
                .retry(RetryPolicy.NONE)
                .build()) {
            NoResponseException failure = catchThrowableOfType(
                    NoResponseException.class,
                    () -> lonely.transport().prepare(TestApi.POST, Ask.NOTHING).execute());

            assertThat(failure)
                    .hasMessage(
                            "test.things.create: no response from 127.0.0.1: the connection was refused; nothing was sent");
            assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
        }
    }

    @Test
    void timeOut_saysHowLongItWaited() {
        server.then(server.stall());
        NoResponseException failure = catchThrowableOfType(
                NoResponseException.class,
                () -> client.transport()
                        .prepare(
                                TestApi.GET,
                                Ask.NOTHING.with(RequestOptions.of(o -> o.attemptTimeout(Duration.ofMillis(150)))))
                        .execute());

        assertThat(failure)
                .hasMessage("test.things.list: no response from 127.0.0.1: no complete response within 150 ms");
    }

    @Test
    void truncatedBody_isNoAnswer() {
        assertThat(fails(NoResponseException.class, ScriptedServer.truncated("{\"total\":", 100)))
                .hasMessage("test.things.list: no response from 127.0.0.1: the response broke off");
    }

    @Test
    void garbage_isNoAnswer() {
        assertThat(fails(NoResponseException.class, ScriptedServer.raw("SSH-2.0-OpenSSH_9.9\r\n")))
                .hasMessage("test.things.list: no response from 127.0.0.1: the response broke off");
    }

    @Test
    void malformedJson_namesPlaceAndText() {
        UnreadableResponseException failure =
                fails(UnreadableResponseException.class, json(200, "{\"total\": oops}", "X-Request-Id: req_5"));

        assertThat(failure.getMessage())
                .startsWith("test.things.list: the response (200, application/json) could not be read: ")
                .contains("$.total")
                .endsWith(" (request id req_5)")
                .doesNotContain("oops");
        assertThat(failure.path()).contains("$.total");
        assertThat(failure.rawText()).contains("{\"total\": oops}");
        assertThat(failure.requestId()).contains("req_5");
        assertThat(failure.status()).isEqualTo(200);
    }

    @Test
    void jsonThatEndsEarly_isUnreadable() {
        assertThat(fails(UnreadableResponseException.class, json(200, "{\"total\":"))
                        .getMessage())
                .startsWith("test.things.list: the response (200, application/json) could not be read: ")
                .contains("$.total");
    }

    @Test
    void htmlInsteadOfJson_isUnreadable() {
        byte[] page = "<!DOCTYPE html><title>Login</title>".getBytes(StandardCharsets.UTF_8);

        UnreadableResponseException failure = fails(UnreadableResponseException.class, whole(200, "text/html", page));

        assertThat(failure.getMessage())
                .startsWith("test.things.list: the response (200, text/html) could not be read: ")
                .doesNotContain("Login");
        assertThat(failure.rawText()).contains("<!DOCTYPE html><title>Login</title>");
    }

    @Test
    void emptyBody_isUnreadable() {
        assertThat(fails(UnreadableResponseException.class, json(200, "")))
                .hasMessage(
                        "test.things.list: the response (200, application/json) could not be read: the body is empty");
    }

    @Test
    void async_sameFailure_hasTheSameTypeAndMessage() {
        server.then(json(404, "{\"detail\":\"Gone\"}"));

        CompletionException wrapped = catchThrowableOfType(
                CompletionException.class,
                () -> client.transport()
                        .prepare(TestApi.GET, Ask.NOTHING)
                        .executeAsync()
                        .join());

        assertThat(wrapped.getCause())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("test.things.list: 404: there is nothing at this address; the server says: Gone");
    }
}
