package io.github.analytics4j.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that was a whole document, with what its elements' codec refused. Equal to any list of the same elements. */
final class BareList<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> elements;
    private final Unexpected unexpected;

    /** Takes the list over, which must not change. */
    BareList(List<T> elements, Unexpected unexpected) {
        this.elements = elements;
        this.unexpected = unexpected;
    }

    Unexpected unexpected() {
        return unexpected;
    }

    @Override
    public T get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
