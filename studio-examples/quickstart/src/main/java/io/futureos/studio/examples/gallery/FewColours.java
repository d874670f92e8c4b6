package io.futureos.studio.examples.gallery;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;

/** Repaints a picture of flat colours in its most frequent ones: a third of the bytes, and nobody sees it. */
final class FewColours {

    private static final int COLOURS = 32;

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
        return counts.values().stream()
                .sorted((a, b) -> Integer.compare(sum(b), sum(a)))
                .limit(COLOURS)
                .mapToInt(FewColours::mostFrequent)
                .toArray();
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
