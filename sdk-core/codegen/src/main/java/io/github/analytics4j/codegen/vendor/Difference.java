package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import java.util.Locale;

/**
 * One difference between a vendor's document and our spec.
 *
 * @param kind which
 * @param what what it is about and what it is, without places: the same difference reads the same in every document
 * @param vendor where in the vendor's document
 * @param ours where in our spec
 * @param scope what was compared when it was found
 */
record Difference(Kind kind, String what, Spot vendor, Spot ours, Place scope) {

    /** The kind of a difference, seen from our spec. */
    enum Kind {
        /** The vendor has it, our spec does not. */
        NEW,
        /** Our spec has it, the vendor does not. */
        GONE,
        /** The vendor has it under another name. */
        RENAMED,
        /** Both have it, and say different things of it. */
        CHANGED
    }

    /** A place in one of the documents. */
    record Spot(Document document, Place place) {

        /** File and line; a pointer instead of the line where the whole document stands on one. */
        @Override
        public String toString() {
            return document.minified()
                    ? document.locate(place).file() + "#" + place.pointer()
                    : document.locate(place).toString();
        }
    }

    /** The line that a list of known differences names it by. */
    String line() {
        return kind.name().toLowerCase(Locale.ROOT) + ": " + what;
    }
}
