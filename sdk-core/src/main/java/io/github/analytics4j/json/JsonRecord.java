package io.github.analytics4j.json;

import java.util.StringJoiner;

/**
 * A value that came from, or can become, a JSON object. All generated response records are.
 *
 * <p>A library that writes what it finds in classes knows neither the vendor's names nor an {@link OpenEnum}: Jackson 3 writes one
 * as <code>{}</code> and reports no error. A serializer of this type that calls {@link #toJson()} is all that it needs.
 */
public interface JsonRecord {

    /** {@return what arrived with this record that its spec did not foresee} */
    UnexpectedContent unexpected();

    /** {@return this record as JSON: what it was decoded from, as a tree} */
    String toJson();

    /**
     * {@return records as one JSON array, a list's or a walk's; each as {@link #toJson()} has it}
     *
     * @param records read once, to its end
     */
    static String toJson(Iterable<? extends JsonRecord> records) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        records.forEach(record -> array.add(record.toJson()));
        return array.toString();
    }
}
