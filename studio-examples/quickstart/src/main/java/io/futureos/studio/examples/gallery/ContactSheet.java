package io.futureos.studio.examples.gallery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pages side by side and row under row on one picture, small enough to be kept beside the sources. */
record ContactSheet(BufferedImage picture) {

    private static final int GAP = 14;
    private static final Color TABLE = new Color(0xc9ced6);

    /** @param pages in order; at least one */
    static ContactSheet of(List<BufferedImage> pages, Style style) {
        int width = style.width();
        int columns = Math.min(style.columns(), pages.size());
        int rows = (pages.size() + columns - 1) / columns;
        int height = pages.stream()
                .mapToInt(page -> page.getHeight() * width / page.getWidth())
                .max()
                .orElseThrow();
        var picture = new BufferedImage(
                columns * (width + GAP) + GAP, rows * (height + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(TABLE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int i = 0; i < pages.size(); i++) {
            BufferedImage page = pages.get(i);
            int x = GAP + i % columns * (width + GAP);
            int y = GAP + i / columns * (height + GAP);
            pen.drawImage(page, x, y, width, page.getHeight() * width / page.getWidth(), null);
        }
        pen.dispose();
        return new ContactSheet(picture);
    }

    void write(Path file) throws IOException {
        ImageIO.write(FewColours.of(picture), "png", file.toFile());
    }
}
