package io.futureos.studio.engines.local.config;

import java.util.Collection;
import java.util.Optional;

/** Guesses which known word was meant by an unknown one. */
public final class Spelling {

    private Spelling() {}

    /** {@code ; did you mean "x"?} where a known word is near, followed by the list of what there is. */
    public static String hint(String word, Collection<String> known) {
        String guess = nearest(word, known)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse(";");
        return guess + " There is: " + (known.isEmpty() ? "nothing" : String.join(", ", known));
    }

    /** The known word with the smallest edit distance, if that is at most a third of the longer word's length. */
    static Optional<String> nearest(String word, Collection<String> known) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best != null && bestDistance * 3 <= Math.max(word.length(), best.length())
                ? Optional.of(best)
                : Optional.empty();
    }

    /** Levenshtein's distance: insertions, deletions and replacements. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
