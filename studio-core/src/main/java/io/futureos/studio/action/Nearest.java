package io.futureos.studio.action;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds what somebody probably meant: the word that shares most letters in the same order, against the length of both
 * (Dice's coefficient over the longest common subsequence), so that abbreviations are found as well as slips.
 */
final class Nearest {

    /** No known word is longer, and what follows says nothing more; keeps the work bounded. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The known word that is nearest to {@code word}, the first of them if several are; empty if none is known. */
    static Optional<String> to(String word, Collection<String> known) {
        String compared = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        return known.stream().min(Comparator.comparingDouble(candidate -> -similarity(compared, candidate)));
    }

    private static double similarity(String one, String other) {
        return 2.0 * lettersInCommon(one, other) / (one.length() + other.length());
    }

    private static int lettersInCommon(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int row = 0; row < one.length(); row++) {
            int[] current = new int[previous.length];
            for (int column = 0; column < other.length(); column++) {
                current[column + 1] = one.charAt(row) == other.charAt(column)
                        ? previous[column] + 1
                        : Math.max(previous[column + 1], current[column]);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
