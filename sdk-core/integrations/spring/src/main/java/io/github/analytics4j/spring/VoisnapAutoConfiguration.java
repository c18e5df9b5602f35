package io.github.analytics4j.spring;

import io.github.analytics4j.voisnap.Environment;
import io.github.analytics4j.voisnap.VoisnapClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The client of Voisnap, where its module and a key are there and the application has no client of its own. */
@AutoConfiguration(after = AnalyticsAutoConfiguration.class)
@ConditionalOnClass(VoisnapClient.class)
@ConditionalOnApiKey("voisnap")
final class VoisnapAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    VoisnapClient voisnapClient(ClientSetup setup) {
        VoisnapClient.Builder builder = VoisnapClient.builder();
        ClientSetup.Choice<Environment> environment =
                new ClientSetup.Choice<>("environment", Environment.class, builder::environment);
        return setup.client("voisnap", builder, environment, VoisnapClient.Builder::build);
    }
}
