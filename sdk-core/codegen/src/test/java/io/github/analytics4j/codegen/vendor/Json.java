package io.github.analytics4j.codegen.vendor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** YAML as JSON, by a parser that is not ours. */
final class Json {

    private Json() {}

    static String of(String yaml, boolean lines) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
        return new ObjectMapper()
                .configure(SerializationFeature.INDENT_OUTPUT, lines)
                .writeValueAsString(
                        new ObjectMapper(factory.enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)).readTree(yaml));
    }
}
