package io.github.analytics4j.benchmarks.rows;

import java.util.Map;

/** How one vendor's list speaks: its rows, the envelope around a page of them, and where a request points. */
public interface Dialect {
    /** The row followed by a comma. */
    String row(CallRow call);

    /** Writes the start of a page, before its rows. */
    String head(PageSlice page);

    /** Writes the end of a page, after its rows. */
    String tail(PageSlice page);

    /** The index of the first row a request asks for. */
    long offset(Map<String, String> query);

    /** The dialect served under this name. */
    static Dialect named(String name) {
        return switch (name) {
            case "synthflow" -> new SynthflowDialect("");
            case "synthflow-odd" -> new SynthflowDialect("Z");
            case "openai" -> new OpenAiDialect();
            case "stripe" -> new StripeDialect();
            case "square" -> new SquareDialect();
            default -> throw new IllegalArgumentException("no dialect is called " + name);
        };
    }
}
