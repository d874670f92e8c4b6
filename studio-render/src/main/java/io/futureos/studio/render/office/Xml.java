package io.futureos.studio.render.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.page.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * An XML document, written from its beginning to its end, in memory or to a stream. Whatever is text or an attribute's value
 * is escaped.
 */
public final class Xml {

    private static final int CHUNK = 1 << 15;

    private final @Nullable OutputStream sink;
    private final StringBuilder out =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** A document to be kept in memory. */
    public Xml() {
        this(null);
    }

    /** A document that is handed to {@code sink} bit by bit, since it may be too large to be kept. */
    public Xml(@Nullable OutputStream sink) {
        this.sink = sink;
    }

    /** Opens an element with attributes, by name and value in turn. */
    public Xml open(String name, Object... attributes) {
        begin(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** An element without content. */
    public Xml empty(String name, Object... attributes) {
        begin(name, attributes);
        out.append("/>");
        return this;
    }

    /** The element of a setting, as charts have them: {@code <c:gapWidth val="50"/>}. */
    public Xml set(String name, Object value) {
        return empty(name, "val", value);
    }

    /** An element with nothing but text. */
    public Xml text(String name, String text, Object... attributes) {
        begin(name, attributes);
        out.append('>');
        escape(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /** Text inside of the element opened last. */
    public Xml content(String text) {
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + CHUNK);
            boolean isInsideOfPair = to < text.length() && Character.isHighSurrogate(text.charAt(to - 1));
            int end = isInsideOfPair ? to - 1 : to;
            escape(text.substring(from, end));
            drain(CHUNK);
            from = end;
        }
        return this;
    }

    /** Closes the element opened last. */
    public Xml close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element opened last, which must be this one. */
    public Xml close(String name) {
        String last = open.pop();
        if (!last.equals(name)) {
            throw new IllegalStateException("<" + last + "> is open, not <" + name + ">");
        }
        out.append("</").append(name).append('>');
        return this;
    }

    public byte[] bytes() {
        checkClosed();
        return out.toString().getBytes(UTF_8);
    }

    /** Hands the rest to the stream, which stays open. */
    public void finish() {
        checkClosed();
        drain(0);
    }

    private void checkClosed() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is still open");
        }
    }

    private void drain(int above) {
        if (sink == null || out.length() <= above) {
            return;
        }
        try {
            sink.write(out.toString().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.setLength(0);
    }

    private void begin(String name, Object... attributes) {
        drain(CHUNK);
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1].toString());
            out.append('"');
        }
    }

    private void escape(String text) {
        String clean = PlainText.clean(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c);
            }
        }
    }
}
