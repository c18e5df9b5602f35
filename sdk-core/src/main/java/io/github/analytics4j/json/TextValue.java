package io.github.analytics4j.json;

/** A value whose wire form is a text that is kept as it came: open enums, buckets, periods. */
public interface TextValue {

    /** {@return the text on the wire} */
    String text();
}
