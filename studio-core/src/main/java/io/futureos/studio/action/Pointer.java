package io.futureos.studio.action;

/** A place in a JSON document (RFC 6901); the whole document is the empty text. */
record Pointer(String text) {

    static final Pointer ROOT = new Pointer("");

    Pointer child(String key) {
        return new Pointer(text + "/" + Shown.wellFormed(key).replace("~", "~0").replace("/", "~1"));
    }

    Pointer child(int index) {
        return new Pointer(text + "/" + index);
    }
}
