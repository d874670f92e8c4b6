package io.futureos.studio.examples.gallery;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Cuts one long picture into pieces as tall as a page. */
final class Screens {

    /** Height by width of a sheet of A4. */
    private static final double RATIO = 1.414;

    private final BufferedImage picture;
    private final int tall;
    private final int end;

    private Screens(BufferedImage picture) {
        this.picture = picture;
        this.tall = (int) (RATIO * picture.getWidth());
        this.end = lastInk() + 1;
    }

    /** Piece by piece from above, cut between lines of text where that is possible; without what is empty at the end. */
    static List<BufferedImage> of(BufferedImage picture) {
        return new Screens(picture).pieces();
    }

    private List<BufferedImage> pieces() {
        var pieces = new ArrayList<BufferedImage>();
        int top = 0;
        while (top < end) {
            int bottom = top + tall < end ? cut(top + tall) : end;
            pieces.add(picture.getSubimage(0, top, picture.getWidth(), bottom - top));
            top = bottom;
        }
        return pieces;
    }

    /** The middle of the widest gap in the last third of a piece, which is between two paragraphs or sections. */
    private int cut(int latest) {
        int best = latest;
        int widest = 0;
        int gap = 0;
        for (int y = latest - tall / 3; y <= latest; y++) {
            gap = isPlain(y) ? gap + 1 : 0;
            if (gap > widest) {
                widest = gap;
                best = y - gap / 2;
            }
        }
        return best;
    }

    private int lastInk() {
        int y = picture.getHeight() - 1;
        while (y > 0 && isPlain(y)) {
            y--;
        }
        return y;
    }

    /** Whether the row has one colour. */
    private boolean isPlain(int y) {
        int first = picture.getRGB(0, y);
        for (int x = 1; x < picture.getWidth(); x++) {
            if (picture.getRGB(x, y) != first) {
                return false;
            }
        }
        return true;
    }
}
