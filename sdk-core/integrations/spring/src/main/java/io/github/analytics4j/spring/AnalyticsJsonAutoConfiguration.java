package io.github.analytics4j.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** Writes records as the vendor's JSON, also in tests of a part of an application that have JSON, such as {@code @WebMvcTest}. */
@AutoConfiguration
@ConditionalOnClass(JacksonModule.class)
final class AnalyticsJsonAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    AnalyticsJacksonModule analyticsJacksonModule() {
        return new AnalyticsJacksonModule();
    }
}
