package io.github.analytics4j.benchmarks.clients;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a call by hand: the values of its fields by position, then the record. */
final class MoshiCallAdapter extends JsonAdapter<MoshiCalls.Call> {
    private static final String[] FIELDS = {
        "call_id",
        "model_id",
        "duration",
        "end_call_reason",
        "judge_results",
        "lead_phone_number",
        "agents_used",
        "executed_actions",
        "recording_url",
        "type_of_call",
        "recording_duration",
        "transcript",
        "error_message",
        "call_status",
        "start_time",
        "lead_name",
        "name",
        "labels",
        "agent_phone_number",
        "deployment_type",
        "timezone",
        "telephony_hangup",
        "telephony_disconnect_reason",
        "telephony_duration",
        "telephony_start",
        "telephony_end",
        "campaign_type",
        "phone_number_from",
        "phone_number_to",
        "collected_variables",
    };
    private static final JsonReader.Options NAMES = JsonReader.Options.of(FIELDS);
    private static final JsonReader.Options VARIABLE = JsonReader.Options.of("value", "collected");

    @Override
    public MoshiCalls.Call fromJson(JsonReader in) throws IOException {
        Object[] values = new Object[FIELDS.length];
        in.beginObject();
        while (in.hasNext()) {
            int field = in.selectName(NAMES);
            if (field < 0) {
                MoshiAdapters.skip(in);
            } else {
                values[field] = value(in, field);
            }
        }
        in.endObject();
        return call(values);
    }

    private static @Nullable Object value(JsonReader in, int field) throws IOException {
        if (in.peek() == JsonReader.Token.NULL) {
            return in.nextNull();
        }
        return switch (field) {
            case 2, 23 -> in.nextLong();
            case 4, 7 -> in.readJsonValue();
            case 6, 17 -> strings(in);
            case 29 -> map(in, agent -> map(agent, MoshiCallAdapter::collected));
            default -> in.nextString();
        };
    }

    private static List<String> strings(JsonReader in) throws IOException {
        List<String> strings = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            strings.add(in.nextString());
        }
        in.endArray();
        return strings;
    }

    private interface ValueReader<T> {
        T read(JsonReader in) throws IOException;
    }

    private static <T> Map<String, T> map(JsonReader in, ValueReader<T> values) throws IOException {
        Map<String, T> map = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            map.put(in.nextName(), values.read(in));
        }
        in.endObject();
        return map;
    }

    private static MoshiCalls.Collected collected(JsonReader in) throws IOException {
        Object value = null;
        boolean collected = false;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(VARIABLE)) {
                case 0 -> value = in.readJsonValue();
                case 1 -> collected = in.nextBoolean();
                default -> MoshiAdapters.skip(in);
            }
        }
        in.endObject();
        return new MoshiCalls.Collected(value, collected);
    }

    @SuppressWarnings("unchecked")
    private static MoshiCalls.Call call(@Nullable Object[] v) {
        return new MoshiCalls.Call(
                (String) v[0],
                (String) v[1],
                (Long) v[2],
                (String) v[3],
                v[4],
                (String) v[5],
                (List<String>) v[6],
                v[7],
                (String) v[8],
                (String) v[9],
                (String) v[10],
                (String) v[11],
                (String) v[12],
                (String) v[13],
                (String) v[14],
                (String) v[15],
                (String) v[16],
                (List<String>) v[17],
                (String) v[18],
                (String) v[19],
                (String) v[20],
                (String) v[21],
                (String) v[22],
                (Long) v[23],
                (String) v[24],
                (String) v[25],
                (String) v[26],
                (String) v[27],
                (String) v[28],
                (Map<String, Map<String, MoshiCalls.Collected>>) v[29]);
    }

    @Override
    public void toJson(JsonWriter writer, MoshiCalls.@Nullable Call value) {
        throw new UnsupportedOperationException("this adapter only reads");
    }
}
