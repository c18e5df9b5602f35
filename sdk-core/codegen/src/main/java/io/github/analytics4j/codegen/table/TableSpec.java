package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Problems;
import java.util.List;

/**
 * A table spec, read.
 *
 * @param api what it says
 * @param examples the vendor's examples, one entry an operation
 */
public record TableSpec(ApiModel api, List<Example> examples) {

    /** Copies the list. */
    public TableSpec {
        examples = List.copyOf(examples);
    }

    /**
     * The vendor's examples of one operation.
     *
     * @param operationId the operation's id
     * @param calls its calls, as the vendor writes them but for the key
     * @param samples its answers as JSON, each part put into its whole
     */
    public record Example(String operationId, List<String> calls, List<String> samples) {

        /** Copies the lists. */
        public Example {
            calls = List.copyOf(calls);
            samples = List.copyOf(samples);
        }
    }

    /**
     * Reads a spec's text. Every mistake goes to {@code problems}; with any, the result may lack what could not be understood.
     *
     * @param file how messages and generated files call it
     */
    public static TableSpec read(String file, String text, Problems problems) {
        return new SpecReader(file, problems).read(text);
    }
}
