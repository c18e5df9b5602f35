package io.github.analytics4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.CallStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.json.AutoConfigureJson;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

/** Records are written as the vendor's JSON, wherever they stand in what an application writes. */
class AnalyticsJacksonModuleTest {
    private static final String JSON =
            "{\"call_id\":\"c-1\",\"duration\":25,\"call_status\":\"melting\",\"start_time\":\"1767225600000\",\"mood\":{\"deep\":[1.10,null]}}";

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new AnalyticsJacksonModule()).build();
    private final Call call = Call.fromJson(JSON);

    @Test
    void record_isWrittenAsItCame() {
        assertThat(mapper.writeValueAsString(call)).isEqualTo(call.toJson());
        assertThat(mapper.readTree(mapper.writeValueAsString(call))).isEqualTo(mapper.readTree(JSON));
        assertThat(mapper.writeValueAsString(List.of(call, call))).isEqualTo(JsonRecord.toJson(List.of(call, call)));
        assertThat(mapper.writeValueAsString(Paged.of(List.of(call)))).isEqualTo("[" + call.toJson() + "]");
        assertThat(mapper.writeValueAsString(Map.of("newest", call))).isEqualTo("{\"newest\":" + call.toJson() + "}");
        assertThat(mapper.readValue(mapper.writeValueAsString(call), Map.class)).containsEntry("call_id", "c-1");
    }

    @Test
    void values_areWrittenAsTheyCame() {
        assertThat(mapper.writeValueAsString(new Summary(CallStatus.of("mel\"ting"), JsonValue.parse("[1.10]"))))
                .isEqualTo("{\"status\":\"mel\\\"ting\",\"odd\":[1.10]}");
    }

    /** What {@code @WebMvcTest}, {@code @JsonTest} and their like take over of an application. */
    @AutoConfigureJson
    static class PartOfAnApplication {}

    @Test
    void testOfAPartOfAnApplication_writesWhatTheWholeWrites() {
        new ApplicationContextRunner()
                .withUserConfiguration(PartOfAnApplication.class)
                .run(context -> assertThat(context.getBean(JsonMapper.class).writeValueAsString(call))
                        .isEqualTo(call.toJson()));
    }

    /** A record of the application's own. */
    record Summary(CallStatus status, JsonValue odd) {}
}
