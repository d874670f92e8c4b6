package io.futureos.studio.render.word;

/** Cuts text where its direction changes: Word wants to be told, for each run and each paragraph. */
final class Direction {

    private static final char FIRST_RIGHT_TO_LEFT = 0x590;

    private Direction() {}

    /** Takes a piece of one direction. */
    interface Piece {
        void accept(String text, boolean rightToLeft);
    }

    /** Whether the first letter that has a direction goes to the left. */
    static boolean isRightToLeft(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c >= FIRST_RIGHT_TO_LEFT && goesLeft(c)) {
                return true;
            }
            if (Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return false;
            }
        }
        return false;
    }

    static void split(String text, Piece piece) {
        if (text.chars().noneMatch(c -> c >= FIRST_RIGHT_TO_LEFT)) {
            piece.accept(text, false);
            return;
        }
        int from = 0;
        boolean left = isRightToLeft(text);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean turns =
                    left ? Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT : goesLeft(c);
            if (turns) {
                if (i > from) {
                    piece.accept(text.substring(from, i), left);
                }
                from = i;
                left = !left;
            }
        }
        piece.accept(text.substring(from), left);
    }

    private static boolean goesLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
