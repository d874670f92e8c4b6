package io.futureos.studio.engines.local.intent;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Brings words into the form in which a question and a label are compared. */
final class Words {

    /** Stands for all words that say "a part of". */
    static final String SHARE = "share";

    private static final Set<String> SAME_AS_SHARE = Set.of("share", "percentage", "proportion", "fraction");

    private static final Set<String> WITHOUT_MEANING = Set.of(
            "a", "an", "and", "any", "are", "as", "at", "be", "become", "been", "being", "by", "does", "do", "for",
            "from", "has", "have", "how", "in", "is", "it", "its", "of", "on", "or", "that", "the", "their", "there",
            "they", "this", "to", "was", "we", "were", "which", "will", "with", "would", "average", "number", "total");

    private Words() {}

    /** The words of some text that mean something, each once. */
    static Set<String> of(String text) {
        return of(Tokenizer.tokens(text));
    }

    static Set<String> of(Collection<Token> tokens) {
        Set<String> words = new LinkedHashSet<>();
        List<String> texts = tokens.stream().map(Token::text).toList();
        for (String text : texts) {
            if (!WITHOUT_MEANING.contains(text)) {
                words.add(SAME_AS_SHARE.contains(text) ? SHARE : singular(text));
            }
        }
        return words;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
