package io.futureos.studio.runtime;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is worked out when somebody looks at it first. Most answers carry explanations that nobody reads; they must
 * not cost every action. Safe for use by several threads; the supplier must always give the same.
 */
final class OnDemand<T> extends AbstractList<T> {

    private volatile @Nullable Supplier<List<T>> source;
    private volatile @Nullable List<T> elements;

    OnDemand(Supplier<List<T>> source) {
        this.source = source;
    }

    private List<T> elements() {
        List<T> known = elements;
        Supplier<List<T>> open = source;
        if (known == null && open != null) {
            known = List.copyOf(open.get());
            elements = known;
            source = null;
        }
        return known == null ? elements() : known;
    }

    @Override
    public T get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }
}
