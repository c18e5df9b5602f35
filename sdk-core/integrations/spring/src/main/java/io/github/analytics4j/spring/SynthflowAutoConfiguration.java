package io.github.analytics4j.spring;

import io.github.analytics4j.synthflow.Region;
import io.github.analytics4j.synthflow.SynthflowClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The client of Synthflow, where its module and a key are there and the application has no client of its own. */
@AutoConfiguration(after = AnalyticsAutoConfiguration.class)
@ConditionalOnClass(SynthflowClient.class)
@ConditionalOnApiKey("synthflow")
final class SynthflowAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SynthflowClient synthflowClient(ClientSetup setup) {
        SynthflowClient.Builder builder = SynthflowClient.builder();
        ClientSetup.Choice<Region> region = new ClientSetup.Choice<>("region", Region.class, builder::region);
        return setup.client("synthflow", builder, region, SynthflowClient.Builder::build);
    }
}
