package io.github.analytics4j.examples;

import io.github.analytics4j.synaptiq.Funnel;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * How do I use a client in Spring? As one bean: it is safe for all threads, its address and key are properties, and Spring closes it
 * with the context. Services take the client, or the interface of its API, by their constructor.
 */
public final class SpringBean {
    private SpringBean() {}

    public static void main(String[] args) {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    /** The part that belongs into your application. */
    @Configuration(proxyBeanMethods = false)
    static class Analytics {
        @Bean
        SynaptiqClient synaptiq(Environment properties) {
            SynaptiqClient.Builder client = SynaptiqClient.builder().fromEnv();
            String key = properties.getProperty("analytics.synaptiq.api-key");
            String url = properties.getProperty("analytics.synaptiq.base-url");
            if (key != null) {
                client.apiKey(key);
            }
            if (url != null) {
                client.baseUrl(url);
            }
            return client.deadline(properties.getProperty(
                            "analytics.synaptiq.deadline", Duration.class, Duration.ofMinutes(1)))
                    .build();
        }

        @Bean
        Leads leads(SynaptiqClient synaptiq) {
            return new Leads(synaptiq);
        }
    }

    /** A service of yours. */
    record Leads(SynaptiqClient synaptiq) {
        String weakestStage() {
            Funnel funnel = synaptiq.analytics().funnel(r -> {});
            return "most leads are lost behind \"" + funnel.topDropoffStage() + "\"";
        }
    }

    static void run(Accounts accounts, PrintStream out) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            accounts.sandbox()
                    .ifPresent(sandbox -> context.getEnvironment() // else application.properties and the environment
                            .getPropertySources()
                            .addFirst(new MapPropertySource(
                                    "sandbox",
                                    Map.of(
                                            "analytics.synaptiq.api-key",
                                            sandbox.synaptiq().apiKey(),
                                            "analytics.synaptiq.base-url",
                                            sandbox.synaptiq().baseUrl().toString()))));
            context.register(Analytics.class);
            context.refresh();
            out.println(context.getBean(Leads.class).weakestStage());
        }
    }
}
