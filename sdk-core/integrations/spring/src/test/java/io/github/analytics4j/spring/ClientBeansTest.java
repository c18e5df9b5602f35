package io.github.analytics4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.Region;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.voisnap.Environment;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;

/** One bean for each API that has a key, made of properties, unless the application has its own. */
class ClientBeansTest {
    private static final String KEY = "analytics4j.synthflow.api-key=planted-key-1";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AnalyticsAutoConfiguration.class,
                    SynthflowAutoConfiguration.class,
                    SynaptiqAutoConfiguration.class,
                    VoisnapAutoConfiguration.class,
                    CallOpsAutoConfiguration.class));

    @Test
    void noKey_noBean() {
        runner.withPropertyValues("analytics4j.synthflow.api-key=  ", "analytics4j.synthflow.region=us")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(SynthflowClient.class)
                        .doesNotHaveBean(SynaptiqClient.class)
                        .doesNotHaveBean(VoisnapClient.class)
                        .doesNotHaveBean(CallOpsClient.class));
    }

    @Test
    void oneKey_oneBean_atTheAddressOfItsRegion() {
        runner.withPropertyValues(KEY, "analytics4j.synthflow.region=eu").run(context -> {
            assertThat(context).hasSingleBean(SynthflowClient.class).doesNotHaveBean(SynaptiqClient.class);
            assertThat(context.getBean(SynthflowClient.class))
                    .hasToString("SynthflowClient[" + Region.EU.baseUrl() + "]");
        });
    }

    @Test
    void everyKey_everyBean() {
        runner.withPropertyValues(
                        KEY,
                        "analytics4j.synaptiq.api-key=k",
                        "analytics4j.voisnap.api-key=k",
                        "analytics4j.voisnap.environment=sandbox",
                        "analytics4j.callops.api-key=k",
                        "analytics4j.callops.base-url=https://callops.example/api/v1")
                .run(context -> {
                    assertThat(context)
                            .hasSingleBean(SynthflowClient.class)
                            .hasSingleBean(SynaptiqClient.class)
                            .hasSingleBean(VoisnapClient.class)
                            .hasSingleBean(CallOpsClient.class);
                    assertThat(context.getBean(VoisnapClient.class).toString()).contains(Environment.SANDBOX.baseUrl());
                    assertThat(context.getBean(CallOpsClient.class).toString()).contains("callops.example");
                });
    }

    @Test
    void moduleThatIsNotThere_hasNoBean() {
        runner.withClassLoader(
                        new FilteredClassLoader("io.github.analytics4j.synthflow", "io.micrometer", "tools.jackson"))
                .withPropertyValues(KEY, "analytics4j.synaptiq.api-key=k")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SynaptiqClient.class));
    }

    @Test
    void ownBean_wins() {
        try (SynthflowClient own = SynthflowClient.builder().apiKey("k").build()) {
            runner.withBean("mine", SynthflowClient.class, () -> own)
                    .withPropertyValues(KEY)
                    .run(context ->
                            assertThat(context.getBean(SynthflowClient.class)).isSameAs(own));
        }
    }

    @Test
    void customizers_changeEachClient_behindItsProperties() {
        List<String> apis = new ArrayList<>();
        ClientCustomizer customizer = (api, builder) -> {
            apis.add(api);
            builder.baseUrl("https://" + api + ".example");
        };
        runner.withBean(ClientCustomizer.class, () -> customizer)
                .withPropertyValues(KEY, "analytics4j.synaptiq.api-key=k", "analytics4j.synthflow.region=us")
                .run(context -> {
                    assertThat(context.getBean(SynthflowClient.class))
                            .hasToString("SynthflowClient[https://synthflow.example]");
                    assertThat(apis).containsExactlyInAnyOrder("synthflow", "synaptiq");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region=mars | Failed to bind properties under 'analytics4j.synthflow.region'",
                "deadline=soon | Failed to bind properties under 'analytics4j.synthflow.deadline'",
                "dead-lime=2m | analytics4j.synthflow.dead-lime is no property",
                "environment=sandbox | analytics4j.synthflow.environment is no property",
                "deadline=-1s | deadline must be more than nothing, was PT-1S",
                "base-url=http://example.com | https",
                "base-url=nonsense | SynthflowClient: ",
                "max-attempts=0 | analytics4j.synthflow: max-attempts must be at least 1, was 0",
                "requests-per-minute=0 | analytics4j.synthflow: requests-per-minute must be at least 1, was 0",
            })
    void wrongProperty_failsWithASentence(String property, String sentence) {
        runner.withPropertyValues(KEY, "analytics4j.synthflow." + property).run(context -> {
            assertThat(context).hasFailed();
            StringBuilder texts = new StringBuilder();
            for (Throwable at = context.getStartupFailure(); at != null; at = at.getCause()) {
                texts.append(at.getMessage()).append('\n');
            }
            assertThat(texts).contains(sentence).doesNotContain("planted-key-1");
        });
    }

    @Test
    void regionAndAddress_excludeOneAnother_inTheWordsOfTheAnalysis() {
        runner.withPropertyValues(
                        KEY, "analytics4j.synthflow.region=us", "analytics4j.synthflow.base-url=https://a.example")
                .run(context -> {
                    FailureAnalysis analysis = new InvalidPropertiesAnalyzer().analyze(context.getStartupFailure());
                    assertThat(analysis.getDescription())
                            .isEqualTo("A client cannot be made of its properties: properties of analytics4j.synthflow:"
                                    + " region and base-url exclude one another");
                    assertThat(analysis.getAction()).contains("analytics4j.");
                    assertThat(analysis.getCause()).isInstanceOf(InvalidRequestException.class);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base-url=http://example.com | base-url would send the key over plain http to example.com; use https, or"
                        + " allow it with allow-http-to=example.com",
                "base-url=nonsense | base-url must begin with https://",
                "base-url= | base-url is missing: set it",
                "attempt-timeout=0s | attempt-timeout must be more than nothing, was PT0S",
                "max-delay=-1s | max-delay must not be negative, was PT-1S",
            })
    void analysis_namesTheProperties_notTheMethodsOfJava(String property, String sentence) {
        String address = property.startsWith("base-url") ? property : "base-url=https://callops.example";
        runner.withPropertyValues(
                        "analytics4j.callops.api-key=planted-key-1",
                        "analytics4j.callops." + address,
                        "analytics4j.callops." + property)
                .run(context -> assertThat(new InvalidPropertiesAnalyzer()
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .isEqualTo("A client cannot be made of its properties: properties of analytics4j.callops: "
                                + sentence));
    }

    @Test
    void requestOfABean_thatIsWrong_isNoMistakeOfTheProperties() {
        runner.withPropertyValues(KEY)
                .withInitializer(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "eager",
                                Object.class,
                                () -> context.getBean(SynthflowClient.class)
                                        .calls()
                                        .list(r -> r.modelId(""))))
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .hasRootCauseInstanceOf(InvalidRequestException.class)
                            .hasRootCauseMessage("ListCallsRequest: modelId is blank");
                    assertThat(new InvalidPropertiesAnalyzer().analyze(context.getStartupFailure()))
                            .isNull();
                });
    }

    @Test
    void customizer_thatFails_isNoMistakeOfTheProperties() {
        ClientCustomizer customizer = (api, builder) -> {
            throw new InvalidRequestException("customizer", List.of("has no settings"));
        };
        runner.withBean(ClientCustomizer.class, () -> customizer)
                .withPropertyValues(KEY)
                .run(context -> assertThat(new InvalidPropertiesAnalyzer().analyze(context.getStartupFailure()))
                        .isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "${NOT_SET_ANYWHERE:}"})
    void blank_isUnset_forEveryProperty(String blank) {
        List<String> properties = new ArrayList<>(List.of(
                "analytics4j.synthflow.api-key=k", "analytics4j.voisnap.api-key=k", "analytics4j.synaptiq.api-key="));
        for (RecordComponent each : ClientProperties.class.getRecordComponents()) {
            String name = each.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (!name.equals("api-key")) {
                properties.add("analytics4j.synthflow." + name + "=" + blank);
                properties.add("analytics4j.voisnap." + name + "=" + blank);
            }
        }
        runner.withPropertyValues(properties.toArray(String[]::new)).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(SynaptiqClient.class);
            assertThat(context.getBean(SynthflowClient.class))
                    .hasToString("SynthflowClient[" + Region.GLOBAL.baseUrl() + "]");
            assertThat(context.getBean(VoisnapClient.class).toString()).contains(Environment.PRODUCTION.baseUrl());
        });
    }

    @Test
    void blank_unsetsWhatAnotherSourceBelowItSets() {
        runner.withSystemProperties("analytics4j.synthflow.region=us")
                .withPropertyValues(KEY, "analytics4j.synthflow.region=")
                .run(context -> assertThat(context.getBean(SynthflowClient.class))
                        .hasToString("SynthflowClient[" + Region.GLOBAL.baseUrl() + "]"));
    }

    @Test
    void context_closed_closesItsClients() {
        AtomicReference<SynthflowClient> client = new AtomicReference<>();
        runner.withPropertyValues(KEY).run(context -> client.set(context.getBean(SynthflowClient.class)));
        assertThatThrownBy(() -> client.get().analytics().export()).isInstanceOf(CanceledException.class);
    }

    @Test
    void properties_reachTheRequests() {
        try (Sandbox sandbox = Sandbox.builder().seed(3).calls(30).start()) {
            runner.withPropertyValues(
                            "analytics4j.synthflow.api-key="
                                    + sandbox.synthflow().apiKey(),
                            "analytics4j.synthflow.base-url="
                                    + sandbox.synthflow().baseUrl(),
                            "analytics4j.synthflow.deadline=20s",
                            "analytics4j.synthflow.attempt-timeout=10s",
                            "analytics4j.synthflow.max-attempts=1",
                            "analytics4j.synthflow.max-delay=1s",
                            "analytics4j.synthflow.requests-per-minute=1000",
                            "analytics4j.synthflow.allow-http-to=localhost",
                            "analytics4j.synthflow.strict=true")
                    .run(context -> {
                        SynthflowClient client = context.getBean(SynthflowClient.class);
                        sandbox.faults().next(Fault.status(503));
                        assertThatThrownBy(() -> client.analytics().export()).hasMessageContaining("503");
                        assertThat(sandbox.requests().all()).hasSize(1);
                        assertThat(client.calls()
                                        .list(r -> r.modelId(sandbox.synthflow().modelId())))
                                .hasSize(30);
                    });
        }
    }

    @Test
    void autoConfigurations_areThoseOfTheFile() throws Exception {
        List<String> names = Arrays.asList(new String(
                        getClass()
                                .getResourceAsStream(
                                        "/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .split("\n"));
        assertThat(names)
                .hasSize(6)
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }
}
