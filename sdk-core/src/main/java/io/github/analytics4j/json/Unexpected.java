package io.github.analytics4j.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What arrived with a record that its spec did not foresee, and how to write it back. Immutable. */
public final class Unexpected {
    /** Nothing: what a record made by hand has. */
    public static final Unexpected NONE = new Unexpected();

    Unexpected() {}

    /** True if everything came as documented. Numbers in quotes and nulls of nullable fields do not count. */
    public boolean isEmpty() {
        return deviations().isEmpty();
    }

    /** The fields the spec does not know, in the order they came. */
    public Map<String, JsonValue> unknownFields() {
        throw new UnsupportedOperationException();
    }

    /** All of it: unknown fields, values of the wrong type, missing fields. */
    public List<Deviation> deviations() {
        throw new UnsupportedOperationException();
    }

    /** The text of a time or number that was readable but written unlike its canonical form. */
    public Optional<String> originalText(String jsonName) {
        throw new UnsupportedOperationException(jsonName);
    }

    /** Throws if this always-present field did not arrive as documented; for the accessors of generated records. */
    public void require(int fieldIndex) {
        throw new UnsupportedOperationException("" + fieldIndex);
    }
}
