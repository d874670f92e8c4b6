package io.futureos.studio.render.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.page.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;

/** An XML document, written from its beginning to its end. Whatever is text or an attribute's value is escaped. */
public final class Xml {

    private final StringBuilder out =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

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
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is still open");
        }
        return out.toString().getBytes(UTF_8);
    }

    private void begin(String name, Object... attributes) {
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
