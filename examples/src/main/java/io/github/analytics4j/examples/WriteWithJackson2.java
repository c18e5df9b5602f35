package io.github.analytics4j.examples;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.json.TextValue;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How do I write calls as JSON with Jackson? By a small module, which writes a record as the vendor's JSON that it was read from. This
 * one is of Jackson 2; for Jackson 3 and Spring Boot it is in {@code analytics4j-spring}. Without Jackson, each record has {@code
 * toJson()}, and several are {@code JsonRecord.toJson(records)}.
 */
public final class WriteWithJackson2 {
    private WriteWithJackson2() {}

    public static void main(String[] args) throws JsonProcessingException {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    /** The part that belongs into your application. */
    static SimpleModule records() {
        return new SimpleModule("analytics4j")
                .addSerializer(new Raw<>(JsonRecord.class, JsonRecord::toJson))
                .addSerializer(new Raw<>(JsonValue.class, JsonValue::json))
                .addSerializer(new Raw<>(
                        TextValue.class, value -> JsonValue.ofText(value.text()).json()));
    }

    /** Writes a value as a JSON text of its own. */
    private static final class Raw<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;

        private final transient Function<T, String> json;

        Raw(Class<T> type, Function<T, String> json) {
            super(type);
            this.json = json;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(json.apply(value));
        }
    }

    static void run(Accounts accounts, PrintStream out) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper().registerModule(records());
        try (SynthflowClient synthflow = accounts.synthflow().build()) {
            String agent = accounts.agent(synthflow);
            List<Call> newest =
                    synthflow.calls().list(r -> r.modelId(agent)).limit(2).toList();
            String json = mapper.writeValueAsString(Map.of("newest", newest));
            JsonNode status = mapper.readTree(json).at("/newest/0/call_status");
            out.println("the status of a call is a text: " + status.isTextual());
            out.println("both calls as the vendor sent them: " + json.contains(JsonRecord.toJson(newest)));
        }
    }
}
