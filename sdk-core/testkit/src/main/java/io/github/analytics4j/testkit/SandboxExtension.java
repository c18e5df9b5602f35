package io.github.analytics4j.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each JUnit test a sandbox of its own, as a parameter, and closes it afterwards. */
public final class SandboxExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    /** For {@code @ExtendWith(SandboxExtension.class)}: a sandbox as it comes. */
    public SandboxExtension() {
        this(Sandbox.builder());
    }

    /** For {@code @RegisterExtension}: a sandbox as configured here. */
    public SandboxExtension(Sandbox.Builder builder) {}

    /** The running test's sandbox. */
    public Sandbox sandbox() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void beforeEach(ExtensionContext context) {}

    @Override
    public void afterEach(ExtensionContext context) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox();
    }
}
