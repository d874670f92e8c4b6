package io.futureos.studio.render.slides;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Reports;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSimpleShape;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;

/** Templates as hosts have them: one as PowerPoint makes them, one that a designer made, and files that are neither. */
final class Templates {

    static final String MASTER = "ppt/slideMasters/slideMaster1.xml";
    static final String MASTER_LINKS = "ppt/slideMasters/_rels/slideMaster1.xml.rels";

    /** The eleven usual layouts, 4:3, and a slide that is not for reports. */
    static final byte[] USUAL = usual();

    private Templates() {}

    private static byte[] usual() {
        try (var show = new XMLSlideShow()) {
            show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_AND_CONTENT))
                    .getPlaceholder(0)
                    .setText("Delete this slide");
            return bytes(show);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** White on dark blue, 16:9, with a picture on the master, and text right of it below long, low titles. */
    static byte[] ofTheHouse() {
        try (var show = new XMLSlideShow()) {
            show.setPageSize(new Dimension(960, 540));
            XSLFSlideMaster master = show.getSlideMasters().get(0);
            place(master.getPlaceholder(Placeholder.TITLE), 200, 20, 720, 60);
            place(master.getPlaceholder(Placeholder.BODY), 200, 100, 720, 380);
            var picture = show.addPicture(
                    Base64.getDecoder().decode(Reports.LOGO.substring(Reports.LOGO.indexOf(',') + 1)),
                    PictureData.PictureType.PNG);
            master.createPicture(picture).setAnchor(new Rectangle2D.Double(20, 20, 150, 100));
            for (XSLFSlideLayout layout : master.getSlideLayouts()) {
                layout.getXmlObject()
                        .getCSld()
                        .setName("Haus " + layout.getName().length());
                layout.getXmlObject().unsetType();
                if (layout.getPlaceholder(Placeholder.CENTERED_TITLE) != null) {
                    place(layout.getPlaceholder(Placeholder.CENTERED_TITLE), 200, 150, 720, 120);
                    place(layout.getPlaceholder(Placeholder.SUBTITLE), 200, 290, 720, 110);
                }
            }
            byte[] inArial = with(
                    bytes(show),
                    "ppt/theme/theme1.xml",
                    xml -> xml.replace("Calibri", "Arial").replace("0000FF", "9CC2E5"));
            return with(
                    inArial,
                    MASTER,
                    xml -> xml.replaceFirst("bg1=\"lt1\"", "bg1=\"dk2\"").replaceFirst("tx1=\"dk1\"", "tx1=\"lt1\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void place(XSLFSimpleShape shape, double x, double y, double width, double height) {
        shape.setAnchor(new Rectangle2D.Double(x, y, width, height));
    }

    private static byte[] bytes(XMLSlideShow show) throws IOException {
        var out = new ByteArrayOutputStream();
        show.write(out);
        return out.toByteArray();
    }

    /** The same with a part changed, which has to make a difference. */
    static byte[] with(byte[] file, String name, UnaryOperator<String> change) {
        Map<String, byte[]> parts = OfficeParts.of(file);
        String before = new String(parts.getOrDefault(name, new byte[0]), UTF_8);
        String after = change.apply(before);
        assertThat(after).as(name).isNotEqualTo(before);
        parts.put(name, after.getBytes(UTF_8));
        return zip(parts);
    }

    /** The same with one more part. */
    static byte[] plus(byte[] file, String name, byte[] content) {
        var parts = new LinkedHashMap<>(OfficeParts.of(file));
        parts.put(name, content);
        return zip(parts);
    }

    static byte[] without(byte[] file, String beginning) {
        var parts = new LinkedHashMap<>(OfficeParts.of(file));
        parts.keySet().removeIf(name -> name.startsWith(beginning));
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
