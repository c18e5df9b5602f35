package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.OpenedFile;
import java.io.ByteArrayOutputStream;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The first caller of a process belongs to one tenant, and the threads that its call starts serve them all: ours, OkHttp's and
 * Okio's take over nothing of his. In a process of its own, where no other test has started any.
 */
class CleanThreadsTest {
    private static final InheritableThreadLocal<String> TENANT = new InheritableThreadLocal<>();

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "download", "opened", "http2"})
    void threads_startedByATenantsCall_takeOverNothing(String way) throws Exception {
        Path output = Files.createTempFile("threads", ".txt");
        List<String> options = List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.security=ALL-UNNAMED");
        Process process = ChildJvm.program(options, Script.class, way)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        String said = Files.readString(output);
        assertThat(said).contains("threads: [").contains("analytics4j-");
        assertThat(said).as("there is something to look at").containsAnyOf("OkHttp", "Okio Watchdog");
        assertThat(said).doesNotContain("tainted").doesNotContain("Exception");
        Files.delete(output);
    }

    /** Prints what took something over. */
    public static final class Script {
        private Script() {}

        public static void main(String[] args) throws Exception {
            ClassLoader tenants = new URLClassLoader(new URL[0], Script.class.getClassLoader());
            List<Throwable> failures = new ArrayList<>();
            Thread first = new Thread(() -> asTenant(args[0], failures), "tenant");
            first.setContextClassLoader(tenants);
            first.setPriority(Thread.MAX_PRIORITY);
            first.start();
            first.join();
            failures.forEach(failure -> failure.printStackTrace(System.out));
            Set<String> names = new TreeSet<>();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                names.add(thread.getName().replaceAll("-[0-9]+", "-N"));
                boolean testsOwn = Set.of("raw-server", "raw-http2").contains(thread.getName());
                if (!testsOwn
                        && (thread.getContextClassLoader() == tenants || holdsTenant(thread) || holdsSubject(thread))) {
                    System.out.println("tainted: " + thread.getName());
                }
            }
            System.out.println("threads: " + names);
            System.exit(0);
        }

        @SuppressWarnings("removal")
        private static void asTenant(String way, List<Throwable> failures) {
            TENANT.set("tenant");
            Principal principal = () -> "tenant";
            Subject subject = new Subject(true, Set.of(principal), Set.of(), Set.of());
            Subject.doAs(subject, (PrivilegedAction<Object>) () -> {
                try {
                    calls(way);
                } catch (Throwable e) {
                    failures.add(e);
                }
                return null;
            });
        }

        private static void calls(String way) throws Exception {
            if (way.equals("http2")) {
                OkHttpClient users = RawHttp2Server.client();
                try (RawHttp2Server server =
                                new RawHttp2Server(TestApi.GOOD, (to, stream, number) -> to.answer(stream));
                        ApiClient client =
                                TestApi.client(server.url()).httpClient(users).build()) {
                    client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
                }
                return;
            }
            ScriptedServer server = new ScriptedServer();
            ApiClient client = TestApi.client(server.url()).build();
            server.times(2, ScriptedServer.json(200, TestApi.GOOD));
            Invocation<?> get = client.transport().prepare(TestApi.GET, Ask.NOTHING);
            switch (way) {
                case "sync" -> get.execute();
                case "async" -> get.executeAsync().join();
                case "download", "opened" -> {
                    ScriptedServer files = new ScriptedServer()
                            .then(ScriptedServer.whole(200, "text/csv", "a,b\n".getBytes(StandardCharsets.UTF_8)));
                    try (ApiClient other = TestApi.client(files.url()).build()) {
                        Download file = other.transport().download(TestApi.FILE, Ask.NOTHING);
                        if (way.equals("opened")) {
                            OpenedFile unused = file.open(); // held until somebody reads it, half a minute at most
                        } else {
                            file.transferTo(new ByteArrayOutputStream());
                        }
                    }
                }
                default -> throw new AssertionError(way);
            }
            // kept open: idle connections have a thread that looks after them
        }

        private static boolean holdsTenant(Thread thread) throws ReflectiveOperationException {
            Field field = Thread.class.getDeclaredField("inheritableThreadLocals");
            field.setAccessible(true);
            Object map = field.get(thread);
            if (map == null || thread.getName().equals("tenant")) {
                return false;
            }
            Field table = map.getClass().getDeclaredField("table");
            table.setAccessible(true);
            for (Object entry : (Object[]) table.get(map)) {
                if (entry != null && ((Reference<?>) entry).get() == TENANT) {
                    return true;
                }
            }
            return false;
        }

        /** Java 24 and later keep no context at a thread. */
        private static boolean holdsSubject(Thread thread) throws ReflectiveOperationException {
            Field field;
            try {
                field = Thread.class.getDeclaredField("inheritedAccessControlContext");
            } catch (NoSuchFieldException newerJava) {
                return false;
            }
            field.setAccessible(true);
            Object context = field.get(thread);
            Field combiner = context == null ? null : context.getClass().getDeclaredField("combiner");
            if (combiner == null) {
                return false;
            }
            combiner.setAccessible(true);
            return combiner.get(context) != null;
        }
    }
}
