package io.github.analytics4j.json;

/** A value that came from, or can become, a JSON object. All generated response records are. */
public interface JsonRecord {

    /** Tells what arrived with this record that its spec did not foresee. */
    Unexpected unexpected();

    /** This record as JSON: what it was decoded from, as a tree. */
    String toJson();
}
