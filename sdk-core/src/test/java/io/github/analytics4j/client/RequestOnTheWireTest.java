package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.Operation.RequestParts;
import io.github.analytics4j.client.ScriptedServer.Received;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.json.DateOrTime;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestOnTheWireTest {
    private static final String VERSION = System.getProperty("analytics4j.version");

    private ScriptedServer server;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer().times(3, json(200, TestApi.GOOD));
        client = TestApi.client(server.url() + "/v2/").build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private Received send(Ask ask) throws InterruptedException {
        assertThat(client.transport().prepare(TestApi.GET, ask).execute()).isEqualTo(TestApi.VALUE);
        return server.take();
    }

    @Test
    void toCurl_headersThatAShellWouldRead_areQuoted() {
        String curl = client.transport()
                .prepare(
                        TestApi.GET,
                        Ask.NOTHING.with(RequestOptions.of(o -> o.extraHeader("X-Trace", "`id` $(id) $API_KEY")
                                .extraHeader("X-Quote", "it's \"$HOME\" \\")
                                .extraHeader("X-Empty", ""))))
                .toCurl();

        assertThat(curl)
                .contains(" -H \"Authorization: Bearer $API_KEY\"")
                .contains(" -H 'X-Trace: `id` $(id) $API_KEY'")
                .contains(" -H 'X-Quote: it'\\''s \"$HOME\" \\'")
                .contains(" -H 'X-Empty;'");
    }

    @Test
    void toCurl_inAShell_fillsInTheKeyAlone() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell here");
        String curl = TestApi.client(server.url())
                .scheme(new AuthScheme("X-Key", "a `id` $HOME \"b\" "))
                .build()
                .transport()
                .prepare(
                        TestApi.GET,
                        Ask.NOTHING.with(RequestOptions.of(o -> o.extraHeader("X-Trace", "it's `id` $(id) $API_KEY"))))
                .toCurl();
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", "curl() { printf '%s\\n' \"$@\"; }; " + curl);
        shell.environment().put("API_KEY", "k 1");
        Process process = shell.redirectErrorStream(true).start();
        List<String> arguments = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(arguments).contains("X-Key: a `id` $HOME \"b\" k 1", "X-Trace: it's `id` $(id) $API_KEY");
    }

    @Test
    void shown_keyInOddPlaces_isMasked() {
        Invocation<?> made = client.transport()
                .prepare(
                        TestApi.GET_ONE,
                        new Ask(TestApi.KEY, Map.of("q", "of " + TestApi.KEY), RequestOptions.NONE)
                                .with(RequestOptions.of(o -> o.extraHeader("X-Trace", TestApi.KEY))));

        assertThat(List.of(made.toCurl(), made.url() + "", made.query() + "", made.headers() + "", made + ""))
                .allSatisfy(shown -> assertThat(shown).doesNotContain(TestApi.KEY))
                .first()
                .asString()
                .contains("/things/***?q=of%20");
    }

    @Test
    void get_nothingSet_sendsPathAndHeadersAlone() throws InterruptedException {
        Received request = send(Ask.NOTHING.with("unset", null));

        assertThat(request.line()).isEqualTo("GET /v2/things/ HTTP/1.1");
        assertThat(request.headers())
                .containsExactlyInAnyOrder(
                        "Host: 127.0.0.1:" + server.port(),
                        "Accept: application/json",
                        "Accept-Encoding: gzip",
                        "Authorization: Bearer " + TestApi.KEY,
                        "Connection: Keep-Alive",
                        "User-Agent: analytics4j/" + VERSION + " Java/"
                                + Runtime.version().feature());
        assertThat(request.body()).isEmpty();
    }

    @Test
    void get_plusBlankAndUmlaut_areEncodedOneWay() throws InterruptedException {
        Received request = send(Ask.NOTHING
                .with("lead_phone_number", "+1 (415) 555&x=1#ü%2B")
                .with("a b", "~-._")
                .with("type", "lead.created,lead.qualified")
                .with("at", Instant.parse("2026-02-01T00:00:00Z")));

        assertThat(request.line())
                .isEqualTo("GET /v2/things/?lead_phone_number=%2B1%20%28415%29%20555%26x%3D1%23%C3%BC%252B&a%20b=~-._"
                        + "&type=lead.created,lead.qualified&at=2026-02-01T00:00:00Z HTTP/1.1");
    }

    @Test
    void get_pathParameter_isEncodedWhole() throws InterruptedException {
        client.transport()
                .prepare(TestApi.GET_ONE, new Ask("rpt/1?x=ü+", Map.of(), RequestOptions.NONE))
                .execute();

        assertThat(server.take().line()).isEqualTo("GET /v2/things/rpt%2F1%3Fx%3D%C3%BC%2B HTTP/1.1");
    }

    @Test
    void prepare_pathParameterThatLeavesThePath_isRefused() {
        for (String id : List.of("..", ".", " ", "")) {
            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET_ONE, new Ask(id, Map.of(), RequestOptions.NONE)))
                    .hasMessage("test.things.get: id cannot be part of a path");
        }
    }

    @Test
    void post_body_isSentAsJson() throws InterruptedException {
        client.transport().prepare(TestApi.POST, Ask.NOTHING).execute();

        Received request = server.take();
        assertThat(request.line()).isEqualTo("POST /v2/things HTTP/1.1");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("Content-Length")).isEqualTo("5");
        assertThat(request.body()).isEqualTo("\"t-1\"");
    }

    @Test
    void get_extras_goAlong() throws InterruptedException {
        Received request = send(Ask.NOTHING
                .with("limit", 5)
                .with(RequestOptions.of(o -> o.extraQuery("beta", "a+b")
                        .extraHeader("X-Team", "blue")
                        .extraHeader("accept", "text/x"))));

        assertThat(request.line()).isEqualTo("GET /v2/things/?limit=5&beta=a%2Bb HTTP/1.1");
        assertThat(request.header("X-Team")).isEqualTo("blue");
        assertThat(request.headers()).contains("accept: text/x").doesNotContain("Accept: application/json");
    }

    @Test
    void prepare_extraHeaderThatIsOursOrBroken_isRefusedWithoutItsValue() {
        RequestOptions options = RequestOptions.of(o -> o.extraHeader("authorization", "Bearer canary")
                .extraHeader("Host", "canary")
                .extraHeader("X-Broken", "canary\r\nX-More: 1")
                .extraHeader("X Name", "canary"));

        assertThatThrownBy(() -> client.transport().prepare(TestApi.GET, Ask.NOTHING.with(options)))
                .hasMessage("test.things.list: the header authorization is set by the client; "
                        + "the header Host is set by the client; "
                        + "the header X-Broken has a character that no header can carry; take visible ASCII and blanks; "
                        + "the name of an extra header is empty, or has a character that no name can have");
    }

    @Test
    void scheme_header_carriesTheKeyAlone() throws InterruptedException {
        try (ApiClient other = TestApi.client(server.url())
                .scheme(AuthScheme.header("X-API-Key"))
                .build()) {
            other.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
        }
        Received request = server.take();

        assertThat(request.header("X-API-Key")).isEqualTo(TestApi.KEY);
        assertThat(request.header("Authorization")).isNull();
    }

    @Test
    void invocation_lookedAt_showsEverythingButSecrets() {
        Invocation<?> prepared = client.transport()
                .prepare(
                        TestApi.GET,
                        Ask.NOTHING
                                .with("lead_phone_number", "+1")
                                .with(RequestOptions.of(
                                        o -> o.extraQuery("api_key", "canary").extraHeader("X-Session", "canary"))));

        assertThat(prepared.method()).isEqualTo("GET");
        assertThat(prepared.url())
                .isEqualTo(URI.create(server.url() + "/v2/things/?lead_phone_number=%2B1&api_key=%2A%2A%2A"));
        assertThat(prepared.query()).containsExactly(Map.entry("lead_phone_number", "+1"), Map.entry("api_key", "***"));
        assertThat(prepared.headers())
                .containsEntry("Authorization", List.of("Bearer $API_KEY"))
                .containsEntry("X-Session", List.of("***"))
                .containsEntry("Accept", List.of("application/json"));
        assertThat(prepared.body()).isNull();
        assertThat(prepared)
                .hasToString("GET " + server.url()
                        + "/v2/things/?lead_phone_number=%2A%2A%2A&api_key=%2A%2A%2A"); // logs show less than
        // owners see
        assertThat(server.count()).isZero();
    }

    @Test
    void toCurl_post_isALineForAShell() {
        Invocation<?> prepared = client.transport()
                .prepare(
                        TestApi.POST,
                        new Ask("it's", Map.of(), RequestOptions.of(o -> o.extraHeader("X-Team", "b'lue"))));

        assertThat(prepared.toCurl())
                .isEqualTo("curl -X POST '" + server.url() + "/v2/things' -H \"Authorization: Bearer $API_KEY\""
                        + " -H 'Content-Type: application/json' -H 'Accept: application/json'"
                                .replace(
                                        " -H 'Content-Type: application/json' -H 'Accept: application/json'",
                                        " -H 'Accept: application/json' -H 'Content-Type: application/json'")
                        + " -H 'User-Agent: analytics4j/" + VERSION + " Java/"
                        + Runtime.version().feature() + "'"
                        + " -H 'X-Team: b'\\''lue' --data-raw '\"it'\\''s\"'");
    }

    @Test
    void toCurl_runByAShell_sendsTheSameRequest() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")));
        Ask ask = Ask.NOTHING.with("lead_phone_number", "+1").with("q", "$HOME `ls` \"x\"");
        Received ours = send(ask);
        ProcessBuilder shell = new ProcessBuilder(
                "sh", "-c", client.transport().prepare(TestApi.GET, ask).toCurl() + " -s");
        shell.environment().put("API_KEY", TestApi.KEY);
        Process process = shell.redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(TestApi.GOOD);

        Received theirs = server.take();

        assertThat(theirs.line()).isEqualTo(ours.line());
        for (String name : List.of("Authorization", "Accept", "User-Agent", "Host")) {
            assertThat(theirs.header(name)).isEqualTo(ours.header(name));
        }
    }

    @Test
    void parts_everyKindOfValue_hasItsForm() {
        RequestParts parts = new RequestParts()
                .queryEpochMillis("ms", Instant.ofEpochMilli(1776876567837L))
                .queryInstant("iso", Instant.parse("2026-02-01T00:00:00Z"))
                .queryDate("day", LocalDate.of(2026, 2, 1))
                .queryDateOrTime("either", DateOrTime.of(LocalDate.of(2026, 2, 1)))
                .queryDateOrTime("or", DateOrTime.of(Instant.parse("2026-02-01T10:00:00.5Z")))
                .queryCsv("many", List.of("a", 1, true))
                .queryCsv("none", List.of())
                .queryCsv("unset", null)
                .queryDate("noDay", null)
                .queryEpochMillis("noMs", null)
                .query("flag", false);
        List<String> query = new ArrayList<>();
        parts.query().forEach((name, value) -> query.add(name + "=" + value));

        assertThat(query)
                .containsExactly(
                        "ms=1776876567837",
                        "iso=2026-02-01T00:00:00Z",
                        "day=2026-02-01",
                        "either=2026-02-01",
                        "or=2026-02-01T10:00:00.500Z",
                        "many=a,1,true",
                        "flag=false");
    }
}
