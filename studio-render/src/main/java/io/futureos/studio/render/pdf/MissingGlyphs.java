package io.futureos.studio.render.pdf;

import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Replaces characters that the fonts cannot show by a box, and says which they were. */
final class MissingGlyphs {

    private static final int BOX = 0x25a1;
    private static final int MAX_NAMED = 12;

    private final BitSet covered;
    private final Wording wording;
    private final TreeSet<Integer> replaced = new TreeSet<>();
    private long count;

    private MissingGlyphs(BitSet covered, Wording wording) {
        this.covered = covered;
        this.wording = wording;
    }

    static void replace(Document document, Wording wording) {
        var glyphs = new MissingGlyphs(Coverage.FONTS, wording);
        document.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                text.text(glyphs.shown(text.getWholeText()));
            }
        });
        document.title(glyphs.shown(document.title()));
        glyphs.appendNote(document.body());
    }

    private String shown(String text) {
        if (text.codePoints().allMatch(covered::get)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().filter(c -> !isInvisible(c)).map(this::boxed).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private int boxed(int codePoint) {
        if (covered.get(codePoint)) {
            return codePoint;
        }
        replaced.add(codePoint);
        count++;
        return BOX;
    }

    /** Joiners, variation selectors and marks of direction leave no gap when they are left out. */
    private boolean isInvisible(int codePoint) {
        return !covered.get(codePoint)
                && (Character.getType(codePoint) == Character.FORMAT || (codePoint >= 0xfe00 && codePoint <= 0xfe0f));
    }

    private void appendNote(Element body) {
        if (count == 0) {
            return;
        }
        String names = String.join(
                ", ",
                replaced.stream()
                        .limit(MAX_NAMED)
                        .map(c -> "U+" + "0".repeat(Math.max(0, 4 - hex(c).length())) + hex(c))
                        .toList());
        body.appendElement("p")
                .addClass("note")
                .text(wording.say(
                        wording.oneOrMore(count, PageTerm.MISSING_GLYPH, PageTerm.MISSING_GLYPHS),
                        count,
                        Character.toString(BOX),
                        names + (replaced.size() > MAX_NAMED ? " " + wording.say(PageTerm.AND_OTHERS) : "")));
    }

    private static String hex(int codePoint) {
        return Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    }

    /** Read once, when the first report is written: the characters that the regular face of each family has. */
    private static final class Coverage {

        static final BitSet FONTS = read();

        private static BitSet read() {
            BitSet all = of("LiberationSans-Regular");
            all.and(of("LiberationMono-Regular"));
            all.set('\t');
            all.set('\n');
            all.set('\r');
            return all;
        }

        private static BitSet of(String file) {
            var covered = new BitSet();
            try (var in = Fonts.open(file);
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                CmapLookup characters = font.getUnicodeCmapLookup();
                for (int c = 0; c <= 0xffff; c++) {
                    covered.set(c, characters.getGlyphId(c) != 0);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The font " + file + " cannot be read", e);
            }
            return covered;
        }
    }
}
