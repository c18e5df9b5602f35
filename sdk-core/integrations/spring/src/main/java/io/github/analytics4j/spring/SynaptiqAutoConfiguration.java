package io.github.analytics4j.spring;

import io.github.analytics4j.synaptiq.SynaptiqClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The client of Synaptiq, where its module and a key are there and the application has no client of its own. */
@AutoConfiguration(after = AnalyticsAutoConfiguration.class)
@ConditionalOnClass(SynaptiqClient.class)
@ConditionalOnApiKey("synaptiq")
final class SynaptiqAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SynaptiqClient synaptiqClient(ClientSetup setup) {
        return setup.client("synaptiq", SynaptiqClient.builder(), null, SynaptiqClient.Builder::build);
    }
}
