package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxExtensionTest {
    @Nested
    @ExtendWith(SandboxExtension.class)
    class Declared {
        @Test
        void parameter_isARunningSandbox(Sandbox sandbox) throws Exception {
            assertThat(TestClient.get(sandbox.callops(), "/analytics/overview").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void eachTest_hasItsOwn(Sandbox sandbox) {
            assertThat(sandbox.requests().count()).isZero();
        }
    }

    @Nested
    class Registered {
        @RegisterExtension
        final SandboxExtension extension =
                new SandboxExtension(Sandbox.builder().calls(77));

        @Test
        void field_givesTheConfiguredSandbox() {
            assertThat(extension.sandbox().synthflow().calls().size()).isEqualTo(77);
        }

        @Test
        void parameterAndField_areTheSame(Sandbox sandbox) {
            assertThat(sandbox).isSameAs(extension.sandbox());
        }
    }
}
