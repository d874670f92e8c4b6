package io.futureos.studio.render.svg;

import java.util.ArrayList;
import java.util.List;

/** What is taken of a drawing's area, so that labels keep off what is there. */
final class Boxes {

    private final List<Box> taken = new ArrayList<>();

    private record Box(double left, double top, double right, double bottom) {

        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    void take(double left, double top, double width, double height) {
        taken.add(new Box(left, top, left + width, top + height));
    }

    /** Takes the box if nothing touches it. */
    boolean takeIfFree(double left, double top, double width, double height) {
        var box = new Box(left, top, left + width, top + height);
        boolean isFree = taken.stream().noneMatch(box::touches);
        if (isFree) {
            taken.add(box);
        }
        return isFree;
    }
}
