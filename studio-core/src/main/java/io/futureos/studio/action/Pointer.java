package io.futureos.studio.action;

import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document (RFC 6901); the whole document is the empty text. The text is put together when somebody asks
 * for it, which nobody does while all is well.
 */
record Pointer(@Nullable Pointer parent, String key) {

    static final Pointer ROOT = new Pointer(null, "");

    Pointer child(String name) {
        return new Pointer(this, name);
    }

    Pointer child(int index) {
        return new Pointer(this, Integer.toString(index));
    }

    String text() {
        return parent == null
                ? ""
                : parent.text() + "/" + Shown.wellFormed(key).replace("~", "~0").replace("/", "~1");
    }
}
