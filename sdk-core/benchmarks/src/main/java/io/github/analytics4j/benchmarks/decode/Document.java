package io.github.analytics4j.benchmarks.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.squareup.moshi.Types;
import io.github.analytics4j.benchmarks.clients.JacksonCalls;
import io.github.analytics4j.benchmarks.clients.MoshiCalls;
import io.github.analytics4j.benchmarks.rows.Documents;
import io.github.analytics4j.benchmarks.rows.Samples;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonCodecs;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A document that is decoded, with the types that each library decodes it into. */
@SuppressWarnings("ImmutableEnumChecker") // functions and reflected types do not change
public enum Document {
    SHORT_CALLS(
            () -> Documents.shortCalls(100),
            "synthflow.ListCallsResponse",
            JacksonCalls.Page.class,
            MoshiCalls.Page.class),
    LONG_CALLS(
            () -> Documents.longCalls(20),
            "synthflow.ListCallsResponse",
            JacksonCalls.Page.class,
            MoshiCalls.Page.class),
    EXPORT(Documents::export, "synthflow.AnalyticsExport", Wire.Export.class),
    SYNAPTIQ(Samples::synaptiqOverview, "synaptiq.Overview", Wire.SynaptiqOverview.class),
    VOISNAP(Samples::voisnapOverview, "voisnap.Overview", Wire.VoisnapOverview.class),
    CALLOPS(
            Samples::callOpsAgents,
            "callops.AgentComparison",
            Types.newParameterizedType(List.class, Wire.AgentRow.class));

    private final Supplier<String> json;
    private final String record;
    private final Type jackson;
    private final Type moshi;

    Document(Supplier<String> json, String record, Type both) {
        this(json, record, both, both);
    }

    Document(Supplier<String> json, String record, Type jackson, Type moshi) {
        this.json = json;
        this.record = record;
        this.jackson = jackson;
        this.moshi = moshi;
    }

    /** How the table calls it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Counts the bytes of the text values as Java strings, without headers: no decoder can allocate less. */
    public long stringBytes() throws IOException {
        long bytes = 0;
        try (JsonParser parser = new JsonFactory().createParser(bytes())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    String text = parser.getText();
                    boolean oneByteEach = text.chars().allMatch(c -> c < 256);
                    bytes += oneByteEach ? text.length() : 2L * text.length();
                }
            }
        }
        return bytes;
    }

    byte[] bytes() {
        return json.get().getBytes(StandardCharsets.UTF_8);
    }

    Type jackson() {
        return jackson;
    }

    Type moshi() {
        return moshi;
    }

    /** The generated codec, which is no public API: what the transport hands the stream to. */
    JsonCodec<?> codec() throws ReflectiveOperationException {
        Field instance =
                Class.forName("io.github.analytics4j." + record + "$Codec").getDeclaredField("INSTANCE");
        instance.setAccessible(true);
        JsonCodec<?> codec = (JsonCodec<?>) instance.get(null);
        return this == CALLOPS ? JsonCodecs.list(codec) : codec;
    }
}
