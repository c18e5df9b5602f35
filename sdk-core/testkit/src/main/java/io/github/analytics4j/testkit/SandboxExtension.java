package io.github.analytics4j.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each JUnit test a sandbox of its own, as a parameter, and closes it afterwards. */
public final class SandboxExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private final Sandbox.Builder builder;
    private final Map<Thread, Sandbox> running = new ConcurrentHashMap<>();

    /** For {@code @ExtendWith(SandboxExtension.class)}: a sandbox as it comes. */
    public SandboxExtension() {
        this(Sandbox.builder());
    }

    /** For {@code @RegisterExtension}: a sandbox as configured here. */
    public SandboxExtension(Sandbox.Builder builder) {
        this.builder = builder;
    }

    /** The sandbox of the test that runs on this thread. */
    public Sandbox sandbox() {
        @Nullable Sandbox sandbox = running.get(Thread.currentThread());
        if (sandbox == null) {
            throw new IllegalStateException("there is a sandbox only while a test runs");
        }
        return sandbox;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        of(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        running.remove(Thread.currentThread());
        Sandbox sandbox = context.getStore(NAMESPACE).remove(this, Sandbox.class);
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    private Sandbox of(ExtensionContext context) {
        Sandbox sandbox =
                context.getStore(NAMESPACE).computeIfAbsent(this, extension -> builder.start(), Sandbox.class);
        running.put(Thread.currentThread(), sandbox);
        return sandbox;
    }
}
