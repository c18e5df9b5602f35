package io.github.analytics4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.analytics4j.testkit.SandboxExtension;
import io.github.analytics4j.testkit.SynthflowSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(SpringTest.Application.class)
class SpringTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension().perClass();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("synthflow.base-url", () -> SANDBOX.sandbox().synthflow().baseUrl());
        registry.add("synthflow.api-key", () -> SANDBOX.sandbox().synthflow().apiKey());
    }

    @Configuration
    static class Application {
        @Bean
        String baseUrl(Environment environment) {
            return environment.getRequiredProperty("synthflow.base-url");
        }
    }

    @Test
    void contextHasTheSandboxesAddress(@Autowired String baseUrl, SynthflowSandbox api) {
        assertEquals(api.baseUrl().toString(), baseUrl);
    }
}
