package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The address of a {@link Cell}: segments joined by slashes, for example {@code scenario/5f0c.../override/vat}. A slash
 * or a per cent sign inside a segment is written as {@code %2F} or {@code %25}.
 */
public record CellPath(String text) implements Comparable<CellPath> {

    public CellPath {
        requireNonNull(text, "text");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A cell path has at least one segment");
        }
    }

    /** The path with these segments, each taken literally. */
    public static CellPath of(String... segments) {
        var text = new StringBuilder(64);
        for (String segment : segments) {
            if (text.length() > 0) {
                text.append('/');
            }
            text.append(escaped(segment));
        }
        return new CellPath(text.toString());
    }

    /** This path with one more segment. */
    public CellPath child(String segment) {
        return new CellPath(text + "/" + escaped(segment));
    }

    /** The segments as they were given to {@link #of}. */
    public List<String> segments() {
        var segments = new ArrayList<String>(5);
        int start = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', start)) {
            segments.add(unescaped(text.substring(start, slash)));
            start = slash + 1;
        }
        segments.add(unescaped(text.substring(start)));
        return segments;
    }

    /**
     * One of the segments.
     *
     * @param index counts from 0
     */
    public String segment(int index) {
        int start = 0;
        for (int i = 0; i < index; i++) {
            start = text.indexOf('/', start) + 1;
            if (start == 0) {
                throw new IndexOutOfBoundsException(text + " has no segment " + index);
            }
        }
        int end = text.indexOf('/', start);
        return unescaped(end < 0 ? text.substring(start) : text.substring(start, end));
    }

    /** The last segment. */
    public String name() {
        return unescaped(text.substring(text.lastIndexOf('/') + 1));
    }

    /** Whether this cell lies below {@code room}. */
    public boolean isUnder(CellPath room) {
        return text.length() > room.text.length()
                && text.charAt(room.text.length()) == '/'
                && text.startsWith(room.text);
    }

    @Override
    public int compareTo(CellPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String escaped(String segment) {
        return segment.indexOf('/') < 0 && segment.indexOf('%') < 0
                ? segment
                : segment.replace("%", "%25").replace("/", "%2F");
    }

    private static String unescaped(String segment) {
        return segment.indexOf('%') < 0 ? segment : segment.replace("%2F", "/").replace("%25", "%");
    }
}
