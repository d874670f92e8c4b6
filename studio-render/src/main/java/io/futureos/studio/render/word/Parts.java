package io.futureos.studio.render.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** What the text refers to: charts, pictures, web pages, lists. Asked again for the same, it answers the same id. */
final class Parts {

    /** Word refuses longer addresses. */
    private static final int LONGEST = 2_000;

    private final OfficePackage file;
    private final Part main;
    private final ChartFigures figures;
    private final Map<String, String> added = new LinkedHashMap<>();
    private final IdentityHashMap<Element, Grid> grids = new IdentityHashMap<>();
    private Numbering numbering = new Numbering();

    Parts(OfficePackage file, Part main, ChartFigures figures) {
        this.file = file;
        this.main = main;
        this.figures = figures;
    }

    /** A chart or picture with the id by which the text names it. */
    record Named<T>(String id, T what) {}

    /** Lists are counted anew by each pass. */
    void restart() {
        numbering = new Numbering();
    }

    Numbering numbering() {
        return numbering;
    }

    /** The cells of a table, which both passes lay out alike. */
    Grid grid(Element table) {
        return grids.computeIfAbsent(table, Grid::of);
    }

    /** The chart of a figure, or empty if it has none that is native. */
    Optional<Named<ChartFigures.Shown>> chart(Element figure) {
        return figures.of(figure)
                .filter(ChartFigures.Shown::isNative)
                .map(shown -> new Named<>(
                        added.computeIfAbsent(figure.id(), id -> file.addChart("word", shown.chart(), main)), shown));
    }

    /** The chart of a figure that is drawn, or empty if it has none. */
    Optional<ChartFigures.Shown> drawing(Element figure) {
        return figures.of(figure).filter(shown -> !shown.isNative());
    }

    /** The id of a picture that an {@code img} carries in its {@code data:} URL. */
    String picture(Element image) {
        String url = image.attr("src");
        return added.computeIfAbsent(url, carried -> {
            String kind = carried.startsWith("data:image/png") ? "png" : "jpeg";
            byte[] bytes = Base64.getDecoder().decode(carried.substring(carried.indexOf(',') + 1));
            return file.addPicture("word", bytes, kind, main);
        });
    }

    /** The id of a web page; empty if no program could open its address. */
    Optional<String> page(String address) {
        String escaped = escaped(address.strip());
        return isUsable(escaped) ? Optional.of(main.relate(escaped)) : Optional.empty();
    }

    private static boolean isUsable(String address) {
        if (address.length() > LONGEST || !address.regionMatches(true, 0, "https://", 0, 8)) {
            return false;
        }
        try {
            return new URI(address).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The address in the characters that RFC 3986 leaves it. */
    private static String escaped(String address) {
        var escaped = new StringBuilder();
        for (byte b : address.getBytes(UTF_8)) {
            boolean isPlain = b > 0x20 && b < 0x7f && "\"<>\\^`{|}[]".indexOf(b) < 0;
            if (isPlain) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return escaped.toString();
    }

    private static char hex(int nibble) {
        return "0123456789ABCDEF".charAt(nibble & 15);
    }
}
