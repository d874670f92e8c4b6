package io.futureos.studio.examples.gallery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pages side by side and row under row on one picture, small enough to be kept beside the sources. */
record ContactSheet(BufferedImage picture) {

    /** Of a page, in pixels. */
    static final int WIDTH = 390;

    private static final int COLUMNS = 4;
    private static final int GAP = 14;
    private static final Color TABLE = new Color(0xc9ced6);

    /** @param pages in order; at least one */
    static ContactSheet of(List<BufferedImage> pages) {
        int columns = Math.min(COLUMNS, pages.size());
        int rows = (pages.size() + columns - 1) / columns;
        int height = pages.stream().mapToInt(ContactSheet::height).max().orElseThrow();
        var picture = new BufferedImage(
                columns * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(TABLE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int i = 0; i < pages.size(); i++) {
            BufferedImage page = pages.get(i);
            int x = GAP + i % columns * (WIDTH + GAP);
            int y = GAP + i / columns * (height + GAP);
            pen.drawImage(page, x, y, WIDTH, height(page), null);
        }
        pen.dispose();
        return new ContactSheet(picture);
    }

    private static int height(BufferedImage page) {
        return page.getHeight() * WIDTH / page.getWidth();
    }

    void write(Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(FewColours.of(picture), null, null), smallest);
        } finally {
            writer.dispose();
        }
    }
}
