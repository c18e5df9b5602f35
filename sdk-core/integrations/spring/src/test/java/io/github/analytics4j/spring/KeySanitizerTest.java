package io.github.analytics4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint.EnvironmentEntryDescriptor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the endpoint {@code env} shows of values that set a key themselves, where it may show all values. */
class KeySanitizerTest {

    private static String shown(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
        EnvironmentEndpoint endpoint = new EnvironmentEndpoint(environment, List.of(new KeySanitizer()), Show.ALWAYS);
        EnvironmentEntryDescriptor entry = endpoint.environmentEntry(name);
        return Objects.requireNonNull(entry.getProperty()).getValue().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SPRING_APPLICATION_JSON | {\"analytics4j\":{\"synthflow\":{\"region\":\"us\",\"api-key\":\"planted\"}}}",
                "SPRING_APPLICATION_JSON | {\"analytics4j.callops\": {\"apiKey\" : \"planted\"}}",
                "JAVA_TOOL_OPTIONS | -Xmx1g -Danalytics4j.synthflow.api-key=planted",
                "sun.java.command | app.jar --analytics4j.voisnap.apikey=planted",
                "JAVA_ARGS | ANALYTICS4J_SYNAPTIQ_APIKEY=planted",
                "STARTED_BY | env SYNTHFLOW_API_KEY=planted java -jar app.jar",
            })
    void valueThatSetsAKey_isMasked(String name, String value) {
        assertThat(shown(name, value)).isEqualTo("******");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SPRING_APPLICATION_JSON | {\"analytics4j\":{\"synthflow\":{\"region\":\"us\"}}}",
                "java.class.path | /lib/analytics4j-core.jar:/lib/api-key-store.jar",
                "help | set SYNTHFLOW_API_KEY first",
            })
    void valueThatSetsNone_isShown(String name, String value) {
        assertThat(shown(name, value)).isEqualTo(value);
    }
}
