package io.github.analytics4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.synthflow.SynthflowClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.AotApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;

/** The start of an application whose properties are wrong ends with our sentence about them, which repeats no secret. */
@ExtendWith(OutputCaptureExtension.class)
class WrongPropertiesTest {
    private static final Class<?>[] CONFIGURATIONS = {
        AnalyticsAutoConfiguration.class,
        SynthflowAutoConfiguration.class,
        SynaptiqAutoConfiguration.class,
        VoisnapAutoConfiguration.class,
        CallOpsAutoConfiguration.class
    };
    private static final String KEY = "analytics4j.synthflow.api-key=topsecret0";

    @TempDir
    Path folder;

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(CONFIGURATIONS));

    private static ConfigurableApplicationContext start(String... properties) {
        SpringApplication application = new SpringApplication(CONFIGURATIONS);
        application.setWebApplicationType(WebApplicationType.NONE);
        List<String> arguments = new ArrayList<>(List.of("--spring.main.banner-mode=off"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return application.run(arguments.toArray(String[]::new));
    }

    /** What the stack trace of a start that fails shows, with all causes. */
    private static String failure(String... properties) {
        StringWriter trace = new StringWriter();
        Throwable failure = catchThrowable(() -> start(properties).close());
        assertThat(failure).isNotNull();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "synthflow.api-kez | ; did you mean analytics4j.synthflow.api-key?",
                "synthflow.api_kee | ; did you mean analytics4j.synthflow.api-key?",
                "synthflow.key | ; did you mean analytics4j.synthflow.api-key?",
                "synthflow.api.key | ; did you mean analytics4j.synthflow.api-key?",
                "synthflow.api-key.x | ; did you mean analytics4j.synthflow.api-key?",
                "synthflow.api-key[0] | ; did you mean analytics4j.synthflow.api-key?",
                "synthflow.baseUrll | ; did you mean analytics4j.synthflow.base-url?",
                "synthflow.base-url.user | ; did you mean analytics4j.synthflow.base-url?",
                "synthflow.allow-http-to[0].x | ; did you mean analytics4j.synthflow.allow-http-to?",
                "synthfow.api-key | ; did you mean analytics4j.synthflow.api-key?",
                "synthfow.regionn | ; did you mean analytics4j.synthflow.region?",
                "voisnap.region | ; after analytics4j.voisnap. come api-key, base-url, environment, allow-http-to, deadline,"
                        + " attempt-timeout, max-attempts, max-delay, requests-per-minute, strict",
                "regionn | ; after analytics4j. come synthflow, synaptiq, voisnap, callops",
            })
    void unknownName_isTold_withTheNearest_andWithoutItsValue(String name, String hint, CapturedOutput output) {
        String sentence = "analytics4j." + name + " is no property (commandLineArgs)" + hint;

        for (String[] key : new String[][] {{KEY}, {}}) {
            List<String> properties = new ArrayList<>(List.of(key));
            properties.add("analytics4j." + name + "=topsecret1");
            if (name.equals("synthflow.api-kez")) {
                properties.add("debug"); // shows all conditions: a thousand lines a start
            }
            assertThat(failure(properties.toArray(String[]::new)))
                    .contains("InvalidClientException: " + sentence + System.lineSeparator())
                    .doesNotContain("topsecret");
        }
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "A client cannot be made of its properties: " + sentence)
                .doesNotContain("topsecret", "Bindable");
    }

    @Test
    void unknownNames_areToldTogether_withTheirLines(CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("application.properties"), """
                analytics4j.synthflow.api-key=topsecret0
                analytics4j.synthfow.region=eu
                analytics4j.synthflow.dead-lime=2m
                analytics4j.synthflow.empty=
                analytics4j.callops.unset=${NOT_SET_ANYWHERE:}
                analytics4j.callops.loop=topsecret${analytics4j.callops.loop}
                """);

        assertThat(failure("spring.config.location=" + file.toUri())).doesNotContain("topsecret");
        assertThat(output.toString().lines().filter(line -> line.startsWith("A client cannot")))
                .singleElement()
                .asString()
                .matches("A client cannot be made of its properties: analytics4j\\.synthfow\\.region is no property"
                        + " \\(.*application\\.properties]? - 2:29\\); did you mean analytics4j\\.synthflow\\.region\\?;"
                        + " analytics4j\\.synthflow\\.dead-lime is no property \\(.* - 3:33\\); did you mean"
                        + " analytics4j\\.synthflow\\.deadline\\?; analytics4j\\.callops\\.loop is no property .*");
    }

    @Test
    void nameOfAProcess_isNoMistake() {
        runner.withSystemProperties("analytics4j.synthflow.api-kez=k", "analytics4j.regionn=x")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "api_key", "APIKEY", "api-key"})
    void everySpelling_thatSpringReads_isNoMistake(String key) {
        try (ConfigurableApplicationContext context = start(
                "analytics4j.synthflow." + key + "=k",
                "analytics4j.synthflow.allowHttpTo[0]=a.example",
                "analytics4j.synaptiq.allow-http-to=a.example,b.example",
                "analytics4j.voisnap.max_attempts=2",
                "analytics4j=x",
                "analytics4jx.synthflow.apikez=x")) {
            assertThat(context.getBeansOfType(SynthflowClient.class)).hasSize(1);
        }
    }

    @Test
    void contextWithoutAnApplicationOfBoot_startsAsBefore() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(CONFIGURATIONS)) {
            assertThat(context.getBeansOfType(SynthflowClient.class)).isEmpty();
        }
    }

    @Test
    void keyOfAModuleThatIsMissing_isToldInTheLog(CapturedOutput output) {
        ApplicationContextRunner without =
                runner.withClassLoader(new FilteredClassLoader("io.github.analytics4j.callops"));
        String sentence =
                "analytics4j.callops.api-key is set, and there is no client of callops: its module is not on the"
                        + " class path. Add io.github.analytics4j:analytics4j-callops";

        without.withPropertyValues("analytics4j.callops.api-key= ", "analytics4j.callops.strict=true")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("analytics4j.synthflow.api-key=k")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("is not on the class path");
        without.withPropertyValues("analytics4j.callops.api-key=topsecret2")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).containsOnlyOnce(sentence).doesNotContain("topsecret");
        without.withPropertyValues("analytics4j.callops.api-kez=topsecret2")
                .run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api-key=topsecret3-${NOT_SET_ANYWHERE} | NOT_SET_ANYWHERE",
                "api-key=topsecret3-${analytics4j.synthflow.api-key} | analytics4j.synthflow.api-key",
                "api-key=${other.key} | NOT_SET_ANYWHERE",
                "base-url=https://u:topsecret3@${NOT_SET_ANYWHERE} | NOT_SET_ANYWHERE",
                "region=${NOT_SET_ANYWHERE} | NOT_SET_ANYWHERE",
                "deadline=${NOT_SET_ANYWHERE} | NOT_SET_ANYWHERE",
                "allow-http-to=${NOT_SET_ANYWHERE} | NOT_SET_ANYWHERE",
                "base-url=https://u:topsecret3@${analytics4j.synthflow.base-url} | analytics4j.synthflow.base-url",
            })
    void placeholderWithoutAValue_isTold_withoutWhatIsAroundIt(
            String property, String placeholder, CapturedOutput output) {
        String name = property.substring(0, property.indexOf('='));
        String sentence = "analytics4j.synthflow." + name + " has a placeholder that has no value: " + placeholder;
        List<String> properties = new ArrayList<>(List.of("other.key=topsecret3${NOT_SET_ANYWHERE}", "debug"));
        properties.add("analytics4j.synthflow." + property);
        if (!name.equals("api-key")) {
            properties.add(KEY);
        }

        assertThat(failure(properties.toArray(String[]::new)))
                .contains(sentence)
                .doesNotContain("topsecret");
        assertThat(output)
                .contains("A client cannot be made of its properties: " + sentence)
                .doesNotContain("topsecret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://u:topsecret4@host:99999",
                "http://u:topsecret4@host",
                "topsecret4://u:topsecret4@host",
                "https://u:topsecret4@"
            })
    void addressThatNamesAUser_isTold_withoutTheUser(String address, CapturedOutput output) {
        assertThat(failure(KEY, "analytics4j.synthflow.base-url=" + address, "debug"))
                .contains("base-url")
                .doesNotContain("topsecret");
        assertThat(output)
                .contains("A client cannot be made of its properties: properties of analytics4j.synthflow: base-url")
                .doesNotContain("topsecret");
    }

    @Test
    void listWithAGap_isTold_inOurWords(CapturedOutput output) {
        assertThat(failure(KEY, "analytics4j.synthflow.allow-http-to[1]=a.example"))
                .contains("analytics4j.synthflow.allow-http-to must count its elements from [0] on, without a gap")
                .doesNotContain("topsecret");
        assertThat(output).contains("must count its elements").doesNotContain("Bindable", "topsecret");
    }

    @Test
    void valueThatCannotBeConverted_isShown(CapturedOutput output) {
        assertThat(failure(KEY, "analytics4j.synthflow.deadline=abc", "debug"))
                .contains("abc")
                .doesNotContain("topsecret");
        assertThat(output)
                .contains("Property: analytics4j.synthflow.deadline", "Value: \"abc\"")
                .doesNotContain("topsecret");
    }

    /** A bean of an application that has its own. */
    static final class Needs {
        Needs(SynthflowClient client) {
            assertThat(client).isNotNull();
        }
    }

    private static SpringApplication needy(String... properties) {
        SpringApplication application = new SpringApplication(CONFIGURATIONS);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addPrimarySources(List.of(Needs.class));
        Map<String, Object> all = new HashMap<>();
        for (String property : properties) {
            all.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
        }
        application.setDefaultProperties(all);
        return application;
    }

    @ParameterizedTest
    @ValueSource(strings = {"other=x", "analytics4j.synthflow.api-key= "})
    void beanThatNeedsAClient_isTold_whichPropertyToSet(String property, CapturedOutput output) {
        assertThat(catchThrowable(() -> needy(property).run())).isNotNull();

        assertThat(output)
                .contains(
                        "Parameter 0 of constructor in " + Needs.class.getName()
                                + " needs a SynthflowClient, and there is"
                                + " none since analytics4j.synthflow.api-key is not set, or blank.",
                        "Set analytics4j.synthflow.api-key, or define a SynthflowClient as a bean of your own. A bean that"
                                + " can do without asks for an ObjectProvider<SynthflowClient>.")
                .doesNotContain("Consider defining a bean");
    }

    @Test
    void beanThatNeedsOneOfTwoClients_isToldBySpring(CapturedOutput output) {
        try (SynthflowClient own = SynthflowClient.builder().apiKey("k").build()) {
            SpringApplication two = needy("other=x");
            two.addInitializers(context -> {
                context.getBeanFactory().registerSingleton("one", own);
                context.getBeanFactory().registerSingleton("two", own);
            });

            assertThat(catchThrowable(two::run)).isNotNull();
        }
        assertThat(output).contains("required a single bean, but 2 were found").doesNotContain("api-key");
    }

    /** As Spring's processing ahead of time leaves an application: what conditions said is decided, and nothing of it told again. */
    static final class ProcessedWithoutAKey implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            context.registerBean(Needs.class, () -> new Needs(context.getBean(SynthflowClient.class)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other=x", KEY})
    void beanThatNeedsAClient_ofAnApplicationProcessedAheadOfTime_isTold_whereTheKeyWasMissing(
            String property, CapturedOutput output) {
        SpringApplication processed = needy(property);
        processed.addInitializers(
                AotApplicationContextInitializer.forInitializerClasses(ProcessedWithoutAKey.class.getName()));
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "true");
        try {
            assertThat(catchThrowable(processed::run)).isNotNull();
        } finally {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
        }

        assertThat(output)
                .contains(
                        "needs a SynthflowClient, and there is none since analytics4j.synthflow.api-key was not set, or"
                                + " blank, when the application was processed ahead of time.",
                        "Set analytics4j.synthflow.api-key where the application is built, to any text, as well as where it"
                                + " runs, or define")
                .doesNotContain("Consider defining a bean", "topsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other=x", KEY})
    void beanThatNeedsAClient_inATestThatHasNoneOfOurs_isToldBySpring(String property, CapturedOutput output) {
        SpringApplication part = new SpringApplication(Needs.class);
        part.setWebApplicationType(WebApplicationType.NONE);

        assertThat(catchThrowable(() -> part.run("--" + property))).isNotNull();
        assertThat(output).contains("required a bean of type").doesNotContain("api-key is", "topsecret");
    }

    @Test
    void beanThatNeedsSomethingElse_isToldBySpring(CapturedOutput output) {
        SpringApplication other = needy("analytics4j.synthflow.api-key=k");
        other.addPrimarySources(List.of(NeedsText.class));

        assertThat(catchThrowable(other::run)).isNotNull();
        assertThat(output).contains("required a bean of type 'java.lang.String'");
    }

    /** A bean that needs no client. */
    static final class NeedsText {
        NeedsText(String text) {
            assertThat(text).isNotNull();
        }
    }
}
