package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the arguments of a table function, which come as a JSON object of texts; a null is no argument. */
final class SqlArguments {
    /** A time as the database writes it: date, time of day, and the offset if it has one. */
    private static final Pattern TIME =
            Pattern.compile("(\\d{4,9}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)([+-]\\d\\d(?::\\d\\d)?)?");

    private static final Pattern MIDNIGHT = Pattern.compile("00:00:00(?:\\.0+)?");

    private SqlArguments() {}

    static Arguments read(Table table, String json) {
        Arguments arguments = Arguments.NONE;
        List<String> mistakes = new ArrayList<>();
        for (Map.Entry<String, JsonValue> each : JsonValue.parse(json).fields().entrySet()) {
            Parameter parameter = table.operation().parameter(each.getKey()).orElseThrow();
            JsonValue value = each.getValue();
            if (value.kind() == JsonValue.Kind.ARRAY) {
                if (value.elements().stream().anyMatch(JsonValue::isNull)) {
                    mistakes.add(parameter.name() + " must have no null among its values");
                }
                arguments = arguments.with(
                        parameter.name(),
                        value.elements().stream()
                                .map(element -> text(parameter, element))
                                .toList());
            } else if (!value.isNull()) {
                arguments = arguments.with(parameter.name(), text(parameter, value));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(table.operation().id(), mistakes);
        }
        return arguments;
    }

    private static String text(Parameter parameter, JsonValue value) {
        String text = value.asText();
        return text == null ? value.json() : time(parameter.type(), text);
    }

    /** A time of the database's as the catalogue reads it; one at midnight, as date arithmetic gives it, is a day. */
    private static String time(Parameter.Type type, String text) {
        boolean takesTime = type == Parameter.Type.TIMESTAMP || type == Parameter.Type.DATE_OR_TIME;
        Matcher time = takesTime || type == Parameter.Type.DATE ? TIME.matcher(text) : null;
        if (time == null || !time.matches()) {
            return text;
        }
        String offset = time.group(3);
        if (MIDNIGHT.matcher(time.group(2)).matches() && (offset == null || type == Parameter.Type.DATE)) {
            return time.group(1);
        } else if (offset == null) {
            return text;
        }
        return time.group(1) + "T" + time.group(2) + (offset.length() == 3 ? offset + ":00" : offset);
    }
}
