package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the values of columns into cells and into JSON. */
final class Cells {
    /** Beyond it a plain number would be as long as its exponent says. */
    private static final int MOST_DIGITS = 200;

    /** Up to here every whole double is written exactly by a long. */
    private static final double WHOLE = 1L << 53;

    private Cells() {}

    /** The value as text, untouched; null for no value. */
    static @Nullable String text(Column.Type type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type.kind()) {
            case TEXT, JSON -> (String) value;
            case DOUBLE -> number((Double) value);
            case DECIMAL -> number((BigDecimal) value);
            case BIGINT, BOOLEAN, DATE, TIMESTAMP -> value.toString();
            case LIST, MAP -> {
                StringBuilder json = new StringBuilder();
                json(json, type, value);
                yield json.toString();
            }
        };
    }

    /** Whether a spreadsheet may take the cell for a number without harm. */
    static boolean numeric(Column.Type type) {
        return switch (type.kind()) {
            case BIGINT, DOUBLE, DECIMAL -> true;
            default -> false;
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) <= WHOLE && !(value == 0 && 1 / value < 0)
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String number(BigDecimal value) {
        return Math.abs((long) value.scale()) <= MOST_DIGITS ? value.toPlainString() : value.toString();
    }

    /** Appends the value as JSON on one line. */
    static void json(StringBuilder out, Column.Type type, @Nullable Object value) {
        if (value == null) {
            out.append("null");
            return;
        }
        switch (type.kind()) {
            case JSON -> out.append(onOneLine((String) value));
            case BIGINT, BOOLEAN -> out.append(value);
            case DOUBLE -> {
                double number = (Double) value;
                if (Double.isFinite(number)) {
                    out.append(number(number));
                } else {
                    quote(out, Double.toString(number)); // JSON has no such number
                }
            }
            case DECIMAL -> out.append(number((BigDecimal) value));
            case TEXT, DATE, TIMESTAMP -> quote(out, value.toString());
            case LIST -> list(out, element(type), (List<?>) value);
            case MAP -> map(out, element(type), (Map<?, ?>) value);
        }
    }

    private static Column.Type element(Column.Type type) {
        Column.Type.Kind element = type.element();
        return new Column.Type(element == null ? Column.Type.Kind.JSON : element, null);
    }

    private static void list(StringBuilder out, Column.Type element, List<?> values) {
        char before = '[';
        for (Object value : values) {
            out.append(before);
            json(out, element, value);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static void map(StringBuilder out, Column.Type element, Map<?, ?> values) {
        char before = '{';
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            out.append(before);
            quote(out, String.valueOf(entry.getKey()));
            out.append(':');
            json(out, element, entry.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    /** JSON has line ends between its tokens alone; inside of texts they are escaped. */
    static String onOneLine(String json) {
        return json.indexOf('\n') < 0 && json.indexOf('\r') < 0
                ? json
                : json.replace('\n', ' ').replace('\r', ' ');
    }

    /** Appends a JSON string; what is no UTF-8 or ends a line somewhere is escaped. */
    static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029' || isAlone(text, i)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isAlone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
