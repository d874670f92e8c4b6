package io.futureos.studio.engines.local.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word was meant by an unknown one. */
public final class Spelling {

    private Spelling() {}

    /** {@code ; did you mean "x"?} where a known word is near, followed by the list of what there is. */
    public static String hint(String word, Collection<String> known) {
        String list = known.isEmpty() ? "nothing" : String.join(", ", known);
        return nearest(word, known)
                .map(near -> "; did you mean \"" + near + "\"? There is: " + list)
                .orElse("; there is: " + list);
    }

    /**
     * The known word with the smallest edit distance, the first of several, if that is at most a third of the longer word's
     * length. Upper and lower case count as the same.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best != null && bestDistance * 3 <= Math.max(word.length(), best.length())
                ? Optional.of(best)
                : Optional.empty();
    }

    /** Levenshtein's distance ("Binary codes capable of correcting deletions, insertions, and reversals", 1966). */
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
