package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Logo;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.ChartFigures.Shown;
import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.slides.Slide.Block;
import io.futureos.studio.render.slides.Slide.Figure;
import io.futureos.studio.render.slides.Slide.Layout;
import io.futureos.studio.render.slides.Slide.Table;
import io.futureos.studio.render.slides.Slide.Text;
import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Ground;
import io.futureos.studio.render.slides.Stage.Placeholder;
import io.futureos.studio.render.slides.Stage.Role;
import io.futureos.studio.render.slides.Template.Colours;
import io.futureos.studio.render.svg.TextWidth;
import java.util.Base64;
import java.util.List;

/** Writes one slide. */
final class SlideWriter {

    /** In English Metric Units, as all lengths here. */
    private static final int GAP = (int) (Slide.GAP * Emu.PER_POINT);

    private static final int LOGO_WIDTH = 1_900_000;
    private static final int LOGO_HEIGHT = 700_000;
    private static final int BORDER = 3 * Emu.PER_POINT;

    private final OfficePackage file;
    private final Part part;
    private final ChartFigures figures;
    private final Look look;
    private final Palette palette;
    private final boolean needGround;
    private final Stage stage;
    private final Shapes shapes = new Shapes();
    private final SlideText text;
    private boolean isTextPlaced;

    SlideWriter(
            OfficePackage file,
            Part part,
            ChartFigures figures,
            Look look,
            Colours colours,
            Stage stage,
            String language,
            Targets targets) {
        this.file = file;
        this.part = part;
        this.figures = figures;
        this.look = look;
        this.palette = colours.palette();
        this.needGround = colours.needGround();
        this.stage = stage;
        this.text = new SlideText(shapes.xml, part, colours, language, targets);
    }

    /** @param report the title of the whole report, for the footer */
    byte[] slide(Slide slide, int number, String report) {
        shapes.open("p:sld");
        Ground ground = slide.layout() == Layout.TITLE ? stage.title() : stage.content();
        plain("Title", ground, Role.TITLE, slide.title());
        if (!slide.above().isEmpty()) {
            plain("Part", ground, Role.PART, slide.above());
        }
        switch (slide.layout()) {
            case TITLE -> title(ground, slide.blocks());
            case CONTENT -> blocks(ground, slide.blocks(), body(ground, slide.title()));
            case BESIDE -> beside(ground, slide.blocks(), body(ground, slide.title()));
        }
        if (slide.layout() != Layout.TITLE) {
            String above = ground.of(Role.PART).isPresent() ? "" : slide.above();
            ground.of(Role.FOOTER).ifPresent(place -> footer(place, above, report));
            ground.of(Role.NUMBER).ifPresent(place -> {
                shapes.openPlaceholder("Slide number", place);
                text.number(number);
                shapes.closeText();
            });
        }
        return shapes.close("p:sld", ground.colourMap());
    }

    /** On a template, the part of the report stands there, too, if the layout has no place of its own for it. */
    private void footer(Placeholder place, String part, String report) {
        shapes.openPlaceholder("Report", place);
        place.lettering()
                .ifPresentOrElse(
                        lettering -> text.footer(lettering.line(part, report), lettering),
                        () -> text.small(TextWidth.fitted(report, 650, 10)));
        shapes.closeText();
    }

    private void plain(String name, Ground ground, Role role, String words) {
        ground.of(role).ifPresent(place -> {
            shapes.openPlaceholder(name, place);
            text.plain(words, place);
            shapes.closeText();
        });
    }

    /** The room below the title, which begins higher if the title takes one line only. */
    private static Box body(Ground ground, String title) {
        Box body = ground.body();
        boolean isShort = Template.Room.fitsOneLine(title, body.widthInPoints());
        return isShort ? body.below(body.top() - ground.titleLine()) : body;
    }

    private void title(Ground ground, List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Text paragraphs && paragraphs.isRemark()) {
                int height = (int) (block.height(ground.body().widthInPoints()) * Emu.PER_POINT);
                int top = Math.min(ground.body().top(), stage.slide().height() - height - GAP);
                remark(paragraphs, ground.body().below(top).withHeight(height));
            } else if (block instanceof Text paragraphs) {
                ground.of(Role.SUBTITLE).ifPresent(place -> {
                    shapes.openPlaceholder("Subtitle", place);
                    text.paragraphs(paragraphs.paragraphs());
                    shapes.closeText();
                });
            }
        }
        look.logo()
                .filter(logo -> ground.hasLogo())
                .ifPresent(logo -> logo(logo, ground.body().left()));
    }

    /** Text on the left, from the top; the chart, which is last, on the right. */
    private void beside(Ground ground, List<Block> blocks, Box body) {
        int width = (int) (body.width() * Deck.BESIDE);
        blocks(ground, blocks.subList(0, blocks.size() - 1), body.withWidth(width));
        blocks(ground, blocks.subList(blocks.size() - 1, blocks.size()), body.rightOf(body.left() + width + 2 * GAP));
    }

    /** Where the blocks stand follows from how high they are about; what is last has the room that is left. */
    private void blocks(Ground ground, List<Block> blocks, Box body) {
        int top = body.top();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Box rest = body.below(top);
            int height = Math.min(rest.height(), (int) (block.height(body.widthInPoints()) * Emu.PER_POINT));
            boolean isLast = i == blocks.size() - 1;
            if (block instanceof Figure figure) {
                figures.of(figure.element()).ifPresent(shown -> chart(shown, rest));
            } else if (block instanceof Table table) {
                ground(rest.withWidth((int) (table.share() * rest.width())).withHeight(height));
                new SlideTable(shapes, text, palette).write(table, rest.withHeight(height));
            } else if (block instanceof Text paragraphs && paragraphs.isRemark()) {
                remark(paragraphs, rest.withHeight(height));
            } else if (block instanceof Text paragraphs) {
                text(ground, paragraphs, isLast ? rest : rest.withHeight(height));
            }
            top += height + GAP;
        }
    }

    /** The first text is that of the layout, which outlines show; further ones are boxes that look the same. */
    private void text(Ground ground, Text paragraphs, Box box) {
        if (!isTextPlaced && ground.of(Role.TEXT).isPresent()) {
            Placeholder place = ground.of(Role.TEXT).get();
            shapes.openPlaceholder("Text", place, box);
        } else {
            shapes.openBox("Text", box, "", 0);
        }
        isTextPlaced = true;
        text.paragraphs(paragraphs.paragraphs());
        shapes.closeText();
    }

    /** What somebody remarked, in a box with a coloured edge. */
    private void remark(Text paragraphs, Box box) {
        shapes.openBox("Remark", box, SlidesFile.hex(palette.surface()), (int) (Text.PADDING * Emu.PER_POINT));
        text.paragraphs(paragraphs.paragraphs());
        shapes.closeText();
        shapes.bar("Edge", box.withWidth(BORDER), SlidesFile.hex(palette.accent()));
    }

    private void chart(Shown shown, Box box) {
        if (shown.isNative()) {
            nativeChart(shown, box);
        } else {
            ground(box);
            shapes.drawing("Chart", shown.described(), shown.drawing(box.widthInPoints(), box.heightInPoints()), box);
        }
    }

    private void nativeChart(Shown shown, Box box) {
        String id = file.addChart("ppt", shown.chart(box.widthInPoints(), box.heightInPoints()), part);
        ground(box);
        shapes.openFrame("Chart", shown.alt(), box);
        shapes.xml.open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/chart");
        shapes.xml.empty("c:chart", "xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart", "r:id", id);
        shapes.closeFrame();
    }

    private void ground(Box box) {
        if (needGround) {
            shapes.bar("Ground", box, SlidesFile.hex(palette.background()));
        }
    }

    private void logo(Logo logo, int left) {
        byte[] picture = Base64.getDecoder()
                .decode(logo.dataUrl().substring(logo.dataUrl().indexOf(',') + 1));
        String kind = logo.dataUrl().startsWith("data:image/png") ? "png" : "jpeg";
        String id = file.addPicture("ppt", picture, kind, part);
        double scale = Math.min(LOGO_WIDTH / (double) logo.width(), LOGO_HEIGHT / (double) logo.height());
        var box = new Box(left, left, (int) (logo.width() * scale), (int) (logo.height() * scale));
        shapes.picture("Logo", box, id);
    }
}
