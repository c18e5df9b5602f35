package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a sample's value has the form that its type writes. */
final class ScalarForm {

    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern BUCKET = Pattern.compile("\\d+(-\\d+|\\+)");
    private static final Pattern MILLIS = Pattern.compile(".*:\\d\\d\\.\\d{3}Z");

    private ScalarForm() {}

    /** Returns the form that the value should have, or null where it fits. */
    static @Nullable String expected(JsonTree value, TypeModel type) {
        if (type instanceof TypeModel.Time time) {
            return time(value, time.form());
        }
        if (!(type instanceof Scalar scalar)) {
            return null;
        }
        return switch (scalar) {
            case STRING, ID -> unless(value.kind() == JsonTree.Kind.STRING, "text");
            case LONG, INT -> unless(whole(value), "a whole number");
            case DOUBLE, MONEY -> unless(value.kind() == JsonTree.Kind.NUMBER, "a number");
            case BOOLEAN -> unless(value.kind() == JsonTree.Kind.BOOLEAN, "true or false");
            case DATE -> unless(date(value), "a date");
            case PERIOD -> unless(value.kind() == JsonTree.Kind.STRING, "a period of days");
            case BUCKET -> unless(text(value, BUCKET), "a bucket");
            case WEEKDAY -> unless(whole(value) && value.text().matches("[0-6]"), "0 to 6");
            case DATE_OR_TIME, ANY -> null;
        };
    }

    private static @Nullable String time(JsonTree value, TimeForm form) {
        return switch (form) {
            case ISO -> unless(parses(value, Instant::parse), "a time such as 2026-02-01T00:00:00Z");
            case ISO_MILLIS ->
                unless(text(value, MILLIS) && parses(value, Instant::parse), "a time such as 2026-02-01T00:00:00.000Z");
            case ISO_LOCAL -> unless(parses(value, LocalDateTime::parse), "a time such as 2026-02-01T00:00:00");
            case EPOCH_MILLIS -> unless(whole(value), "milliseconds as a number");
            case EPOCH_MILLIS_TEXT -> unless(text(value, WHOLE), "milliseconds as text");
        };
    }

    private static @Nullable String unless(boolean fits, String expected) {
        return fits ? null : expected;
    }

    private static boolean whole(JsonTree value) {
        return value.kind() == JsonTree.Kind.NUMBER
                && WHOLE.matcher(value.text()).matches();
    }

    private static boolean date(JsonTree value) {
        return parses(value, LocalDate::parse);
    }

    private static boolean text(JsonTree value, Pattern form) {
        return value.kind() == JsonTree.Kind.STRING
                && form.matcher(value.text()).matches();
    }

    private static boolean parses(JsonTree value, Function<String, ?> parser) {
        if (value.kind() != JsonTree.Kind.STRING) {
            return false;
        }
        try {
            return parser.apply(value.text()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
