package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of {@code x-type}: types that OpenAPI cannot tell apart. */
final class TypeWords {

    private static final Map<String, TypeModel> WORDS = words();

    private TypeWords() {}

    private static Map<String, TypeModel> words() {
        Map<String, TypeModel> words = new LinkedHashMap<>();
        words.put("id", Scalar.ID);
        words.put("int", Scalar.INT);
        words.put("any", Scalar.ANY);
        words.put("money", Scalar.MONEY);
        words.put("bucket", Scalar.BUCKET);
        words.put("period", Scalar.PERIOD);
        words.put("weekday", Scalar.WEEKDAY);
        words.put("date-or-time", Scalar.DATE_OR_TIME);
        words.put("instant iso", new TypeModel.Time(TimeForm.ISO));
        words.put("instant iso-millis", new TypeModel.Time(TimeForm.ISO_MILLIS));
        words.put("instant iso-local", new TypeModel.Time(TimeForm.ISO_LOCAL));
        words.put("instant epoch-millis", new TypeModel.Time(TimeForm.EPOCH_MILLIS));
        words.put("instant epoch-millis-text", new TypeModel.Time(TimeForm.EPOCH_MILLIS_TEXT));
        return words;
    }

    /** The type of a word, or null for an unknown one. */
    static @Nullable TypeModel parse(String word) {
        return WORDS.get(word);
    }

    /** All words, for a message. */
    static String known() {
        return String.join(", ", WORDS.keySet());
    }
}
