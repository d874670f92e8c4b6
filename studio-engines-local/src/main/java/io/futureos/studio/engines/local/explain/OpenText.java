package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Open values as text for people. */
final class OpenText {

    private OpenText() {}

    /** @param origin where the value stands */
    static Phrase of(@Nullable Object value, Origin origin) {
        if (value == null) {
            return Phrase.say("none");
        }
        if (value instanceof Number number) {
            return Figure.at(number.doubleValue(), origin).plain();
        }
        if (value instanceof Map<?, ?> map) {
            var fields = new ArrayList<Phrase>();
            map.forEach((key, field) -> fields.add(
                    Phrase.say("{} {}", name(String.valueOf(key), origin), of(field, origin.at(String.valueOf(key))))));
            return Phrase.join(", ", fields);
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<Phrase>();
            for (int i = 0; i < list.size(); i++) {
                items.add(of(list.get(i), origin.at(i)));
            }
            return Phrase.join(", ", items);
        }
        return Phrase.quoted(value.toString(), origin);
    }

    /** An identifier as words. */
    static Phrase name(String identifier, Origin origin) {
        return Phrase.quoted(identifier.replace('_', ' '), origin);
    }
}
