package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.client.TestApi.Ask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** A script's main ends when it returns, whatever was left open. */
class JvmExitTest {

    /** Calls in every way, closes nothing, leaves a call waiting for its next attempt. */
    public static final class Script {
        private Script() {}

        public static void main(String[] args) throws Exception {
            ScriptedServer server = new ScriptedServer().times(4, ScriptedServer.json(200, TestApi.GOOD));
            ScriptedServer busy = new ScriptedServer().times(4, ScriptedServer.json(503, "", "Retry-After: 50"));
            for (OkHttpClient own : new OkHttpClient[] {null, new OkHttpClient()}) {
                TestApi.Builder builder = TestApi.client(server.url());
                ApiClient client = (own == null ? builder : builder.httpClient(own)).build();
                client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
                client.transport()
                        .prepare(TestApi.GET, Ask.NOTHING)
                        .executeAsync()
                        .join();
                TestApi.client(busy.url())
                        .build()
                        .transport()
                        .prepare(TestApi.GET, Ask.NOTHING)
                        .executeAsync();
                busy.take();
            }
            System.out.println("main is over");
        }
    }

    @Test
    void main_nothingClosed_endsAtOnce() throws Exception {
        Path output = Files.createTempFile("script", ".txt");
        Process process = ChildJvm.program(List.of(), Script.class)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        boolean ended = process.waitFor(20, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(Files.readString(output)).contains("main is over");
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isZero();
        Files.delete(output);
    }
}
