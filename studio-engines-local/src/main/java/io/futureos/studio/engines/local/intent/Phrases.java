package io.futureos.studio.engines.local.intent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases of one or more words, each with a meaning. */
final class Phrases<T> {

    private final Map<List<String>, T> meanings = new LinkedHashMap<>();

    /** Adds phrases that mean the same. */
    Phrases<T> with(T meaning, String... phrases) {
        for (String phrase : phrases) {
            meanings.put(List.of(phrase.split(" ")), meaning);
        }
        return this;
    }

    /** The longest phrase that begins at {@code at}; null if there is none. */
    @Nullable
    Match<T> at(List<Token> tokens, int at) {
        Match<T> longest = null;
        for (Map.Entry<List<String>, T> phrase : meanings.entrySet()) {
            int end = at + phrase.getKey().size();
            if (beginsAt(phrase.getKey(), tokens, at) && (longest == null || end > longest.end())) {
                longest = new Match<>(phrase.getValue(), end);
            }
        }
        return longest;
    }

    private static boolean beginsAt(List<String> phrase, List<Token> tokens, int at) {
        if (at + phrase.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!tokens.get(at + i).isWord(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
