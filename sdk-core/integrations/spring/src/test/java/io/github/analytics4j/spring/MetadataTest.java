package io.github.analytics4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor offers are the properties there are, each with a sentence. */
class MetadataTest {
    @Test
    void metadata_hasEveryPropertyOfEveryApi_andNoOther() throws Exception {
        JsonNode metadata;
        try (InputStream file = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            metadata = new JsonMapper().readTree(file);
        }
        Set<String> names = new TreeSet<>();
        for (JsonNode property : metadata.get("properties")) {
            names.add(property.get("name").asString());
            assertThat(property.get("description").asString()).endsWith(".");
            assertThat(property.get("type").asString()).isNotBlank();
        }
        Set<String> expected = new TreeSet<>();
        List<String> apis = ApiCatalog.all().stream().map(ApiCatalog::name).toList();
        assertThat(Api.words()).as("constants of Api").containsExactlyInAnyOrderElementsOf(apis);
        for (String api : apis) {
            Arrays.stream(ClientProperties.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .filter(name -> !name.equals("region") || api.equals("synthflow"))
                    .filter(name -> !name.equals("environment") || api.equals("voisnap"))
                    .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                    .forEach(name -> expected.add("analytics4j." + api + "." + name));
        }
        assertThat(names).isEqualTo(expected);
        Set<String> checked = new TreeSet<>();
        for (Api api : Api.values()) {
            api.properties().forEach(name -> checked.add(api.property(name)));
            assertThat(Class.forName(api.client())).isPublic();
        }
        assertThat(checked).isEqualTo(expected);
    }

    @Test
    void properties_showNoKey() {
        assertThat(new ClientProperties(
                        "planted-key-2", null, null, null, List.of(), null, null, null, null, null, false))
                .hasToString("ClientProperties[baseUrl=null]");
    }
}
