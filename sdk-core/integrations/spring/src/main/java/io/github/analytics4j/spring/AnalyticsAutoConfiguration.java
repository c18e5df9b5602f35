package io.github.analytics4j.spring;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Holds what the clients of all APIs share: their properties, and what is around them where the application has it. */
@AutoConfiguration
final class AnalyticsAutoConfiguration {
    /** Is static, so that it is made before all other beans. */
    @Bean
    static PropertyCheck analyticsPropertyCheck(Environment environment) {
        return new PropertyCheck(environment);
    }

    @Bean
    ClientSetup analyticsClientSetup(
            Environment environment, PropertyCheck check, ObjectProvider<ClientCustomizer> customizers) {
        return new ClientSetup(environment, check, customizers);
    }

    /** Counts and times what clients do, in the application's registry. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class Metrics {
        @Bean
        ClientCustomizer analyticsMetrics(ObjectProvider<MeterRegistry> registries) {
            return (api, builder) ->
                    registries.ifAvailable(registry -> builder.listener(new MicrometerListener(registry)));
        }
    }

    /** Masks keys in the endpoints that show properties, whatever the application lets them show. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SanitizingFunction.class)
    static class Endpoints {
        @Bean
        SanitizingFunction analyticsKeySanitizer() {
            return new KeySanitizer();
        }
    }
}
