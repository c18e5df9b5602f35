package io.github.analytics4j.json;

/** The names of a record's JSON fields, resolved once. A field's index is the place of its component. */
public final class JsonFields {
    /** Presence is kept in the bits of a long. */
    static final int MAX_FIELDS = 64;

    private final String recordName;
    private final String[] names;

    private JsonFields(String recordName, String[] names) {
        this.recordName = recordName;
        this.names = names;
    }

    /** The fields of a record in the order of its components; at most 64. */
    public static JsonFields of(String recordName, String... jsonNames) {
        return new JsonFields(recordName, jsonNames.clone());
    }

    /** These fields, one of which may also arrive under another name; it is written back under the name it came as. */
    public JsonFields alias(String alias, String jsonName) {
        throw new UnsupportedOperationException(alias + jsonName);
    }

    /** These fields, of which the given ones are documented as always present. */
    public JsonFields required(int... indexes) {
        throw new UnsupportedOperationException(recordName + names.length + indexes.length);
    }
}
