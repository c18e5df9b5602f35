package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.analytics4j.testkit.CallOpsSandbox;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import io.github.analytics4j.testkit.StorageSandbox;
import io.github.analytics4j.testkit.SynaptiqSandbox;
import io.github.analytics4j.testkit.SynthflowSandbox;
import io.github.analytics4j.testkit.VendorSandbox;
import io.github.analytics4j.testkit.VoisnapSandbox;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a test can come to a sandbox. */
class UsagesTest {
    static int get(VendorSandbox api, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(api.baseUrl() + path).openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + api.apiKey());
        return connection.getResponseCode();
    }

    /** Asks, and makes sure that nobody else has asked this sandbox. */
    static void asksAlone(Sandbox sandbox) throws IOException {
        assertEquals(0, sandbox.requests().count());
        assertEquals(200, get(sandbox.callops(), "/analytics/overview"));
        assertEquals(1, sandbox.requests().count());
    }

    @Nested
    @ExtendWith(SandboxExtension.class)
    class PerMethod {
        private Sandbox before;

        @BeforeEach
        void before(Sandbox sandbox) {
            before = sandbox;
        }

        @Test
        void first(Sandbox sandbox) throws IOException {
            assertSame(before, sandbox);
            asksAlone(sandbox);
        }

        @Test
        void second(Sandbox sandbox) throws IOException {
            asksAlone(sandbox);
        }

        @AfterEach
        void after(Sandbox sandbox) {
            assertSame(before, sandbox);
        }

        @RepeatedTest(2)
        void repeated(Sandbox sandbox) throws IOException {
            asksAlone(sandbox);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number, Sandbox sandbox) throws IOException {
            asksAlone(sandbox);
        }

        @Test
        void onAnExtensionsOwnMethod(@TempDirLike Sandbox sandbox) throws IOException {
            asksAlone(sandbox);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface TempDirLike {}

    @Nested
    @ExtendWith(SandboxExtension.class)
    class VendorTypes {
        @Test
        void parts(
                SynthflowSandbox synthflow,
                SynaptiqSandbox synaptiq,
                VoisnapSandbox voisnap,
                CallOpsSandbox callops,
                StorageSandbox storage,
                Sandbox sandbox) {
            assertSame(sandbox.synthflow(), synthflow);
            assertSame(sandbox.synaptiq(), synaptiq);
            assertSame(sandbox.voisnap(), voisnap);
            assertSame(sandbox.callops(), callops);
            assertSame(sandbox.storage(), storage);
        }
    }

    @Nested
    @ExtendWith(SandboxExtension.class)
    class Constructor {
        private static final Set<Sandbox> SEEN = new HashSet<>();
        private final Sandbox sandbox;
        private final SynthflowSandbox api;

        Constructor(Sandbox sandbox, SynthflowSandbox api) {
            this.sandbox = sandbox;
            this.api = api;
        }

        @Test
        void first(Sandbox parameter) throws IOException {
            check(parameter);
        }

        @Test
        void second(Sandbox parameter) throws IOException {
            check(parameter);
        }

        private void check(Sandbox parameter) throws IOException {
            assertSame(sandbox, parameter);
            assertSame(sandbox.synthflow(), api);
            assertTrue(SEEN.add(sandbox));
            asksAlone(sandbox);
        }

        @Nested
        class Inner {
            private final Sandbox inner;

            Inner(Sandbox inner) {
                this.inner = inner;
            }

            @Test
            void sameAsOutside(Sandbox parameter) throws IOException {
                assertSame(sandbox, inner);
                check(parameter);
            }
        }
    }

    @Nested
    @ExtendWith(SandboxExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OneInstance {
        private final Sandbox sandbox;

        OneInstance(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Test
        void first(Sandbox parameter) {
            assertSame(sandbox, parameter);
        }

        @Test
        void second(Sandbox parameter) {
            assertSame(sandbox, parameter);
        }
    }

    @Nested
    class Instance {
        @RegisterExtension
        final SandboxExtension extension = new SandboxExtension(Sandbox.builder().calls(77));

        @Test
        void field() throws IOException {
            assertEquals(77, extension.sandbox().synthflow().calls().size());
            asksAlone(extension.sandbox());
        }

        @Test
        void fieldAndParameter(Sandbox sandbox) throws IOException {
            assertSame(extension.sandbox(), sandbox);
            asksAlone(sandbox);
        }
    }

    @Nested
    class OtherThreads {
        @RegisterExtension
        final SandboxExtension extension = new SandboxExtension();

        @Test
        @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void timeoutInASeparateThread() throws IOException {
            asksAlone(extension.sandbox());
        }

        @Test
        void preemptiveTimeout() {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> asksAlone(extension.sandbox()));
        }

        @Test
        void threadOfSomebodyElse() throws Exception {
            Sandbox here = extension.sandbox();
            Sandbox there = ForkJoinPool.commonPool()
                    .submit(extension::sandbox)
                    .get(30, TimeUnit.SECONDS);
            assertSame(here, there);
        }
    }

    @Nested
    class SideBySide {
        @RegisterExtension
        final SandboxExtension small = new SandboxExtension(Sandbox.builder().calls(10));

        @RegisterExtension
        final SandboxExtension large = new SandboxExtension(Sandbox.builder().calls(20));

        @Test
        void eachHasItsOwn() throws IOException {
            assertNotSame(small.sandbox(), large.sandbox());
            assertEquals(10, small.sandbox().synthflow().calls().size());
            assertEquals(20, large.sandbox().synthflow().calls().size());
            asksAlone(small.sandbox());
            asksAlone(large.sandbox());
        }

        @Test
        void oneOfThemGivesTheParameters(Sandbox sandbox) {
            assertTrue(sandbox == small.sandbox() || sandbox == large.sandbox());
        }
    }

    @Nested
    class Outer {
        @RegisterExtension
        final SandboxExtension extension = new SandboxExtension();

        @Nested
        class Inner {
            @Test
            void ofTheOuterClass(Sandbox sandbox) throws IOException {
                assertSame(extension.sandbox(), sandbox);
                asksAlone(sandbox);
            }
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Parallel {
        @RegisterExtension
        final SandboxExtension extension = new SandboxExtension();

        @RepeatedTest(4)
        @Execution(ExecutionMode.CONCURRENT)
        void eachHasItsOwn(Sandbox sandbox) throws Exception {
            assertSame(extension.sandbox(), sandbox);
            StaticField.MEETING.await(60, TimeUnit.SECONDS);
            asksAlone(sandbox);
            Sandbox there = CompletableFuture.supplyAsync(
                            extension::sandbox, task -> new Thread(task).start())
                    .get(30, TimeUnit.SECONDS);
            assertSame(sandbox, there);
        }
    }
}

/** An extension in a static field, whose tests run at once. */
class StaticField {
    static final CyclicBarrier MEETING = new CyclicBarrier(4);
    private static final Set<Sandbox> SEEN = ConcurrentHashMap.newKeySet();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @RegisterExtension
    static final SandboxExtension EXTENSION =
            new SandboxExtension(Sandbox.builder().clock(new ManualClock(START)));

    @RepeatedTest(4)
    void eachHasItsOwn_andItsClockToo() throws Exception {
        Sandbox sandbox = EXTENSION.sandbox();
        assertTrue(SEEN.add(sandbox));
        assertEquals(START, sandbox.clock().instant());
        ((ManualClock) sandbox.clock()).advance(Duration.ofHours(1));
        assertEquals(START.plusSeconds(3600), sandbox.clock().instant());
        UsagesTest.asksAlone(sandbox);
    }
}

@ExtendWith(SandboxExtension.class)
class ParameterOfBeforeAll {
    private static Sandbox sandbox;
    private static int requests;

    @BeforeAll
    static void start(Sandbox started, SynthflowSandbox api) {
        sandbox = started;
        assertSame(sandbox.synthflow(), api);
    }

    @Test
    void first(Sandbox parameter) throws IOException {
        check(parameter);
    }

    @Test
    void second(Sandbox parameter) throws IOException {
        check(parameter);
    }

    private static void check(Sandbox parameter) throws IOException {
        assertSame(sandbox, parameter);
        assertEquals(200, UsagesTest.get(sandbox.callops(), "/analytics/overview"));
        assertEquals(++requests, sandbox.requests().count());
    }

    @Nested
    class Inner {
        @Test
        void theOneOfTheOuterClass(Sandbox parameter) throws IOException {
            check(parameter);
        }
    }

    @AfterAll
    static void after(Sandbox parameter) {
        assertSame(sandbox, parameter);
        assertEquals(3, parameter.requests().count());
    }
}

class StaticFieldInBeforeAll {
    @RegisterExtension
    static final SandboxExtension EXTENSION = new SandboxExtension(Sandbox.builder().calls(5));

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = EXTENSION.sandbox();
    }

    @Test
    void first() {
        assertSame(sandbox, EXTENSION.sandbox());
    }

    @Test
    void second(Sandbox parameter) {
        assertSame(sandbox, parameter);
    }
}

class PerClass {
    @RegisterExtension
    static final SandboxExtension EXTENSION = new SandboxExtension(Sandbox.builder().calls(6)).perClass();

    private static final Set<Sandbox> SEEN = new HashSet<>();

    @RepeatedTest(3)
    void allShareIt(Sandbox sandbox) {
        SEEN.add(sandbox);
        assertSame(sandbox, EXTENSION.sandbox());
        assertEquals(1, SEEN.size());
    }

    @AfterAll
    static void stillThere() throws IOException {
        assertEquals(200, UsagesTest.get(EXTENSION.sandbox().callops(), "/analytics/overview"));
    }
}

/** Runs after the others, by its name: what they were given is closed. */
@ExtendWith(SandboxExtension.class)
class Closed {
    private static Sandbox earlier;

    @Test
    void a(Sandbox sandbox) {
        earlier = sandbox;
    }

    @AfterAll
    static void afterwards() {
        assertThrows(IOException.class, () -> UsagesTest.get(earlier.callops(), "/analytics/overview"));
    }
}
