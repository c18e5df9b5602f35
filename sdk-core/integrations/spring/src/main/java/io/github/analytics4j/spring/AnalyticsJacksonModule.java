package io.github.analytics4j.spring;

import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.json.TextValue;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Lets Jackson 3 write what the SDK reads: a record as the JSON that it came as, fields that no document has included; a value of
 * an open set as its text; free-form JSON as it is. Reading is left to {@code fromJson} of each record.
 */
public final class AnalyticsJacksonModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    /** The module, to be added to a mapper; Spring Boot finds it as a bean. */
    public AnalyticsJacksonModule() {
        super("analytics4j");
        addSerializer(new Raw<>(JsonRecord.class, JsonRecord::toJson));
        addSerializer(new Raw<>(JsonValue.class, JsonValue::json));
        addSerializer(new Raw<>(
                TextValue.class, value -> JsonValue.ofText(value.text()).json()));
    }

    /** Writes a value as a JSON text of its own. */
    private static final class Raw<T> extends StdSerializer<T> {
        private final Function<T, String> json;

        Raw(Class<T> type, Function<T, String> json) {
            super(type);
            this.json = json;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(json.apply(value));
        }
    }
}
