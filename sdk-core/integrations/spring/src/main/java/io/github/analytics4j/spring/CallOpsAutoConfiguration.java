package io.github.analytics4j.spring;

import io.github.analytics4j.callops.CallOpsClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The client of CallOps, where its module and a key are there and the application has no client of its own. */
@AutoConfiguration(after = AnalyticsAutoConfiguration.class)
@ConditionalOnClass(CallOpsClient.class)
@ConditionalOnApiKey("callops")
final class CallOpsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CallOpsClient callopsClient(ClientSetup setup) {
        return setup.client("callops", CallOpsClient.builder(), null, CallOpsClient.Builder::build);
    }
}
