package io.github.analytics4j.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each JUnit test a sandbox of its own and closes it afterwards; for JUnit 5.10 and later, 6 included.
 *
 * <p>A test takes it as a parameter, a {@link Sandbox} or one of its parts such as {@link SynthflowSandbox}, or from
 * {@link #sandbox()} of an extension in a field. Where the class itself asks for a sandbox, outside of a test, all its
 * tests share that one: with a parameter of {@code @BeforeAll} or of the constructor of a class with one instance, with
 * {@link #sandbox()} in {@code @BeforeAll} or in what a {@code @DynamicPropertySource} supplies, or by
 * {@link #perClass()}. A test fails if a thread of its sandbox did, a hook of the test's own included.
 *
 * <p>Of several extensions beside each other, the one that was registered first gives the parameters.
 */
public final class SandboxExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);
    private static final Map<Class<?>, Function<Sandbox, Object>> PARAMETERS = Map.of(
            Sandbox.class, sandbox -> sandbox,
            SynthflowSandbox.class, Sandbox::synthflow,
            SynaptiqSandbox.class, Sandbox::synaptiq,
            VoisnapSandbox.class, Sandbox::voisnap,
            CallOpsSandbox.class, Sandbox::callops,
            StorageSandbox.class, Sandbox::storage);

    /** A sandbox in the store of a test or a class, which closes it in the end. */
    private record Scope(Sandbox sandbox) implements Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            sandbox.close();
        }
    }

    /** A sandbox that a constructor was given, before JUnit tells for which test. */
    private record Unborn(Scope scope, Store owner, Set<Parameter> given) {}

    private final Sandbox.Builder builder;
    private boolean perClass;
    // A thread that a test starts, that of a timeout for one, belongs to the test too.
    @SuppressWarnings("ThreadLocalUsage") // each extension has its own tests and sandboxes
    private final InheritableThreadLocal<ExtensionContext> here = new InheritableThreadLocal<>();

    @SuppressWarnings("ThreadLocalUsage") // as above
    private final ThreadLocal<Unborn> unborn = new ThreadLocal<>();

    private final Set<ExtensionContext> running = ConcurrentHashMap.newKeySet();

    /** For {@code @ExtendWith(SandboxExtension.class)}: a sandbox as it comes. */
    public SandboxExtension() {
        this(Sandbox.builder());
    }

    /**
     * Makes an extension for {@code @RegisterExtension} with a sandbox as configured here.
     *
     * @param builder a {@link ManualClock} of which is where each sandbox's own clock starts: what moves one sandbox's
     *     time moves no other's
     */
    public SandboxExtension(Sandbox.Builder builder) {
        this.builder = builder;
    }

    /**
     * {@return an extension with one sandbox for all tests of the class, nested ones included; for a static field}
     */
    public SandboxExtension perClass() {
        perClass = true;
        return this;
    }

    /**
     * {@return the sandbox of the test that runs: on its thread or one that it started, or on any thread while only one
     * test runs} Outside of a test the one of the class, for all its tests from then on.
     */
    public Sandbox sandbox() {
        ExtensionContext context = here.get();
        if (context == null || !running.contains(context)) {
            context = only();
        }
        return of(context);
    }

    private ExtensionContext only() {
        Set<ExtensionContext> tests = Set.copyOf(running);
        List<ExtensionContext> innermost = tests.stream()
                .filter(context -> tests.stream().noneMatch(other -> isWithin(other, context)))
                .toList();
        if (innermost.size() != 1) {
            throw new IllegalStateException(
                    innermost.isEmpty()
                            ? "there is a sandbox only while a test runs"
                            : "several tests run at once: take the sandbox on the test's own thread, or as its parameter");
        }
        return innermost.get(0);
    }

    private static boolean isWithin(ExtensionContext inner, ExtensionContext outer) {
        Optional<ExtensionContext> around = inner.getParent();
        while (around.isPresent() && !around.get().equals(outer)) {
            around = around.get().getParent();
        }
        return around.isPresent();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        enter(context);
        if (perClass) {
            of(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        enter(context);
        Unborn born = unborn.get();
        if (born != null) {
            unborn.remove();
            if (find(context) == null) {
                born.owner().remove(born.scope());
                context.getStore(NAMESPACE).put(this, born.scope());
            }
        }
        of(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave(context);
        Scope scope = find(context);
        Scope own = context.getStore(NAMESPACE).remove(this, Scope.class);
        if (own != null) {
            own.close();
        }
        if (scope != null) {
            tellFailures(scope.sandbox());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        leave(context);
    }

    private void enter(ExtensionContext context) {
        running.add(context);
        here.set(context);
    }

    private void leave(ExtensionContext context) {
        running.remove(context);
        context.getParent().filter(running::contains).ifPresentOrElse(here::set, here::remove);
    }

    private static void tellFailures(Sandbox sandbox) {
        List<Throwable> failures = sandbox.takeFailures();
        if (!failures.isEmpty()) {
            AssertionError error = new AssertionError(
                    "a thread of the sandbox failed while it answered this test: " + failures.get(0), failures.get(0));
            failures.stream().skip(1).forEach(error::addSuppressed);
            throw error;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType())
                && context.getStore(NAMESPACE)
                        .getOrComputeIfAbsent("parameters", key -> this, SandboxExtension.class)
                        .equals(this);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean constructor = parameter.getDeclaringExecutable() instanceof Constructor;
        boolean ofOneTest = constructor
                && context.getTestMethod().isEmpty()
                && context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_METHOD;
        Sandbox sandbox = ofOneTest ? ofUnborn(parameter.getParameter(), context) : of(context);
        return Objects.requireNonNull(PARAMETERS.get(parameter.getParameter().getType()))
                .apply(sandbox);
    }

    /** The sandbox of the test whose instance is being made on this thread; those of nested classes are one test. */
    private Sandbox ofUnborn(Parameter parameter, ExtensionContext context) {
        Scope scope = find(context);
        if (scope != null) {
            return scope.sandbox();
        }
        Unborn now = unborn.get();
        if (now == null || !now.given().add(parameter)) { // given before: that test never came to be
            now = new Unborn(new Scope(start()), context.getStore(NAMESPACE), new HashSet<>(Set.of(parameter)));
            now.owner().put(now.scope(), now.scope());
            unborn.set(now);
        }
        return now.scope().sandbox();
    }

    private Sandbox of(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(this, extension -> new Scope(start()), Scope.class)
                .sandbox();
    }

    private @Nullable Scope find(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(this, Scope.class);
    }

    private Sandbox start() {
        return builder.startWithOwnClock();
    }
}
