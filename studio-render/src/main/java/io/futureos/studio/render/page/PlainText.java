package io.futureos.studio.render.page;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Takes characters out of a document that no reader could see, or that would reorder what others see. */
public final class PlainText {

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202d;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202e;

    private static final Pattern BEFORE_PER_CENT = Pattern.compile("(?<=\\d) (?=%)");

    private PlainText() {}

    static void keepOnly(Document document) {
        document.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                text.text(together(clean(text.getWholeText())));
            } else if (node instanceof Element element) {
                for (Attribute attribute : element.attributes()) {
                    attribute.setValue(clean(attribute.getValue()));
                }
            }
        });
    }

    /** A number and its per cent sign stay on one line. */
    private static String together(String text) {
        return BEFORE_PER_CENT.matcher(text).replaceAll("\u00a0");
    }

    public static String clean(String text) {
        IntPredicate isAllowed = PlainText::isAllowed;
        if (text.codePoints().allMatch(isAllowed)) {
            return text;
        }
        return text.codePoints()
                .filter(isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        boolean isHalfAPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean isNoCharacter = (c & 0xfffe) == 0xfffe;
        return !isControl
                && !isHalfAPair
                && !isNoCharacter
                && c != LEFT_TO_RIGHT_OVERRIDE
                && c != RIGHT_TO_LEFT_OVERRIDE;
    }
}
