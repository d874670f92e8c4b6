package io.futureos.studio.action;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant, by the Levenshtein distance: the fewest letters to insert, drop or replace. */
final class Nearest {

    /** No known word is longer, and what differs beyond says nothing more; keeps the work bounded. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The known word that is nearest to {@code word}, the first of them if several are; empty if none is known. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    private static int distance(String from, String to) {
        int rows = Math.min(from.length(), LONGEST);
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= rows; row++) {
            int[] current = new int[previous.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
