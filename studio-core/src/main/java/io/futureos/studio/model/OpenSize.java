package io.futureos.studio.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large open values are as JSON, in bytes, exact up to escapes and the digits of fractions. */
final class OpenSize {

    private OpenSize() {}

    static long of(@Nullable Object value) {
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof Map<?, ?> map) {
            long size = 2;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                size += of(entry.getKey()) + of(entry.getValue()) + 2;
            }
            return size;
        }
        if (value instanceof List<?> list) {
            long size = 2;
            for (Object element : list) {
                size += of(element) + 1;
            }
            return size;
        }
        return value instanceof Number ? 8 : 5;
    }

    private static long ofText(String text) {
        long size = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
        }
        return size;
    }
}
