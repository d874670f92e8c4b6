package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: setting an entry gives another map that shares all but a path of nodes with this one.
 * {@link #with}, {@link #without} and {@link #get} take O(log n), {@link #size} O(1). Neither keys nor values are null.
 *
 * <p>It is an AVL tree: the heights of any node's two subtrees differ by at most one (Adelson-Velsky and Landis, 1962).
 */
@SuppressWarnings("ReferenceEquality") // an untouched subtree is the same object
public final class PersistentMap<K extends Comparable<K>, V> extends AbstractMap<K, V> {

    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<String, Object>(null);

    private final @Nullable Node<K, V> root;

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /** The map without entries. */
    @SuppressWarnings("unchecked") // holds nothing, so it fits every type
    public static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    /** A map with the entries of {@code source}; {@code source} itself if it is such a map. */
    public static <K extends Comparable<K>, V> PersistentMap<K, V> copyOf(Map<K, V> source) {
        if (source instanceof PersistentMap<K, V> persistent) {
            return persistent;
        }
        PersistentMap<K, V> copy = empty();
        for (Map.Entry<K, V> entry : source.entrySet()) {
            copy = copy.with(entry.getKey(), entry.getValue());
        }
        return copy;
    }

    /** This map with {@code key} set to {@code value}; this map itself if it has an equal value already. */
    public PersistentMap<K, V> with(K key, V value) {
        Node<K, V> changed = set(root, requireNonNull(key, "key"), requireNonNull(value, "value"));
        return changed == root ? this : new PersistentMap<>(changed);
    }

    /** This map without {@code key}; this map itself if it does not have the key. */
    public PersistentMap<K, V> without(K key) {
        Node<K, V> changed = remove(root, key);
        return changed == root ? this : changed == null ? empty() : new PersistentMap<>(changed);
    }

    @Override
    public @Nullable V get(Object key) {
        Node<K, V> found = find(key);
        return found == null ? null : found.getValue();
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public int size() {
        return root == null ? 0 : root.size;
    }

    /** The entries in the order of their keys. */
    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Ascending<>(root, null);
            }

            @Override
            public int size() {
                return PersistentMap.this.size();
            }
        };
    }

    /** The entries whose key is {@code start} or more, in order. Reaching the first takes O(log n). */
    public Iterable<Map.Entry<K, V>> from(K start) {
        return () -> new Ascending<>(root, start);
    }

    int height() {
        return height(root);
    }

    @SuppressWarnings("unchecked") // as in TreeMap: a key of a foreign type is a ClassCastException
    private @Nullable Node<K, V> find(Object key) {
        K wanted = (K) key;
        Node<K, V> node = root;
        while (node != null) {
            int order = wanted.compareTo(node.getKey());
            if (order == 0) {
                return node;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    private static <K extends Comparable<K>, V> Node<K, V> set(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int order = key.compareTo(node.getKey());
        if (order == 0) {
            return node.getValue().equals(value) ? node : new Node<>(node.getKey(), value, node.left, node.right);
        }
        if (order < 0) {
            Node<K, V> left = set(node.left, key, value);
            return left == node.left ? node : balanced(node, left, node.right);
        }
        Node<K, V> right = set(node.right, key, value);
        return right == node.right ? node : balanced(node, node.left, right);
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.getKey());
        if (order < 0) {
            Node<K, V> left = remove(node.left, key);
            return left == node.left ? node : balanced(node, left, node.right);
        }
        if (order > 0) {
            Node<K, V> right = remove(node.right, key);
            return right == node.right ? node : balanced(node, node.left, right);
        }
        if (node.left == null) {
            return node.right;
        }
        if (node.right == null) {
            return node.left;
        }
        Node<K, V> successor = first(node.right);
        return balanced(successor, node.left, remove(node.right, successor.getKey()));
    }

    private static <K, V> Node<K, V> first(Node<K, V> node) {
        Node<K, V> first = node;
        while (first.left != null) {
            first = first.left;
        }
        return first;
    }

    /** A node with the entry of {@code middle} over subtrees whose heights differ by at most two. */
    private static <K, V> Node<K, V> balanced(
            Node<K, V> middle, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && height(left) > height(right) + 1) {
            Node<K, V> inner = left.right;
            return inner == null || height(left.left) >= height(inner)
                    ? left.over(left.left, middle.over(inner, right))
                    : inner.over(left.over(left.left, inner.left), middle.over(inner.right, right));
        }
        if (right != null && height(right) > height(left) + 1) {
            Node<K, V> inner = right.left;
            return inner == null || height(right.right) >= height(inner)
                    ? right.over(middle.over(left, inner), right.right)
                    : inner.over(middle.over(left, inner.left), right.over(inner.right, right.right));
        }
        return middle.over(left, right);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    /** A node is its own entry, so that iterating allocates nothing. */
    private static final class Node<K, V> extends SimpleImmutableEntry<K, V> {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Node<K, V> left;
        private final transient @Nullable Node<K, V> right;
        private final transient int height;
        private final transient int size;

        Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            super(key, value);
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(PersistentMap.height(left), PersistentMap.height(right));
            this.size = 1 + PersistentMap.size(left) + PersistentMap.size(right);
        }

        /** A node with this entry over other subtrees. */
        Node<K, V> over(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
            return new Node<>(getKey(), getValue(), newLeft, newRight);
        }
    }

    /** Keeps the nodes whose own entry and right subtree are still to come. */
    private static final class Ascending<K extends Comparable<K>, V> implements Iterator<Map.Entry<K, V>> {
        private final Deque<Node<K, V>> open = new ArrayDeque<>();

        Ascending(@Nullable Node<K, V> root, @Nullable K start) {
            Node<K, V> node = root;
            while (node != null) {
                if (start == null || start.compareTo(node.getKey()) <= 0) {
                    open.push(node);
                    node = node.left;
                } else {
                    node = node.right;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !open.isEmpty();
        }

        @Override
        public Map.Entry<K, V> next() {
            if (open.isEmpty()) {
                throw new NoSuchElementException("There are no more entries");
            }
            Node<K, V> next = open.pop();
            for (Node<K, V> node = next.right; node != null; node = node.left) {
                open.push(node);
            }
            return next;
        }
    }
}
