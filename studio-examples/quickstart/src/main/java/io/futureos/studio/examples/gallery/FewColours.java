package io.futureos.studio.examples.gallery;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Repaints a picture of flat colours in few of them: a third of the bytes, and hardly to be seen. */
final class FewColours {

    private static final int COLOURS = 32;

    /** So far the chosen are from each other, lest many shades of grey leave no place for what charts are drawn in. */
    private static final int APART = 30;

    /** What neighbours within it count as the same colour by. */
    private static final int COARSE = 0xf8f8f8;

    private final BufferedImage picture;
    private final int[] palette;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private FewColours(BufferedImage picture) {
        this.picture = picture;
        this.palette = palette(picture);
    }

    static BufferedImage of(BufferedImage picture) {
        return new FewColours(picture).repainted();
    }

    private static int[] palette(BufferedImage picture) {
        var counts = new HashMap<Integer, Map<Integer, Integer>>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y) & 0xffffff;
                counts.computeIfAbsent(colour & COARSE, coarse -> new HashMap<>())
                        .merge(colour, 1, Integer::sum);
            }
        }
        List<Integer> byFrequency = counts.values().stream()
                .sorted((a, b) -> Integer.compare(sum(b), sum(a)))
                .map(FewColours::mostFrequent)
                .toList();
        var palette = new ArrayList<Integer>();
        for (int colour : byFrequency) {
            boolean isApart = palette.stream().allMatch(chosen -> distance(chosen, colour) >= APART * APART);
            if (isApart && palette.size() < COLOURS) {
                palette.add(colour);
            }
        }
        return palette.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int mostFrequent(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private BufferedImage repainted() {
        var reds = new byte[palette.length];
        var greens = new byte[palette.length];
        var blues = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            reds[i] = (byte) (palette[i] >> 16);
            greens[i] = (byte) (palette[i] >> 8);
            blues[i] = (byte) palette[i];
        }
        var colours = new IndexColorModel(8, palette.length, reds, greens, blues);
        var repainted =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = nearest.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, this::nearest);
                repainted.getRaster().setSample(x, y, 0, colour);
            }
        }
        return repainted;
    }

    private int nearest(int colour) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(palette[i], colour) < distance(palette[best], colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return red * red + green * green + blue * blue;
    }
}
