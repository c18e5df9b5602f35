package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import java.util.List;

/**
 * Where a schema is used.
 *
 * @param document the document it is in
 * @param places schemas that all have a say, usually one
 */
record Node(Document document, List<Place> places) {

    Node {
        places = List.copyOf(places);
    }

    static Node of(Document document, Place place) {
        return new Node(document, List.of(place));
    }

    Place place() {
        return places.get(0);
    }

    /** Returns the schema's own entries. */
    Shape shape() {
        return document.shape(this);
    }
}
